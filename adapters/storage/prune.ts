// Deletes what nobody may or needs to read any more. In small portions: PGlite answers nobody else meanwhile.

import type { Kysely } from 'kysely'
import type { GuardedDatabase } from './guarded-database.ts'
import type { Tables } from './schema.ts'
import { daysBefore } from './sql-question-store.ts'

const PORTION = 500
/** A year: what was done when, and that a digest went out, is asked for long after. */
const CALENDAR_DAYS = 365

/** Deletes deliveries and conversations past their time, questions and misses past the retention. Resolves to how many rows. */
export async function prune(database: GuardedDatabase, now: Date, retentionDays: number): Promise<number> {
  const past = daysBefore(now, retentionDays)
  let deleted = 0
  for (const portion of [
    (db: Kysely<Tables>) => deliveries(db, now),
    (db: Kysely<Tables>) => conversations(db, now),
    (db: Kysely<Tables>) => questions(db, past),
    (db: Kysely<Tables>) => misses(db, past),
    (db: Kysely<Tables>) => windows(db, daysBefore(now, CALENDAR_DAYS)),
    (db: Kysely<Tables>) => digestDays(db, daysBefore(now, CALENDAR_DAYS)),
  ]) {
    for (let rows = PORTION; rows === PORTION; deleted += rows) {
      const { numDeletedRows } = await database.run((db) => portion(db).executeTakeFirstOrThrow())
      rows = Number(numDeletedRows)
    }
  }
  return deleted
}

// Rows that another replica is deleting are left to it (skip locked), so that two never wait for each other.

function deliveries(db: Kysely<Tables>, now: Date) {
  return db
    .deleteFrom('delivery')
    .where('id', 'in', (query) =>
      query.selectFrom('delivery').select('id').where('kept_until', '<=', now).limit(PORTION).forUpdate().skipLocked(),
    )
}

function conversations(db: Kysely<Tables>, now: Date) {
  return db
    .deleteFrom('conversation')
    .where('conversation', 'in', (query) =>
      query
        .selectFrom('conversation')
        .select('conversation')
        .where('kept_until', '<=', now)
        .limit(PORTION)
        .forUpdate()
        .skipLocked(),
    )
}

function questions(db: Kysely<Tables>, past: Date) {
  return db
    .deleteFrom('question')
    .where('id', 'in', (query) =>
      query.selectFrom('question').select('id').where('asked_at', '<=', past).limit(PORTION).forUpdate().skipLocked(),
    )
}

function misses(db: Kysely<Tables>, past: Date) {
  return db
    .deleteFrom('miss')
    .where('id', 'in', (query) =>
      query.selectFrom('miss').select('id').where('said_at', '<=', past).limit(PORTION).forUpdate().skipLocked(),
    )
}

function windows(db: Kysely<Tables>, past: Date) {
  return db
    .deleteFrom('maintenance_window')
    .where('id', 'in', (query) =>
      query
        .selectFrom('maintenance_window')
        .select('id')
        .where('ends_at', '<=', past)
        .limit(PORTION)
        .forUpdate()
        .skipLocked(),
    )
}

/** In one go: there is a row a channel and day. */
function digestDays(db: Kysely<Tables>, past: Date) {
  return db.deleteFrom('digest_day').where('changed_at', '<=', past)
}
