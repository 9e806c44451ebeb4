// Claiming deliveries and finishing them, which every answer does: many at once in one statement.

import { type ExpressionBuilder, sql } from 'kysely'
import type { Clock } from '../../src/ports/clock.ts'
import { Batch } from './batch.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { often } from './often.ts'
import { records } from './records.ts'
import type { DeliveryState, DeliveryTable, Tables } from './schema.ts'

/** A claim as it is asked for, under the id's key, its note sealed. */
export interface Wanted {
  readonly id: string
  readonly lease_until: Date
  readonly kept_until: Date
  readonly note: string | null
}

type Ended = Pick<DeliveryTable, 'id' | 'attempt'>

const WANTED = { id: 'text', lease_until: 'timestamptz', kept_until: 'timestamptz', note: 'text' } as const
const COLUMNS = ['id', 'lease_until', 'kept_until', 'note'] as const

const claimAll = often((db, { json, now }: { readonly json: string; readonly now: Date }) =>
  db
    .insertInto('delivery')
    .columns([...COLUMNS, 'state', 'attempt'])
    .expression((query) =>
      query
        .selectFrom(records<Wanted>(json, WANTED))
        .select([...COLUMNS, sql.lit('working').as('state'), sql.lit(1).as('attempt')])
        // Two replicas with the same ids never wait for each other in a circle.
        .orderBy('id'),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(({ ref }) => ({
          state: 'working',
          lease_until: ref('excluded.lease_until'),
          kept_until: ref('excluded.kept_until'),
          note: ref('excluded.note'),
          attempt: sql<number>`${sql.ref('delivery.attempt')} + 1`,
        }))
        .where((row) => isFree(row, now)),
    )
    .returning(['id', 'attempt']),
)

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

export class DeliveryClaims {
  readonly #database: GuardedDatabase
  readonly #clock: Clock
  readonly #claims = new Batch<Wanted, number | 'working' | 'done'>((wanted) => this.#claimAll(wanted))
  readonly #finishes = new Batch<Ended, boolean>((ended) => this.#finishAll(ended))

  constructor(database: GuardedDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** The attempt that the caller holds, or what others made of it. Rejects with AppError when the store is down. */
  claim(wanted: Wanted): Promise<number | 'working' | 'done'> {
    return this.#claims.ask(wanted)
  }

  /** False when the lease ran out and another took over. Rejects with AppError when the store is down. */
  finish(ended: Ended): Promise<boolean> {
    return this.#finishes.ask(ended)
  }

  /** Each claim's attempt, or who was before. Of several for one id in one batch the first has it. */
  async #claimAll(wanted: readonly Wanted[]): Promise<readonly (number | 'working' | 'done')[]> {
    const now = this.#clock.now()
    const first = new Map(wanted.toReversed().map((one) => [one.id, one]))
    const json = JSON.stringify([...first.values()])
    const claimed = await this.#database.run((db) => claimAll(db, { json, now }))
    const attempts = new Map(claimed.map(({ id, attempt }) => [id, attempt]))
    const others = await this.#statesOf([...first.keys()].filter((id) => !attempts.has(id)))
    return wanted.map((one) => {
      const attempt = first.get(one.id) === one ? attempts.get(one.id) : undefined
      if (attempt !== undefined) return attempt
      return attempts.has(one.id) || others.get(one.id) === 'working' ? 'working' : 'done'
    })
  }

  async #statesOf(ids: readonly string[]): Promise<ReadonlyMap<string, DeliveryState>> {
    if (!ids.length) return new Map()
    const found = await this.#database.run((db) =>
      db.selectFrom('delivery').select(['id', 'state']).where('id', 'in', ids).execute(),
    )
    return new Map(found.map(({ id, state }) => [id, state]))
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

/** Nobody works on it: it was only accepted, or given back, or its holder's lease has run out. */
function isFree(row: ExpressionBuilder<Tables, 'delivery'>, now: Date) {
  return row.or([
    row('delivery.state', 'in', ['accepted', 'released']),
    row.and([row('delivery.state', '=', 'working'), row('delivery.lease_until', '<=', now)]),
  ])
}
