// Digest days in SQL. Each decision is one statement, so that PostgreSQL's row lock makes it once over all replicas.

import { type Selectable, sql } from 'kysely'
import type { Instant } from '../../src/domain/maintenance.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type {
  DayClaim,
  DayClaimed,
  DayEnd,
  DayPost,
  DayRecord,
  DigestDayStore,
} from '../../src/ports/digest-day-store.ts'
import type { Channel } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import type { DigestDayTable } from './schema.ts'
import { storable, storableKey } from './storable.ts'

/** Much longer than a request to a platform may take: whoever takes over can trust that nothing is on its way any more (ms). */
const LEASE = 5 * 60_000

export class SqlDigestDayStore implements DigestDayStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock

  constructor(database: GuardedDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  async claim(post: DayPost): Promise<DayClaimed> {
    const now = this.#clock.now()
    const held = { lease_until: this.#leaseFrom(now), changed_at: now }
    return this.#database.run(async (db) => {
      const row = await db
        .insertInto('digest_day')
        .values({ ...keyOf(post), state: 'working', attempt: 1, ...held })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'tenant', 'channel', 'day', 'notice'])
            .doUpdateSet({
              ...held,
              attempt: sql<number>`${sql.ref('digest_day.attempt')} + 1`,
              // What may have been sent stays so until somebody has looked.
              state: sql<
                DigestDayTable['state']
              >`case when ${sql.ref('digest_day.state')} = 'sending' then 'sending' else 'working' end`,
            })
            .where('digest_day.state', 'in', ['working', 'sending', 'released'])
            .where('digest_day.lease_until', '<=', now),
        )
        .returning(['attempt', 'state', 'begun_at', 'reason'])
        .executeTakeFirst()
      if (row) {
        const claim = { ...post, attempt: row.attempt, ...(row.reason === null ? {} : { refused: row.reason }) }
        if (row.state !== 'sending' || row.begun_at === null) return { kind: 'free', claim }
        return { kind: 'unsure', claim, asOf: row.begun_at.toISOString() }
      }
      const { state } = await db.selectFrom('digest_day').select('state').where(isPost(post)).executeTakeFirstOrThrow()
      return { kind: state === 'working' || state === 'sending' || state === 'released' ? 'taken' : 'ended' }
    })
  }

  async begin(claim: DayClaim, asOf: Instant): Promise<boolean> {
    const now = this.#clock.now()
    return this.#leave(claim, { state: 'sending', begun_at: new Date(asOf), lease_until: this.#leaseFrom(now) }, now)
  }

  async end(
    claim: DayClaim,
    how: DayEnd,
    { message, reason }: { readonly message?: string; readonly reason?: string } = {},
  ): Promise<boolean> {
    const told = { message: message ?? null, reason: reason === undefined ? null : storable(reason) }
    return this.#leave(claim, { state: how, ...told })
  }

  async release(claim: DayClaim, retryAt: Instant, reason: string): Promise<boolean> {
    return this.#leave(claim, { state: 'released', lease_until: new Date(retryAt), reason: storable(reason) })
  }

  /** `heldAt` asks that the lease still runs then. */
  async #leave(claim: DayClaim, change: Partial<Selectable<DigestDayTable>>, heldAt?: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.run((db) =>
      db
        .updateTable('digest_day')
        .set({ ...change, changed_at: this.#clock.now() })
        .where(isPost(claim))
        .where('attempt', '=', claim.attempt)
        .where('state', 'in', ['working', 'sending'])
        .$if(heldAt !== undefined, (query) => query.where('lease_until', '>', heldAt ?? new Date(0)))
        .executeTakeFirstOrThrow(),
    )
    return numUpdatedRows > 0n
  }

  async before({ platform, tenant, channel }: Channel, day: string): Promise<Instant | undefined> {
    const row = await this.#database.run((db) =>
      db
        .selectFrom('digest_day')
        .select('begun_at')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .where('notice', '=', '')
        .where('day', '<', day)
        .where('state', 'in', ['posted', 'quiet'])
        .orderBy('day', 'desc')
        .executeTakeFirst(),
    )
    return row?.begun_at?.toISOString()
  }

  async find(post: DayPost): Promise<DayRecord | undefined> {
    const row = await this.#database.run((db) =>
      db.selectFrom('digest_day').selectAll().where(isPost(post)).executeTakeFirst(),
    )
    return row && recordOf(row)
  }

  async on(days: readonly string[]): Promise<readonly DayRecord[]> {
    if (!days.length) return []
    const rows = await this.#database.run((db) =>
      db.selectFrom('digest_day').selectAll().where('day', 'in', days).execute(),
    )
    return rows.map(recordOf)
  }

  async days(limit: number): Promise<readonly string[]> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('digest_day').select('day').distinct().orderBy('day', 'desc').limit(limit).execute(),
    )
    return rows.map(({ day }) => day)
  }

  async ended(how: DayEnd, limit: number): Promise<readonly DayRecord[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('digest_day')
        .selectAll()
        .where('state', '=', how)
        .orderBy('changed_at', 'desc')
        .limit(limit)
        .execute(),
    )
    return rows.map(recordOf)
  }

  #leaseFrom(now: Date): Date {
    return new Date(now.getTime() + LEASE)
  }
}

function keyOf({ channel: { platform, tenant, channel }, day, notice = '' }: DayPost) {
  return { platform, tenant, channel, day, notice: storableKey(notice) }
}

function isPost(post: DayPost) {
  const { platform, tenant, channel, day, notice } = keyOf(post)
  return sql<boolean>`(platform, tenant, channel, day, notice) = (${platform}, ${tenant}, ${channel}, ${day}, ${notice})`
}

function recordOf({ platform, tenant, channel, day, notice, ...row }: Selectable<DigestDayTable>): DayRecord {
  return {
    channel: { platform, tenant, channel },
    ...{ day, state: row.state, attempt: row.attempt, changedAt: row.changed_at.toISOString() },
    ...(notice === '' ? {} : { notice }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.begun_at === null ? {} : { begunAt: row.begun_at.toISOString() }),
    ...(row.message === null ? {} : { message: row.message }),
  }
}
