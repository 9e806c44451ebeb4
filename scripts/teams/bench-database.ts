// A PostgreSQL database of its own for `npm run bench:teams`, where there is a server.

import { Client } from 'pg'

export interface BenchDatabase {
  readonly url: string
  remove(): Promise<void>
}

/** Undefined where no server is reached at TEST_DATABASE_URL (default: this machine's). */
export async function createBenchDatabase(): Promise<BenchDatabase | undefined> {
  const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
  const name = `raci_bench_${process.pid}`
  const run = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: admin, connectionTimeoutMillis: 2_000 })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  try {
    await run(`create database ${name}`)
  } catch {
    return undefined
  }
  const url = new URL(admin)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => run(`drop database if exists ${name} with (force)`) }
}
