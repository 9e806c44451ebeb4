import type { PGlite } from '@electric-sql/pglite'
import { TestClock } from 'pg-boss'
import { describe, expect, it } from 'vitest'
import { type Schedule, startSchedule } from '../../adapters/schedule/boss-schedule.ts'
import { engines, openTestStore } from '../storage/engines.ts'

const MINUTE = 60_000
const START = Date.parse('2026-11-18T07:29:30Z')

describe.each(engines.filter(({ name }) => name !== 'PGlite in a folder'))('$name', (engine) => {
  it('runs once a minute, goes on after a failure, and ends', { timeout: 60_000 }, async () => {
    const place = await engine.place()
    const store = await openTestStore(place)
    const clock = new TestClock(START)
    const runs: string[] = []
    const failures: unknown[] = []
    const replica = (name: string): Schedule =>
      startSchedule({
        handle: store.handle,
        clock,
        onFailure: (error) => failures.push(error),
        everyMinute: async () => {
          runs.push(`${name} ${new Date(clock.now()).toISOString().slice(11, 16)}`)
          if (runs.length === 2) throw new Error('the store is down')
        },
      })
    const schedules = [replica('a')]
    await Promise.all(schedules.map(({ started }) => started))
    for (let seconds = 0; seconds < 5 * 60; seconds += 5) await clock.tick(5_000)
    await Promise.all(schedules.map((schedule) => schedule.stop()))
    const minutes = runs.map((run) => run.slice(2))
    expect(new Set(minutes).size).toBe(minutes.length)
    expect(minutes.length).toBeGreaterThanOrEqual(4)
    expect(failures).toMatchObject([{ message: 'the store is down' }])
    const before = runs.length
    await clock.tick(2 * MINUTE)
    expect(runs).toHaveLength(before)
    await store.close()
    await place.remove()
  })
})

it('tells that the database is down, and stops without having started', async () => {
  const failures: unknown[] = []
  const handle = { kind: 'pglite', current: (): PGlite | undefined => undefined } as const
  const schedule = startSchedule({
    handle,
    everyMinute: async () => {},
    onFailure: (error) => failures.push(error),
  })
  await schedule.stop()
  expect(failures).toMatchObject([{ message: 'the embedded database is not open' }])
})
