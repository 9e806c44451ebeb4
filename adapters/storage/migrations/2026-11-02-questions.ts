// Questions and misses. Frozen: a later change is a later migration.

import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const questions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('question')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('person', 'text')
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('entries', sql`text[]`, (column) => column.notNull())
      .addColumn('asked_at', 'timestamptz', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('question_person').on('question').columns(['person', 'asked_at']).execute()
    await db.schema.createIndex('question_asked_at').on('question').column('asked_at').execute()

    await db.schema
      .createTable('miss')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('person', 'text')
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('shown', sql`text[]`, (column) => column.notNull())
      .addColumn('said_at', 'timestamptz', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('miss_person').on('miss').column('person').execute()
    await db.schema.createIndex('miss_said_at').on('miss').column('said_at').execute()
  },
}
