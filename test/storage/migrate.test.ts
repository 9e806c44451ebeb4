// Schemas of earlier versions come up to date with everything that was in them; schemas of later ones are refused.

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, SCHEMA } from '../../adapters/storage/migrate.ts'
import { migrations } from '../../adapters/storage/migrations.ts'
import { lasting, openTestStore, type Place } from './engines.ts'
import { withRawDatabase } from './raw-database.ts'

const channel = { platform: 'slack', tenant: 'T1', channel: 'C1' } as const

describe.each(lasting)('$name', (engine) => {
  let place: Place
  beforeEach(async () => {
    place = await engine.place()
  })
  afterEach(() => place.remove())

  test('a schema of the first version migrates with its data kept', async () => {
    await withRawDatabase(place, async (db) => {
      await migrate(db, Object.keys(migrations)[0])
      const now = new Date('2026-11-01T00:00:00Z')
      await db
        .withSchema(SCHEMA)
        .insertInto('channel_binding')
        .values({ ...channel, product: 'Email Pro', bound_at: now })
        .execute()
    })
    const store = await openTestStore(place)
    expect(await store.bindings.find(channel)).toBe('Email Pro')
    await store.questions.record({ platform: 'slack', question: 'q', outcome: 'answer', entries: [] })
    await store.close()
  })

  test('a store that is opened again has what it had', async () => {
    const first = await openTestStore(place)
    await first.bindings.bind(channel, 'OX Cloud')
    await first.close()
    const second = await openTestStore(place)
    expect(await second.bindings.find(channel)).toBe('OX Cloud')
    await second.close()
  })

  test('a migration that fails leaves nothing behind and is tried again', async () => {
    await withRawDatabase(place, async (db) => {
      await migrate(db, Object.keys(migrations)[0])
      await sql`create table raci.miss (in_the_way int)`.execute(db)
      await expect(migrate(db)).rejects.toThrow(/already exists/u)
      const { rows } = await sql`select to_regclass('raci.question') as question`.execute(db)
      expect(rows).toEqual([{ question: null }])
      await sql`drop table raci.miss`.execute(db)
      await migrate(db)
    })
  })

  test('a database of a later version is not touched, and the log says why', async () => {
    const before = await openTestStore(place)
    await before.close()
    await withRawDatabase(place, (db) =>
      sql`insert into raci.migration (name, timestamp) values ('2999-01-01-later', '2999-01-01T00:00:00Z')`.execute(db),
    )
    const causes: unknown[] = []
    const store = await openTestStore(place, { onChange: (_up, cause) => causes.push(cause) })
    expect(await store.health.ready()).toBe(false)
    await expect(store.bindings.find(channel)).rejects.toMatchObject({
      forPerson: 'The store was written by a newer version of this program. Start that version, or a later one.',
    })
    expect(String(causes)).toContain('2999-01-01-later')
    await store.close()
  })

  test("somebody else's tables of the same names are left alone", async () => {
    await withRawDatabase(place, async (db) => {
      await sql`create table question (theirs text)`.execute(db)
      await sql`create table migration (theirs text)`.execute(db)
    })
    const store = await openTestStore(place)
    expect(await store.health.ready()).toBe(true)
    await store.close()
  })
})
