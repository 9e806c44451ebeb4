// The secret addresses of calendars. Frozen: a later change is a later migration.

import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const calendarFeeds: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('calendar_feed')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('nonce', 'text', (column) => column.notNull())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('calendar_feed_key', ['platform', 'tenant', 'channel'])
      .execute()
    await db.schema
      .createIndex('calendar_feed_secret_hash')
      .unique()
      .on('calendar_feed')
      .column('secret_hash')
      .execute()
  },
}
