// What is a bug stays a bug: it is thrown as it is, and the store goes on.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GuardedDatabase } from '../../adapters/storage/guarded-database.ts'
import { pgliteEngine } from '../../adapters/storage/pglite-engine.ts'
import { postgresEngine } from '../../adapters/storage/postgres-engine.ts'
import { AppError } from '../../src/errors.ts'
import { engines, type Place } from './engines.ts'
import { TestClock } from './test-clock.ts'

describe.each(engines)('$name', (engine) => {
  let place: Place
  let database: GuardedDatabase
  const changes: boolean[] = []
  beforeAll(async () => {
    place = await engine.place()
    const { databaseUrl, folder } = place.at
    const chosen = databaseUrl === undefined ? await pgliteEngine(folder) : postgresEngine(databaseUrl)
    database = new GuardedDatabase(chosen, { clock: new TestClock(), onChange: (up) => changes.push(up) })
  }, 60_000)
  afterAll(async () => {
    await database.close()
    await place.remove()
  })

  test.each([
    ['a malformed statement', sql`selct 1`],
    ['a value out of range', sql`select 1 / 0`],
    [
      'a row that is there already',
      sql`insert into raci.migration (name, timestamp) select name, timestamp from raci.migration`,
    ],
  ])('%s is thrown as it is, and the next caller is served', async (_, statement) => {
    const failure = await database.run((db) => statement.execute(db)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(AppError)
    expect((await database.run((db) => sql`select 1 as one`.execute(db))).rows).toEqual([{ one: 1 }])
  })

  test('our own mistakes are thrown as they are', async () => {
    const mistake = database.run(async () => {
      throw new TypeError('ours')
    })
    await expect(mistake).rejects.toThrow(TypeError)
  })

  test('a statement that fails inside a transaction undoes it and poisons nothing', async () => {
    const transaction = database.run((db) =>
      db.transaction().execute(async (within) => {
        await within.insertInto('conversation').values(row).execute()
        await sql`select 1 / 0`.execute(within)
      }),
    )
    await expect(transaction).rejects.toThrow(/division by zero/u)
    expect(await database.run((db) => db.selectFrom('conversation').selectAll().execute())).toEqual([])
  })

  test('none of that counts as an outage', () => {
    expect(changes).toEqual([])
  })
})

const row = { conversation: 'c', memory: '{}', person: null, kept_until: new Date('2026-11-16T00:00:00Z') }
