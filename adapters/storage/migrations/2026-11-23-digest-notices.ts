// Posts on the day itself, whom to tell of a gone channel, and when a source failed. Frozen: a later change is a later migration.

import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const digestNotices: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('digest_day')
      .addColumn('notice', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
    await db.schema.alterTable('digest_day').dropConstraint('digest_day_key').execute()
    await db.schema
      .alterTable('digest_day')
      .addPrimaryKeyConstraint('digest_day_key', ['platform', 'tenant', 'channel', 'day', 'notice'])
      .execute()
    await db.schema
      .alterTable('digest_subscription')
      .addColumn('subscriber', 'text')
      .addColumn('subscriber_hash', 'text')
      .execute()
    await db.schema.alterTable('conversation_reference').addColumn('person', 'text').execute()
    await db.schema.alterTable('maintenance_source').addColumn('failed_at', 'timestamptz').execute()
  },
}
