import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MONDAY_TO_FRIDAY } from '../../src/digest/business-days.ts'
import { type DigestOutcome, type DigestRun, runDigests } from '../../src/digest/run-digests.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import { newChannel, type TestStore } from '../contracts/store/test-store.ts'
import { memory, openTestStore } from '../storage/engines.ts'
import { MINUTE } from '../storage/test-clock.ts'
import { type StubPlatform, stubPlatform } from './stub-platform.ts'
import { report } from './windows.ts'

let store: TestStore
let platform: StubPlatform
let outcomes: DigestOutcome[]
let subscription: DigestSubscription

beforeAll(async () => {
  store = await openTestStore(await memory.place())
})
afterAll(() => store.close())
beforeEach(async () => {
  for (const old of await store.subscriptions.all()) await store.subscriptions.unsubscribe(old)
  platform = stubPlatform()
  outcomes = []
  subscription = {
    ...newChannel(),
    ...{
      products: ['Email Pro'],
      time: '08:30',
      zone: 'Europe/Paris',
      weekdays: MONDAY_TO_FRIDAY,
      quiet: false,
      announceStates: false,
    },
    since: store.clock.now().toISOString(),
  }
  await store.subscriptions.subscribe(subscription)
  moveTo(8, 30)
})

/** Forward to the next working day's time in Paris (an hour ahead of UTC in this part of the year). */
function moveTo(hour: number, minute: number): void {
  do store.clock.advance(MINUTE)
  while (!isAt(hour - 1, minute))
}
function isAt(hour: number, minute: number): boolean {
  const now = store.clock.now()
  return now.getUTCHours() === hour && now.getUTCMinutes() === minute && now.getUTCDay() % 6 !== 0
}

const run = (given: Partial<DigestRun> = {}) =>
  runDigests({
    subscriptions: store.subscriptions,
    days: store.digestDays,
    maintenance: store.maintenance,
    notifierOf: () => platform,
    holidays: [],
    sources: [],
    clock: store.clock,
    report: (outcome) => outcomes.push(outcome),
    rowsOf: () => [],
    noticeRulesOf: () => [],
    ...given,
  })
const after = async (minutes: number) => {
  store.clock.advance(minutes * MINUTE)
  await run()
}
const said = () => outcomes.map(({ outcome }) => outcome)

describe('a morning', () => {
  it('posts once, however often and by however many it is run', async () => {
    await Promise.all([run(), run(), run()])
    await after(1)
    await after(60)
    expect(platform.arrived).toHaveLength(1)
    expect(said()).toEqual(['posted'])
  })

  it('posts nothing to a channel that did not ask', async () => {
    await store.subscriptions.unsubscribe(subscription)
    await run()
    expect(platform.arrived).toEqual([])
  })

  it('posts every working day once, and tells what changed since the last', async () => {
    await run()
    const reported = report({ products: ['Email Pro'], key: subscription.channel, start: later(9), end: later(10) })
    await store.maintenance.take({ source: 'status', reports: [reported] }, store.clock.now().toISOString())
    moveTo(8, 30)
    await run()
    expect(platform.arrived.map(({ text }) => text.includes('Added: Email Pro: Storage upgrade'))).toEqual([
      false,
      true,
    ])
  })

  it('keeps quiet where the channel chose so, and tells where it did not', async () => {
    await store.subscriptions.subscribe({ ...subscription, products: ['Backup'], quiet: true })
    await run()
    expect(said()).toEqual(['quiet'])
    await store.subscriptions.subscribe({ ...subscription, products: ['Backup'] })
    moveTo(8, 30)
    await run()
    expect(platform.arrived.map(({ text }) => text.includes('nothing planned'))).toEqual([true])
  })

  it('waits for a platform that is off', async () => {
    await run({ notifierOf: () => undefined })
    await after(20)
    expect(platform.arrived[0]?.text).toContain('This digest is late')
  })
})

/** That many days from now. */
const later = (days: number) => new Date(store.clock.now().getTime() + days * 1440 * MINUTE).toISOString()

describe('after an outage', () => {
  it('posts late and says so, within the grace time', async () => {
    store.clock.advance(179 * MINUTE)
    await run()
    expect(platform.arrived[0]?.text).toContain('This digest is late: it was due')
    expect(outcomes).toMatchObject([{ outcome: 'posted', late: true }])
  })

  it('skips what is past it, once', async () => {
    store.clock.advance(181 * MINUTE)
    await run()
    await run()
    expect(platform.arrived).toEqual([])
    expect(said()).toEqual(['missed'])
  })
})

describe('a platform in trouble', () => {
  it('that refuses and then accepts has it once', async () => {
    platform.script.push('refused', 'refused')
    await run()
    await after(1)
    await after(1)
    await after(1)
    expect(said()).toEqual(['refused', 'refused', 'posted'])
    expect(platform.arrived).toHaveLength(1)
  })

  it('whose answer is lost is looked into before anything is sent again: it had arrived', async () => {
    platform.script.push('lost')
    await run()
    await after(1)
    expect(said()).toEqual(['lost'])
    await after(5)
    expect(said()).toEqual(['lost', 'posted'])
    expect(platform.arrived).toHaveLength(1)
  })

  it('whose answer is lost is looked into: it had not arrived', async () => {
    platform.script.push('unsure')
    await run()
    await after(6)
    expect(said()).toEqual(['lost', 'posted'])
    expect(platform.arrived).toHaveLength(1)
  })

  it('that cannot be looked into is never sent it twice, and that is said', async () => {
    platform.script.push('lost')
    platform.canLook = false
    await run()
    await after(6)
    await after(6)
    expect(outcomes).toMatchObject([
      { outcome: 'lost' },
      { outcome: 'unknown', reason: expect.stringContaining('lost') },
    ])
    expect(platform.arrived).toHaveLength(1)
  })

  it('that lost a digest is said so in the next one', async () => {
    platform.script.push('lost')
    platform.canLook = false
    await run()
    await after(6)
    moveTo(8, 30)
    await run()
    moveTo(8, 30)
    await run()
    const notes = platform.arrived.map(({ text }) => text.includes('Nobody knows whether the digest of'))
    expect(notes).toEqual([false, true, false])
  })

  it('that cannot be looked into just now is looked into again', async () => {
    platform.script.push('lost')
    platform.canLook = 'later'
    await run()
    await after(6)
    platform.canLook = true
    await after(6)
    expect(said()).toEqual(['lost', 'lost', 'posted'])
    expect(platform.arrived).toHaveLength(1)
  })

  it('that cannot be looked into all morning is told as unknown, not as missed', async () => {
    platform.script.push('lost')
    platform.canLook = 'later'
    await run()
    for (let minute = 0; minute < 200; minute += 6) await after(6)
    expect(said().at(-1)).toBe('unknown')
    expect(platform.arrived).toHaveLength(1)
  })

  it('that refuses all morning ends as missed, with why', async () => {
    platform.script.push(...Array<'refused'>(400).fill('refused'))
    for (let minute = 0; minute < 200; minute++) await after(1)
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'missed', reason: 'scripted refused' })
    expect(said().filter((outcome) => outcome === 'refused').length).toBeLessThan(20)
  })
})

describe('a channel that is gone', () => {
  it('is asked once more and then unsubscribed', async () => {
    platform.script.push('gone', 'gone')
    await run()
    expect(await store.subscriptions.find(subscription)).toBeDefined()
    await after(10)
    expect(said()).toEqual(['refused', 'gone'])
    expect(await store.subscriptions.find(subscription)).toBeUndefined()
  })

  it.each([
    ['is told to its subscriber', true, 'U1', 'its subscriber was told', 1],
    ['and whose subscriber cannot be told, is said so', false, 'U1', 'its subscriber could not be reached', 0],
    ['and whose subscriber nobody knows, is said so', true, undefined, 'nobody is known who could be told', 0],
  ])('%s', async (_, canTell, user, words, count) => {
    const { platform: name, tenant } = subscription
    await store.subscriptions.subscribe(subscription, user ? { platform: name, tenant, user } : undefined)
    platform.canTell = canTell
    platform.script.push('gone', 'gone')
    await run()
    expect(platform.told).toEqual([])
    await after(10)
    await after(10)
    expect(platform.told).toHaveLength(count)
    const text = expect.stringContaining(`in #${subscription.channel} has ended`)
    if (count) expect(platform.told[0]).toMatchObject({ user, text })
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'gone', reason: `scripted gone; ${words}` })
    expect(await store.subscriptions.subscriber(subscription)).toBeUndefined()
    expect((await store.digestDays.ended('gone', 1))[0]).toMatchObject({ reason: `scripted gone; ${words}` })
  })

  it('and is back at the second attempt stays', async () => {
    platform.script.push('gone')
    await run()
    await after(10)
    expect(said()).toEqual(['refused', 'posted'])
    expect(await store.subscriptions.find(subscription)).toBeDefined()
  })
})

it('much is left to the replica that is at it, and taken over when it has died', async () => {
  for (let count = 0; count < 70; count++) await store.subscriptions.subscribe({ ...subscription, ...newChannel() })
  const { platform: name, tenant, channel } = subscription
  await store.digestDays.claim({
    channel: { platform: name, tenant, channel },
    day: store.clock.now().toISOString().slice(0, 10),
  })
  await run()
  await after(1)
  expect(said()).toEqual([])
  await after(1)
  expect(said()).toEqual(Array.from({ length: 70 }, () => 'posted'))
})

it('a channel’s failure leaves the others alone', async () => {
  const other = { ...subscription, ...newChannel() }
  await store.subscriptions.subscribe(other)
  const claim = store.digestDays.claim.bind(store.digestDays)
  const days = Object.assign(Object.create(store.digestDays), {
    claim: (...given: Parameters<typeof claim>) =>
      given[0].channel.channel === subscription.channel ? Promise.reject(new Error('down')) : claim(...given),
    on: store.digestDays.on.bind(store.digestDays),
    find: store.digestDays.find.bind(store.digestDays),
    before: store.digestDays.before.bind(store.digestDays),
    begin: store.digestDays.begin.bind(store.digestDays),
    end: store.digestDays.end.bind(store.digestDays),
  })
  await run({ days })
  expect(said().toSorted()).toEqual(['failed', 'posted'])
})
