// The real engines that every contract of the store runs on, each with a place of its own that can be opened
// again and is removed in the end.

import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { afterAll } from 'vitest'
import { openStore, type Store, type StoreOptions } from '../../adapters/storage/open-store.ts'
import { TestClock } from './test-clock.ts'

/** Where a store lives: what `openStore` is told, and its removal. */
export interface Place {
  readonly at: Pick<StoreOptions, 'folder' | 'databaseUrl'>
  remove(): Promise<void>
}

export interface TestEngine {
  readonly name: string
  place(): Promise<Place>
}

const ADMIN_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** False only where nobody has to have PostgreSQL: with CI set its absence is a failure. */
export const hasPostgres = await reachable()

async function reachable(): Promise<boolean> {
  const client = new Client({ connectionString: ADMIN_URL, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    return true
  } catch (cause) {
    const words = `PostgreSQL cannot be reached at ${new URL(ADMIN_URL).host} (TEST_DATABASE_URL)`
    if (process.env.CI) throw new Error(`${words}: CI runs every contract on both engines`, { cause })
    console.warn(`\nSKIPPED: ${words}; the store is tested on PGlite only.\n`)
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

export const memory: TestEngine = {
  name: 'PGlite in memory',
  place: async () => ({ at: {}, remove: async () => {} }),
}

/** A new database takes PGlite seconds, a copy of one a fraction: made once a test file, still empty. */
let template: Promise<string> | undefined
afterAll(async () => {
  if (template) await rm(await template, { recursive: true, force: true })
})

async function makeTemplate(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'raci-template-'))
  const pglite = await PGlite.create(join(made, 'database'))
  await pglite.close()
  return made
}

export const folder: TestEngine = {
  name: 'PGlite in a folder',
  place: async () => {
    template ??= makeTemplate()
    const made = await mkdtemp(join(tmpdir(), 'raci-store-'))
    await cp(await template, made, { recursive: true })
    return { at: { folder: made }, remove: () => rm(made, { recursive: true, force: true }) }
  },
}

export const postgres: TestEngine = {
  name: 'PostgreSQL',
  place: async () => {
    const database = `raci_test_${randomUUID().replaceAll('-', '')}`
    await administer(`create database ${database}`)
    const url = new URL(ADMIN_URL)
    url.pathname = `/${database}`
    return {
      at: { databaseUrl: url.href },
      remove: () => administer(`drop database if exists ${database} with (force)`),
    }
  },
}

/** Engines that outlast their store. */
export const lasting: readonly TestEngine[] = hasPostgres ? [folder, postgres] : [folder]
export const engines: readonly TestEngine[] = [memory, ...lasting]

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: ADMIN_URL })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export const HASH_KEY = Buffer.alloc(32, 'hash')
export const SECRET_KEY = { id: 'first', key: Buffer.alloc(32, 'first') }

/** A store of the test's, at a clock that the test holds. */
export async function openTestStore(
  { at }: Place,
  options: Partial<StoreOptions> = {},
): Promise<Store & { readonly clock: TestClock }> {
  const clock = new TestClock()
  const store = await openStore({ clock, hashKey: HASH_KEY, secretKeys: [SECRET_KEY], ...at, ...options })
  return { ...store, clock }
}
