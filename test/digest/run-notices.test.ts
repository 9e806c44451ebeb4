// Posts on the day, over the real store: each once, in the digest's thread, whoever runs and whatever is moved.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MONDAY_TO_FRIDAY } from '../../src/digest/business-days.ts'
import { type DigestOutcome, runDigests } from '../../src/digest/run-digests.ts'
import type { MaintenanceReport } from '../../src/domain/maintenance.ts'
import type { RunProgress } from '../../src/ports/digest-status.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import { newChannel, type TestStore } from '../contracts/store/test-store.ts'
import { memory, openTestStore } from '../storage/engines.ts'
import { MINUTE } from '../storage/test-clock.ts'
import { type StubPlatform, stubPlatform } from './stub-platform.ts'
import { report } from './windows.ts'

let store: TestStore
let platform: StubPlatform
let outcomes: DigestOutcome[]
let progress: RunProgress[]
let subscription: DigestSubscription
/** Midnight in UTC of the day that a test plays on, a Wednesday. */
let midnight = Date.parse('2026-11-18T00:00:00Z')

beforeAll(async () => {
  store = await openTestStore(await memory.place())
})
afterAll(() => store.close())
beforeEach(async () => {
  for (const old of await store.subscriptions.all()) await store.subscriptions.unsubscribe(old)
  midnight += 7 * 1440 * MINUTE
  platform = stubPlatform()
  outcomes = []
  progress = []
  subscription = {
    ...newChannel(),
    ...{ products: ['Email Pro'], time: '08:30', zone: 'UTC', weekdays: MONDAY_TO_FRIDAY, quiet: false },
    ...{ reminderMinutes: 30, announceStates: true, since: new Date(midnight).toISOString() },
  }
  await store.subscriptions.subscribe(subscription)
})

const instant = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(midnight + (hours * 60 + minutes) * MINUTE).toISOString()
}
const run = (replicas = 1) =>
  Promise.all(
    Array.from({ length: replicas }, () =>
      runDigests({
        ...{ subscriptions: store.subscriptions, days: store.digestDays, maintenance: store.maintenance },
        ...{ notifierOf: () => platform, holidays: [], sources: [], clock: store.clock },
        ...{ rowsOf: () => [], noticeRulesOf: () => [] },
        report: (outcome) => outcomes.push(outcome),
        progress: (one) => progress.push(one),
      }),
    ),
  )
/** Runs at the time, as often as there are replicas. */
async function at(time: string, replicas = 1): Promise<void> {
  store.clock.advance(Date.parse(instant(time)) - store.clock.now().getTime())
  await run(replicas)
}
async function learn(time: string, given: Partial<MaintenanceReport> = {}): Promise<void> {
  const whole = report({
    ...{ key: subscription.channel, start: instant('21:00'), end: instant('22:30'), zone: 'UTC' },
    ...given,
  })
  await store.maintenance.take({ source: 'status', reports: [whole] }, instant(time))
}
const notices = () => platform.arrived.filter(({ key }) => /\/(?:reminder|start|completion|cancellation)\//u.test(key))
const headlines = () => notices().map(({ text }) => text.split('\n', 1)[0])

describe('an evening by its plan', () => {
  it('is reminded of, begun and ended, each once, in the thread of the day’s digest, by two replicas', async () => {
    await learn('07:00')
    for (const time of ['08:30', '20:29', '20:30', '20:31', '21:00', '21:01', '21:45', '22:30', '22:31', '23:59']) {
      await at(time, 2)
    }
    expect(headlines()).toEqual([
      'Begins in 30 min: Email Pro: Storage upgrade',
      'Begins now, by its plan: Email Pro: Storage upgrade',
      'Over by its plan; no source says that it is completed: Email Pro: Storage upgrade',
    ])
    expect(new Set(notices().map(({ thread }) => thread))).toEqual(new Set(['1']))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['posted', 'posted', 'posted', 'posted'])
  })

  it('stands in the thread of a digest that is posted in the same minute', async () => {
    await learn('07:00', { start: instant('08:30'), end: instant('09:00') })
    await at('08:30')
    expect(notices().map(({ thread }) => thread)).toEqual(['1'])
  })

  it('stands alone where the day has no digest', async () => {
    await store.subscriptions.subscribe({ ...subscription, quiet: true, since: instant('09:00') })
    await learn('09:30')
    await at('20:30')
    await at('21:00')
    expect(notices().map(({ thread }) => thread)).toEqual([undefined, undefined])
  })

  it('says product, time in the channel’s zone, impact, who and source', async () => {
    await store.subscriptions.subscribe({ ...subscription, zone: 'Asia/Kathmandu' })
    await learn('07:00', { impact: 'Mail is slow.', url: 'https://status.example.com/m1' })
    await at('20:30')
    expect(notices()[0]?.text.split('\n').slice(2)).toEqual([
      expect.stringMatching(/^- \w+ \d+ \w+, 02:45 to 04:15 \(1 h 30 min\), Asia\/Kathmandu$/u),
      '- Impact: Mail is slow.',
      '- Who: no loaded document has a row on updates and patches',
      '- Source: status https://status.example.com/m1',
    ])
  })
})

describe('after an outage', () => {
  it('a beginning is posted late and says so, a reminder that came to nothing is skipped', async () => {
    await learn('07:00')
    await at('08:30')
    await at('21:40')
    expect(notices().map(({ text }) => text.split('\n').slice(0, 2).join(' '))).toEqual([
      expect.stringMatching(/^Under way since .* 21:00, by its plan: .* This post is late: it was due .* 21:00\.$/u),
    ])
    expect(outcomes.slice(1).map(({ outcome, late }) => [outcome, late])).toEqual([
      ['missed', false],
      ['posted', true],
    ])
  })

  it('a beginning that is an hour old is skipped, once', async () => {
    await learn('07:00', { end: instant('23:30') })
    await at('08:30')
    await at('22:05', 2)
    await at('22:06', 2)
    expect(headlines()).toEqual([])
    expect(outcomes.filter(({ outcome }) => outcome === 'missed')).toHaveLength(2)
  })
})

describe('a window that does not keep its time', () => {
  it('moved after its reminder is reminded of again, and says from when', async () => {
    await learn('07:00')
    await at('20:30')
    await learn('20:40', { start: instant('23:00'), end: instant('23:30') })
    await at('21:00')
    await at('22:30')
    expect(headlines()).toHaveLength(2)
    expect(notices()[1]?.text).toMatch(/Moved: it was to begin .* 21:00/u)
  })

  it('called off after its reminder is called off in one line', async () => {
    await learn('07:00')
    await at('20:30')
    await learn('20:40', { state: 'cancelled' })
    for (const time of ['20:41', '20:42', '21:00', '22:30']) await at(time, 2)
    expect(headlines()[1]).toMatch(/^Cancelled: Email Pro: Storage upgrade, planned for .* 21:00 to 22:30/u)
    expect(notices()).toHaveLength(2)
    expect(notices()[1]?.text).not.toContain('\n')
  })

  it('called off before anybody was reminded is not spoken of', async () => {
    await learn('07:00')
    await learn('20:00', { state: 'cancelled' })
    for (const time of ['20:01', '20:30', '21:00', '22:30']) await at(time)
    expect(notices()).toEqual([])
  })

  it('whose source tells its steps begins and ends when it says so', async () => {
    await learn('07:00')
    await learn('20:50', { state: 'in progress' })
    await at('20:51')
    await at('21:00')
    await at('22:30')
    await learn('22:50', { state: 'completed' })
    await at('22:51')
    expect(headlines()).toEqual(['Has begun: Email Pro: Storage upgrade', 'Completed: Email Pro: Storage upgrade'])
  })
})

describe('a platform in trouble', () => {
  it('that loses the answer to a beginning is looked into', async () => {
    await learn('07:00')
    await at('08:30')
    await at('20:30')
    platform.script.push('unsure')
    await at('21:00')
    await at('21:06')
    expect(outcomes.slice(2).map(({ outcome }) => outcome)).toEqual(['lost', 'posted'])
    expect(headlines()).toHaveLength(2)
  })

  it('whose answer is lost has the notice once', async () => {
    await learn('07:00')
    await at('08:30')
    platform.script.push('lost')
    await at('20:30')
    await at('20:36')
    expect(outcomes.slice(1).map(({ outcome }) => outcome)).toEqual(['lost', 'posted'])
    expect(headlines()).toHaveLength(1)
  })

  it('that loses the answer to a reminder whose window is moved at once is looked into all the same', async () => {
    await learn('07:00')
    await at('08:30')
    platform.script.push('lost')
    await at('20:30')
    await learn('20:31', { start: instant('23:00'), end: instant('23:30') })
    await at('20:36')
    await at('20:42')
    expect(outcomes.slice(1).map(({ outcome }) => outcome)).toEqual(['lost', 'posted'])
  })

  it('that refuses is asked again until the window begins', async () => {
    await learn('07:00')
    await at('08:30')
    platform.script.push('refused', 'refused')
    for (const time of ['20:30', '20:31', '20:33', '20:34']) await at(time)
    expect(headlines()).toEqual(['Begins in 27 min: Email Pro: Storage upgrade'])
  })
})

it('shows how far it has come', async () => {
  await learn('07:00')
  await at('08:30')
  const times = { startedAt: instant('08:30'), due: 1 }
  expect(progress).toEqual([
    { ...times, posted: 0, failed: 0, left: 1 },
    { ...times, posted: 1, failed: 0, left: 0 },
    { ...times, posted: 1, failed: 0, left: 0, endedAt: instant('08:30') },
  ])
})
