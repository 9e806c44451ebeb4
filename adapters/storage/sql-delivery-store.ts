// Deliveries in SQL. Each decision is one statement, so that PostgreSQL's row lock makes it once over all replicas.

import { type ExpressionBuilder, sql } from 'kysely'
import type { Clock } from '../../src/ports/clock.ts'
import type { Abandoned, Claim, ClaimOptions, DeliveryStore } from '../../src/ports/delivery-store.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import type { DeliveryState, Tables } from './schema.ts'
import { storable, storableKey } from './storable.ts'

const MINUTE = 60_000
/** Slack's last redelivery comes 5 minutes after the first; an hour leaves room for a slow network and an outage. */
const KEPT = 60 * MINUTE
const KEPT_AT_LEAST = 15 * MINUTE
const LEASE = MINUTE
const ABANDONED_AT_ONCE = 100

export class SqlDeliveryStore implements DeliveryStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock

  constructor(database: GuardedDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  async remember(id: string): Promise<'new' | 'seen'> {
    const now = this.#clock.now()
    const { numInsertedOrUpdatedRows = 0n } = await this.#database.run((db) =>
      db
        .insertInto('delivery')
        .values({
          id: storableKey(id),
          state: 'done',
          attempt: 1,
          lease_until: now,
          kept_until: later(now, KEPT),
          note: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow(),
    )
    return numInsertedOrUpdatedRows > 0n ? 'new' : 'seen'
  }

  async claim(id: string, options: ClaimOptions = {}): Promise<Claim | 'working' | 'done'> {
    const { leaseMs = LEASE, keptMs = KEPT, note } = options
    const now = this.#clock.now()
    const key = storableKey(id)
    const held = {
      state: 'working' as const,
      lease_until: later(now, leaseMs),
      kept_until: later(now, Math.max(keptMs, leaseMs, KEPT_AT_LEAST)),
      note: note === undefined ? null : storable(note),
    }
    return this.#database.run(async (db) => {
      const claimed = await db
        .insertInto('delivery')
        .values({ id: key, attempt: 1, ...held })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ ...held, attempt: sql<number>`${sql.ref('delivery.attempt')} + 1` })
            .where((row) => isFree(row, now)),
        )
        .returning('attempt')
        .executeTakeFirst()
      if (claimed) return { id, attempt: claimed.attempt }
      const found = await db.selectFrom('delivery').select('state').where('id', '=', key).executeTakeFirst()
      return found?.state === 'working' ? 'working' : 'done'
    })
  }

  async finish(claim: Claim): Promise<boolean> {
    return this.#leave(claim, 'done')
  }

  async release(claim: Claim): Promise<boolean> {
    return this.#leave(claim, 'released')
  }

  async #leave({ id, attempt }: Claim, state: DeliveryState): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.run((db) =>
      db
        .updateTable('delivery')
        .set({ state })
        .where('id', '=', storableKey(id))
        .where('attempt', '=', attempt)
        .where('state', '=', 'working')
        .executeTakeFirstOrThrow(),
    )
    return numUpdatedRows > 0n
  }

  async takeAbandoned(limit = ABANDONED_AT_ONCE): Promise<readonly Abandoned[]> {
    const now = this.#clock.now()
    const taken = await this.#database.run((db) =>
      db
        .updateTable('delivery')
        .set({ state: 'abandoned' })
        .where('id', 'in', (query) =>
          query
            .selectFrom('delivery')
            .select('id')
            .where('state', '=', 'working')
            .where('lease_until', '<=', now)
            .orderBy('lease_until')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'attempt', 'note', 'lease_until'])
        .execute(),
    )
    return taken
      .toSorted((a, b) => a.lease_until.getTime() - b.lease_until.getTime())
      .map(({ id, attempt, note }) => ({ id, attempt, ...(note === null ? {} : { note }) }))
  }
}

/** Nobody works on it: it was given back, or its holder's lease has run out. */
function isFree(row: ExpressionBuilder<Tables, 'delivery'>, now: Date) {
  return row.or([
    row('delivery.state', '=', 'released'),
    row.and([row('delivery.state', '=', 'working'), row('delivery.lease_until', '<=', now)]),
  ])
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}
