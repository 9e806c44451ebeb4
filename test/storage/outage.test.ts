// A database that is away: everybody is told quickly, and everything goes on by itself when it is back.

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { TestStore } from '../contracts/store/test-store.ts'
import { DatabaseProxy } from './database-proxy.ts'
import { hasPostgres, openTestStore, type Place, postgres } from './engines.ts'
import { withRawDatabase } from './raw-database.ts'
import { SECOND } from './test-clock.ts'

const timeouts = { connectMs: 250, statementMs: 250, patienceMs: 2_000 }
const channel = { platform: 'slack', tenant: 'T1', channel: 'C1' } as const

describe.skipIf(!hasPostgres)('PostgreSQL behind a proxy', () => {
  let place: Place
  let proxy: DatabaseProxy
  let changes: boolean[]
  const opened: TestStore[] = []

  beforeEach(async () => {
    place = await postgres.place()
    proxy = new DatabaseProxy(place.at.databaseUrl ?? '')
    await proxy.open()
    changes = []
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()))
    await proxy.close()
    await place.remove()
  })

  async function open(): Promise<TestStore> {
    const store = await openTestStore(place, {
      databaseUrl: proxy.url,
      timeouts,
      onChange: (up) => changes.push(up),
    })
    opened.push(store)
    return store
  }

  test.each([
    ['refuses', () => proxy.close(), () => proxy.open()],
    ['falls silent', async () => proxy.silence(), async () => proxy.speak()],
  ])(
    'one that %s is reported in bounded time, refused at once after that, and used again when it is back',
    async (_, go, comeBack) => {
      const store = await open()
      await store.bindings.bind(channel, 'Email Pro')
      await go()
      const since = performance.now()
      await expect(store.bindings.find(channel)).rejects.toThrow(AppError)
      expect(performance.now() - since).toBeLessThan(timeouts.patienceMs + 500)
      expect(await store.health.ready()).toBe(false)

      const attempts = proxy.attempts
      for (let n = 0; n < 20; n++) {
        await expect(store.deliveries.remember(`${n}`)).rejects.toMatchObject({
          message: expect.stringContaining('store unavailable'),
          forPerson: expect.stringContaining('Questions are still answered'),
        })
      }
      expect(proxy.attempts).toBe(attempts)

      await comeBack()
      store.clock.advance(SECOND)
      expect(await store.bindings.find(channel)).toBe('Email Pro')
      expect(await store.health.ready()).toBe(true)
      expect(changes).toEqual([false, true])
    },
  )

  test('while it is away one caller a second tries it, whatever the crowd', async () => {
    const store = await open()
    await proxy.close()
    await expect(store.bindings.find(channel)).rejects.toThrow(AppError)
    await proxy.open()
    proxy.silence()
    const attempts = proxy.attempts
    store.clock.advance(SECOND)
    const crowd = await Promise.allSettled(Array.from({ length: 50 }, () => store.bindings.find(channel)))
    expect(crowd.every(({ status }) => status === 'rejected')).toBe(true)
    expect(proxy.attempts - attempts).toBe(1)
  })

  test('a readiness check that finds it back opens the store for everybody', async () => {
    const store = await open()
    await proxy.close()
    expect(await store.health.ready()).toBe(false)
    await proxy.open()
    expect(await store.health.ready()).toBe(true)
    expect(await store.deliveries.remember('one')).toBe('new')
  })

  test('one that is away at the start is migrated and used when it comes', async () => {
    await proxy.close()
    const store = await open()
    expect(await store.health.ready()).toBe(false)
    await expect(store.deliveries.remember('one')).rejects.toThrow(AppError)
    await proxy.open()
    store.clock.advance(SECOND)
    expect(await store.deliveries.remember('one')).toBe('new')
    expect(changes).toEqual([false, true])
  })

  test('connections that the server ends one by one do not end the process', async () => {
    const store = await open()
    await Promise.all(Array.from({ length: 5 }, (_, n) => store.deliveries.remember(`${n}`)))
    await withRawDatabase(place, (db) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'raci' and datname = current_database()`.execute(
        db,
      ),
    )
    await store.health.ready()
    store.clock.advance(SECOND)
    expect(await store.deliveries.remember('after')).toBe('new')
  })

  test('a statement that waits for a lock is given up, and the next one is not stuck behind it', async () => {
    const store = await open()
    await withRawDatabase(place, (db) =>
      db.transaction().execute(async (transaction) => {
        await sql`lock table raci.channel_binding in access exclusive mode`.execute(transaction)
        await expect(store.bindings.find(channel)).rejects.toThrow(/timeout/u)
        store.clock.advance(SECOND)
        expect(await store.deliveries.remember('meanwhile')).toBe('new')
      }),
    )
    expect(await store.bindings.find(channel)).toBeUndefined()
  })

  test('a database that was emptied meanwhile is migrated again', async () => {
    const store = await open()
    await withRawDatabase(place, (db) => sql`drop schema raci cascade`.execute(db))
    await expect(store.bindings.find(channel)).rejects.toThrow(AppError)
    store.clock.advance(SECOND)
    expect(await store.bindings.find(channel)).toBeUndefined()
  })

  test('a crowd of callers is served by the few connections that there are', async () => {
    const store = await openTestStore(place)
    opened.push(store)
    const said = await Promise.all(Array.from({ length: 300 }, (_, n) => store.deliveries.remember(`${n}`)))
    expect(said.every((word) => word === 'new')).toBe(true)
  })

  test('closing does not wait for a database that is silent, and refuses what comes after', async () => {
    const store = await open()
    await store.deliveries.remember('one')
    proxy.silence()
    const since = performance.now()
    await store.close()
    await store.close()
    expect(performance.now() - since).toBeLessThan(4_000)
    await expect(store.deliveries.remember('two')).rejects.toThrow(/closed/u)
    expect(changes).toEqual([])
  })
})

test.each(['', 'mysql://root:secret@127.0.0.1/db', 'localhost:5432'])(
  'the address %j is refused without being repeated',
  async (databaseUrl) => {
    const opening = openTestStore({ at: { databaseUrl }, remove: async () => {} })
    await expect(opening).rejects.toThrow(/DATABASE_URL must be an address/u)
    await expect(opening).rejects.not.toThrow(/secret/u)
  },
)

test.skipIf(!hasPostgres)('a database that does not exist is an outage that names it, not a crash', async () => {
  const place = await postgres.place()
  await place.remove()
  const causes: unknown[] = []
  const store = await openTestStore(place, { onChange: (_up, cause) => causes.push(cause) })
  expect(await store.health.ready()).toBe(false)
  expect(String(causes)).toMatch(/does not exist/u)
  await store.close()
})
