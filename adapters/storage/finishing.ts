// Finishing deliveries, which every answer does: many at once in one statement.

import { sql } from 'kysely'
import { Batch } from './batch.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { often } from './often.ts'
import type { DeliveryTable } from './schema.ts'

type Ended = Pick<DeliveryTable, 'id' | 'attempt'>

const finishAll = often((db, { ids, names }: { readonly ids: readonly string[]; readonly names: readonly string[] }) =>
  db
    .updateTable('delivery')
    .set({ state: 'done', note: null })
    // Joined as records, every delivery under way would be read: lists lead through the key.
    .where('id', '=', sql<string>`any(${ids})`)
    .where(sql<string>`attempt || ' ' || id`, '=', sql<string>`any(${names})`)
    .where('state', '=', 'working')
    .returning(['id', 'attempt']),
)

/** The person has the answer: what is left is to say so, before the lease ends in a minute. */
const UNDER_LOAD = { from: 4, gatheredFor: 15 }

/** Finishes, told one by one. Not in one statement with claims: two replicas could wait for each other in a circle. */
export class Finishing {
  readonly #database: GuardedDatabase
  readonly #batch = new Batch<Ended, boolean>((ended) => this.#finishAll(ended), { underLoad: UNDER_LOAD })

  constructor(database: GuardedDatabase) {
    this.#database = database
  }

  /** False when the lease ran out and another took over. Rejects with AppError when the store is down. */
  finish(ended: Ended): Promise<boolean> {
    return this.#batch.ask(ended)
  }

  async #finishAll(ended: readonly Ended[]): Promise<readonly boolean[]> {
    const values = { ids: ended.map(({ id }) => id), names: ended.map(nameOf) }
    const done = await this.#database.run((db) => finishAll(db, values))
    const ours = new Set(done.map(nameOf))
    return ended.map((one) => ours.has(nameOf(one)))
  }
}

function nameOf({ id, attempt }: Ended): string {
  return `${attempt} ${id}`
}
