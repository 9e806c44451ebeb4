// Brings a database to the newest schema, safely beside other replicas that start at the same moment.

import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { AppError } from '../../src/errors.ts'
import { migrations } from './migrations.ts'

/** The schema that holds our tables, so that they meet nobody else's in a shared database. */
export const SCHEMA = 'raci'

/**
 * Runs the migrations that have not run yet, all or none, under PostgreSQL's advisory lock.
 * `until` names the last one to run; default all. Throws AppError when a newer version wrote the database.
 */
export async function migrate<T>(db: Kysely<T>, until?: string): Promise<void> {
  const migrator = new Migrator({
    db: db.withSchema(SCHEMA),
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: SCHEMA,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error } = await (until === undefined ? migrator.migrateToLatest() : migrator.migrateTo(until))
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new AppError(
      `store: the database was written by a newer version of this program (${error.message})`,
      'The store was written by a newer version of this program. Start that version, or a later one.',
      { cause: error },
    )
  }
  if (error) throw error
}
