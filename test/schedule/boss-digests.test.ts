// The whole path on pg-boss's own clock: its cron calls the run, on both changes of the clock and the leap day.

import { TestClock } from 'pg-boss'
import { expect, it } from 'vitest'
import { startSchedule } from '../../adapters/schedule/boss-schedule.ts'
import { openStore } from '../../adapters/storage/open-store.ts'
import { instantAt } from '../../src/digest/local-time.ts'
import { runDigests } from '../../src/digest/run-digests.ts'
import { stubPlatform } from '../digest/stub-platform.ts'
import { report } from '../digest/windows.ts'
import { memory } from '../storage/engines.ts'

const MINUTE = 60_000
const ZONES = ['Pacific/Pago_Pago', 'Europe/Paris', 'Pacific/Kiritimati']

it.each([
  ['the leap day', '2028-02-29'],
  ['the day when Paris goes forward', '2028-03-26'],
  ['the day when Paris goes back', '2028-10-29'],
])('%s: digest, reminder and beginning once in each zone, at their minute', { timeout: 60_000 }, async (_, day) => {
  const clock = new TestClock(instantAt(day, '00:00', 'Pacific/Kiritimati'))
  const now = { now: () => new Date(clock.now()) }
  const place = await memory.place()
  const store = await openStore({ ...place.at, clock: now, hashKey: Buffer.alloc(32, 'hash') })
  const platform = stubPlatform()
  const at = new Map<string, string>()
  const since = now.now().toISOString()
  for (const zone of ZONES) {
    await store.subscriptions.subscribe({
      ...{ platform: 'slack', tenant: 'T', channel: zone, products: [zone], zone, time: '08:30', quiet: false, since },
      ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], reminderMinutes: 2, announceStates: true },
    })
    const [start, end] = [instantAt(day, '08:33', zone), instantAt(day, '11:00', zone)]
    await store.maintenance.take(
      { source: 'status', reports: [report({ key: zone, products: [zone], zone, start, end })] },
      since,
    )
  }
  const notifier = {
    ...platform,
    post: (...given: Parameters<typeof platform.post>) => {
      at.set(given[2].key, new Date(clock.now()).toISOString())
      return platform.post(...given)
    },
  }
  const failures: unknown[] = []
  const schedule = startSchedule({
    ...{ handle: store.handle, clock, onFailure: (error) => failures.push(error) },
    everyMinute: () =>
      runDigests({
        ...{ subscriptions: store.subscriptions, days: store.digestDays, maintenance: store.maintenance, clock: now },
        ...{ notifierOf: () => notifier, holidays: [], sources: [], rowsOf: () => [], noticeRulesOf: () => [] },
        report: () => {},
      }),
  })
  await schedule.started
  for (const zone of ZONES.toReversed()) {
    await clock.setTime(instantAt(day, '08:29', zone))
    for (let seconds = 0; seconds < 6 * 60; seconds += 10) await clock.tick(10_000)
  }
  await schedule.stop()
  await store.close()
  expect(failures).toEqual([])
  const lateBy = (key: string, time: string, zone: string) =>
    (Date.parse(at.get(key) ?? '') - Date.parse(instantAt(day, time, zone))) / MINUTE
  for (const zone of ZONES) {
    // The clock goes on to the next zone, past the window's end and the next morning of this one.
    const own = platform.arrived
      .filter(({ channel, key }) => channel === zone && key.includes(`/${day}`) && !key.includes('/completion/'))
      .map(({ key }) => key)
    expect(own).toHaveLength(3)
    const times = ['08:30', '08:31', '08:33']
    for (const [step, time] of times.entries()) {
      const late = lateBy(own[step] ?? '', time, zone)
      expect(late).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThan(3)
    }
  }
})
