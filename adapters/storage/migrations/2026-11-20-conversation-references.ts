// Conversation references. Frozen: a later change is a later migration.

import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const conversationReferences: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('conversation_reference')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('surface', 'text', (column) => column.notNull())
      .addColumn('service_url', 'text', (column) => column.notNull())
      .addColumn('channel_name', 'text')
      .addColumn('group_id', 'text')
      .addColumn('group_name', 'text')
      .addColumn('locale', 'text')
      .addColumn('gone', 'boolean', (column) => column.notNull())
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversation_reference_key', ['platform', 'tenant', 'channel'])
      .execute()
    await db.schema
      .createIndex('conversation_reference_group')
      .on('conversation_reference')
      .columns(['platform', 'tenant', 'group_id'])
      .execute()
  },
}
