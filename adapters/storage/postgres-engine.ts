// PostgreSQL by its address: for more than one replica, and for those who run a database anyway.

import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import { AppError } from '../../src/errors.ts'
import { within } from './deadline.ts'
import type { Engine, Session } from './engine.ts'
import { migrate, SCHEMA } from './migrate.ts'
import type { Tables } from './schema.ts'

export interface PostgresTimeouts {
  /** Waiting for a connection, a free or a new one (ms). Default 2,000. */
  readonly connectMs?: number
  /** One statement (ms). Default 3,000. */
  readonly statementMs?: number
  /** A whole operation, connecting and migrating included (ms). Default 5,000. */
  readonly patienceMs?: number
}

/** Migrations may rewrite a table, or wait for another replica's (ms). */
const MIGRATION_STATEMENT = 120_000
/** Connections that do not say goodbye are left to the operating system after this (ms). */
const GOODBYE = 2_000

/** Opens no connection yet. Throws AppError when the address is none. */
export function postgresEngine(databaseUrl: string, timeouts: PostgresTimeouts = {}): Engine {
  if (!/^postgres(?:ql)?:$/u.test(URL.parse(databaseUrl)?.protocol ?? '')) throw wrongAddress()
  const { connectMs = 2_000, statementMs = 3_000, patienceMs = 5_000 } = timeouts
  const config: PoolConfig = {
    connectionString: databaseUrl,
    application_name: 'raci',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
  }
  return {
    patienceMs,
    open: async () => {
      await migrateApart({ ...config, query_timeout: MIGRATION_STATEMENT, max: 1 })
      return session({ ...config, query_timeout: statementMs, idleTimeoutMillis: 30_000 })
    },
    close: async () => {},
  }
}

/** Migrates over a connection of its own, whose patience suits a migration. */
async function migrateApart(config: PoolConfig): Promise<void> {
  const db = connect(config)
  try {
    await migrate(db)
  } finally {
    await goodbye(db)
  }
}

/**
 * Spent with the first failure: pg gives a connection back to its pool after a statement timed out, with the
 * statement still on the wire, and after a silent network failure every pooled connection is such a one.
 */
function session(config: PoolConfig): Session {
  const db = connect(config)
  return { db: db.withSchema(SCHEMA), spent: () => true, close: () => goodbye(db) }
}

function connect(config: PoolConfig): Kysely<Tables> {
  const pool = new Pool(config)
  // Without these listeners a connection that breaks, idle or at work, would end the process. The pool drops it,
  // and the statement that was under way fails by itself.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

async function goodbye(db: Kysely<Tables>): Promise<void> {
  await within(GOODBYE, () => db.destroy()).catch(() => {})
}

/** The address may hold a password, so that it is not repeated. */
function wrongAddress(): AppError {
  const text = 'DATABASE_URL must be an address such as postgres://user:password@host:5432/database.'
  return new AppError(`configuration: ${text}`, text)
}
