// Maintenance windows, sources, digest subscriptions and days. Frozen: a later change is a later migration.

import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const maintenance: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('maintenance_window')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('facts', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'timestamptz', (column) => column.notNull())
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('maintenance_window_ends_at').on('maintenance_window').column('ends_at').execute()

    await db.schema
      .createTable('maintenance_source')
      .addColumn('source', 'text', (column) => column.primaryKey())
      .addColumn('reached_at', 'timestamptz')
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('retry_at', 'timestamptz')
      .execute()

    await db.schema
      .createTable('digest_subscription')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('products', sql`text[]`, (column) => column.notNull())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('weekdays', sql`integer[]`, (column) => column.notNull())
      .addColumn('calendar', 'text')
      .addColumn('quiet', 'boolean', (column) => column.notNull())
      .addColumn('since', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('digest_subscription_key', ['platform', 'tenant', 'channel'])
      .execute()

    await db.schema
      .createTable('digest_day')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('lease_until', 'timestamptz', (column) => column.notNull())
      .addColumn('begun_at', 'timestamptz')
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
      .addColumn('message', 'text')
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('digest_day_key', ['platform', 'tenant', 'channel', 'day'])
      .execute()
    await db.schema.createIndex('digest_day_changed_at').on('digest_day').column('changed_at').execute()
  },
}
