// PGlite's engine can end in the middle of everything (a full disk); the process and its data go on.

import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FusedPGlite } from '../../adapters/storage/fused-pglite.ts'
import { AppError } from '../../src/errors.ts'
import { folder, openTestStore } from './engines.ts'
import { SECOND } from './test-clock.ts'

const channel = { platform: 'slack', tenant: 'T1', channel: 'C1' } as const

test('a log that cannot be written makes the store unavailable until it can, and loses nothing', async () => {
  const place = await folder.place()
  const changes: boolean[] = []
  const store = await openTestStore(place, { onChange: (up) => changes.push(up) })
  await store.bindings.bind(channel, 'Email Pro')
  const [log, aside] = [join(place.at.folder ?? '', 'database', 'pg_wal'), join(place.at.folder ?? '', 'aside')]

  await rename(log, aside)
  if (store.handle.kind !== 'pglite') throw new Error('expected PGlite')
  const instance = store.handle.current()
  await instance?.query('select pg_switch_wal()')
  await expect(store.bindings.bind(channel, 'OX Cloud')).rejects.toThrow(AppError)
  expect(store.handle.current() === undefined).toBe(true)
  // Without the fuse this call would never return, and nothing else in the process would run again.
  await expect(instance?.query('select 1')).rejects.toThrow(/has to be opened anew/u)

  await rename(aside, log)
  store.clock.advance(SECOND)
  expect(await store.bindings.find(channel)).toBe('Email Pro')
  await store.bindings.bind(channel, 'OX Cloud')
  expect(changes).toEqual([false, true])
  await store.close()
  const again = await openTestStore(place)
  expect(await again.bindings.find(channel)).toBe('OX Cloud')
  await again.close()
  await place.remove()
})

test("a person's words about a PANIC do not end it", async () => {
  const pglite = new FusedPGlite()
  await pglite.waitReady
  const { rows } = await pglite.query("select 'PANIC' as word")
  expect(rows).toHaveLength(1)
  await expect(pglite.query("do $$ begin raise exception 'PANIC'; end $$")).rejects.toThrow('PANIC')
  expect(pglite.ended).toBe(false)
  await pglite.close()
})

test('a folder that is no database is an outage, not a crash', async () => {
  const place = await folder.place()
  await writeFile(join(place.at.folder ?? '', 'database', 'PG_VERSION'), 'nonsense\n')
  const store = await openTestStore(place)
  expect(await store.health.ready()).toBe(false)
  await store.close()
  await place.remove()
})
