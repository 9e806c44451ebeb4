// The database as somebody sees it who bypasses the stores: tests look here for what must not be there.

import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Tables } from '../../adapters/storage/schema.ts'
import type { Place } from './engines.ts'

/** Runs the work on the place's database, which no store may hold open when it is a folder. */
export async function withRawDatabase<T>({ at }: Place, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const dialect =
    at.databaseUrl === undefined
      ? new PGliteDialect({ pglite: () => PGlite.create(join(at.folder ?? '', 'database')) })
      : new PostgresDialect({ pool: poolOf(at.databaseUrl) })
  const db = new Kysely<Tables>({ dialect })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** A connection that the test's removal of the database cuts says so on the pool, where nobody else listens. */
function poolOf(connectionString: string): Pool {
  return new Pool({ connectionString }).on('error', () => {})
}
