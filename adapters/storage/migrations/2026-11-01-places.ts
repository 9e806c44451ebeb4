// Installations, channel bindings, deliveries and conversations. Frozen: a later change is a later migration.

import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const places: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('installation')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('enterprise', 'text')
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('installed_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('installation_key', ['platform', 'tenant'])
      .execute()

    await db.schema
      .createTable('channel_binding')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('bound_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('channel_binding_key', ['platform', 'tenant', 'channel'])
      .execute()

    await db.schema
      .createTable('delivery')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('lease_until', 'timestamptz', (column) => column.notNull())
      .addColumn('kept_until', 'timestamptz', (column) => column.notNull())
      .addColumn('note', 'text')
      .execute()
    await db.schema.createIndex('delivery_kept_until').on('delivery').column('kept_until').execute()
    await db.schema
      .createIndex('delivery_working')
      .on('delivery')
      .column('lease_until')
      .where(sql.ref('state'), '=', sql.lit('working'))
      .execute()

    await db.schema
      .createTable('conversation')
      .addColumn('conversation', 'text', (column) => column.primaryKey())
      .addColumn('memory', 'text', (column) => column.notNull())
      .addColumn('person', 'text')
      .addColumn('kept_until', 'timestamptz', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('conversation_kept_until').on('conversation').column('kept_until').execute()
    await db.schema.createIndex('conversation_person').on('conversation').column('person').execute()
  },
}
