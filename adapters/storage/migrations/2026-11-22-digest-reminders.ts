// What a channel wants on the day itself. Frozen: a later change is a later migration.

import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const digestReminders: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('digest_subscription')
      .addColumn('reminder_minutes', 'integer')
      // Whoever subscribed before was not told that there would be such posts.
      .addColumn('announce_states', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute()
  },
}
