// A leap year of days on four clocks, hour by hour, through the whole run: digest, reminder, beginning and end of
// each day's window, each counted.

import { expect, it } from 'vitest'
import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import { dayAfter } from '../../src/digest/business-days.ts'
import { instantAt } from '../../src/digest/local-time.ts'
import { runDigests } from '../../src/digest/run-digests.ts'
import type { MaintenanceReport } from '../../src/domain/maintenance.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import { MemoryDays } from './memory-days.ts'
import { stubPlatform } from './stub-platform.ts'
import { report } from './windows.ts'

const HOUR = 3_600_000
const FIRST = '2028-01-01'
const DAYS = 366
const KINDS = ['digest', 'reminder', 'start', 'completion']

it.each([
  ['Pacific/Pago_Pago', '08:30', '22:00'],
  ['Pacific/Kiritimati', '08:30', '02:00'],
  // The hours that are left out, and come twice.
  ['Europe/Paris', '02:30', '02:15'],
  ['Australia/Lord_Howe', '01:45', '02:15'],
])('%s, digest at %s, window at %s: each post of each day once', { timeout: 60_000 }, async (zone, time, start) => {
  let now = Date.parse(instantAt(FIRST, '00:00', zone)) - 24 * HOUR
  const end = now + (DAYS + 3) * 24 * HOUR
  const clock = { now: () => new Date(now) }
  const subscription: DigestSubscription = {
    ...{ platform: 'slack', tenant: 'T', channel: 'C', products: [], zone, time, weekdays: [1, 2, 3, 4, 5, 6, 7] },
    ...{ quiet: false, reminderMinutes: 60, announceStates: true, since: clock.now().toISOString() },
  }
  const subscriptions = {
    all: async () => [subscription],
    find: async () => undefined,
    subscriber: async () => undefined,
    subscribe: async () => {},
    unsubscribe: async () => false,
  }
  const reportOf = (day: string): MaintenanceReport => {
    const begins = instantAt(day, start, zone)
    return report({ key: day, zone, start: begins, end: new Date(Date.parse(begins) + 2 * HOUR).toISOString() })
  }
  const platform = stubPlatform()
  const days = new MemoryDays(clock)
  let maintenance = new MemoryMaintenanceStore()
  let known = FIRST
  for (; now < end; now += HOUR) {
    // A calendar that tells of a week, and forgets what is long over.
    if (now % (7 * 24 * HOUR) < HOUR || known === FIRST) {
      maintenance = new MemoryMaintenanceStore()
      const from = dayAfter(new Date(now).toISOString().slice(0, 10), -3)
      const reports = Array.from({ length: 14 }, (_, ahead) => reportOf(dayAfter(from, ahead)))
      await maintenance.take({ source: 'status', reports }, new Date(now - 5 * 24 * HOUR).toISOString())
      known = from
    }
    await runDigests({
      ...{ subscriptions, days, maintenance, clock, holidays: [], sources: [], notifierOf: () => platform },
      ...{ rowsOf: () => [], noticeRulesOf: () => [], report: () => {} },
    })
  }
  const counts = new Map<string, number>()
  for (const { key } of platform.arrived) {
    const [day = '', kind = 'digest'] = key.split('/').slice(4)
    counts.set(`${day} ${kind}`, (counts.get(`${day} ${kind}`) ?? 0) + 1)
  }
  const wrong = Array.from({ length: DAYS }, (_, ahead) => dayAfter(FIRST, ahead)).flatMap((day) =>
    KINDS.flatMap((kind) =>
      counts.get(`${day} ${kind}`) === 1 ? [] : [`${day} ${kind}: ${counts.get(`${day} ${kind}`)}`],
    ),
  )
  expect(wrong).toEqual([])
})
