// The calendar in SQL. Merging reads all that may be meant and writes what changed, one replica at a time.

import { type Kysely, sql } from 'kysely'
import type { Instant, MaintenanceWindow } from '../../src/domain/maintenance.ts'
import { type MaintenanceBatch, mergeReports } from '../../src/domain/maintenance-merge.ts'
import type { MaintenanceStore, SourceStanding } from '../../src/ports/maintenance-store.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import type { Tables } from './schema.ts'
import { storable, storableKey } from './storable.ts'

/** Windows that ended longer ago are not told of again: a page shows its 50 newest. */
const MERGED_DAYS = 120
const DAY = 86_400_000
/** Names the advisory lock of merging, in PostgreSQL's one number space. */
const LOCK = 0x7261_6369

export class SqlMaintenanceStore implements MaintenanceStore {
  readonly #database: GuardedDatabase

  constructor(database: GuardedDatabase) {
    this.#database = database
  }

  async take(batch: MaintenanceBatch, at: Instant): Promise<readonly MaintenanceWindow[]> {
    return this.#database.run((db) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction)
        const from = new Date(Date.parse(at) - MERGED_DAYS * DAY)
        const rows = await transaction
          .selectFrom('maintenance_window')
          .select('facts')
          .where('ends_at', '>', from)
          .orderBy('id')
          .execute()
        const { changed } = mergeReports(rows.map(windowOf), batch, at)
        for (const window of changed) await keep(transaction, window, at)
        return changed
      }),
    )
  }

  async since(from: Instant): Promise<readonly MaintenanceWindow[]> {
    const time = new Date(from)
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('maintenance_window')
        .select('facts')
        .where((row) => row.or([row('ends_at', '>', time), row('changed_at', '>', time)]))
        .orderBy('ends_at')
        .orderBy('id')
        .execute(),
    )
    return rows.map(windowOf)
  }

  async standings(): Promise<readonly SourceStanding[]> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('maintenance_source').selectAll().orderBy('source').execute(),
    )
    return rows.map(({ source, reached_at, failures, reason, retry_at, failed_at }) => ({
      source,
      failures,
      ...(reached_at === null ? {} : { reachedAt: reached_at.toISOString() }),
      ...(reason === null ? {} : { reason }),
      ...(retry_at === null ? {} : { retryAt: retry_at.toISOString() }),
      ...(failed_at === null ? {} : { failedAt: failed_at.toISOString() }),
    }))
  }

  async stand({ source, reachedAt, failures, reason, retryAt, failedAt }: SourceStanding): Promise<void> {
    const changed = {
      reached_at: reachedAt === undefined ? null : new Date(reachedAt),
      failures,
      reason: reason === undefined ? null : storable(reason),
      retry_at: retryAt === undefined ? null : new Date(retryAt),
      failed_at: failedAt === undefined ? null : new Date(failedAt),
    }
    await this.#database.run((db) =>
      db
        .insertInto('maintenance_source')
        .values({ source, ...changed })
        .onConflict((conflict) => conflict.column('source').doUpdateSet(changed))
        .execute(),
    )
  }
}

async function keep(db: Kysely<Tables>, window: MaintenanceWindow, at: Instant): Promise<void> {
  const changed = {
    facts: storable(JSON.stringify(window)),
    ends_at: new Date(window.end),
    changed_at: new Date(at),
  }
  await db
    .insertInto('maintenance_window')
    .values({ id: storableKey(window.id), ...changed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute()
}

/** A parse boundary: the row was written by `keep`. */
function windowOf({ facts }: { readonly facts: string }): MaintenanceWindow {
  return JSON.parse(facts)
}
