import { describe, expect, test } from 'vitest'
import type { DayClaim, DayClaimed } from '../../../src/ports/digest-day-store.ts'
import type { DigestSubscription } from '../../../src/ports/digest-subscription-store.ts'
import { MINUTE } from '../../storage/test-clock.ts'
import { HOSTILE, newChannel, newPerson, type TestStore } from './test-store.ts'

const DAY = '2026-11-18'

function claimOf(claimed: DayClaimed): DayClaim {
  if (claimed.kind !== 'free' && claimed.kind !== 'unsure') throw new Error(`no claim but ${claimed.kind}`)
  return claimed.claim
}

export function digestDayContract(store: () => TestStore): void {
  describe('digest days', () => {
    const days = () => store().digestDays
    const asOf = () => store().clock.now().toISOString()
    const inMinutes = (minutes: number) => new Date(store().clock.now().getTime() + minutes * MINUTE).toISOString()

    test('one caller gets a channel’s day; when it ended, nobody does', async () => {
      const channel = newChannel()
      const claimed = await days().claim({ channel, day: DAY })
      expect(claimed).toEqual({ kind: 'free', claim: { channel, day: DAY, attempt: 1 } })
      expect(await days().claim({ channel, day: DAY })).toEqual({ kind: 'taken' })
      expect(await days().begin(claimOf(claimed), asOf())).toBe(true)
      expect(await days().end(claimOf(claimed), 'posted', { message: '1.2' })).toBe(true)
      store().clock.advance(60 * MINUTE)
      expect(await days().claim({ channel, day: DAY })).toEqual({ kind: 'ended' })
    })

    test('another day, and another channel, is another digest', async () => {
      const channel = newChannel()
      await days().claim({ channel, day: DAY })
      expect((await days().claim({ channel, day: '2026-11-19' })).kind).toBe('free')
      expect((await days().claim({ channel: { ...channel, tenant: 'T-other' }, day: DAY })).kind).toBe('free')
    })

    test('who died before sending leaves a free day, who died after leaves doubt until somebody ends it', async () => {
      const channel = newChannel()
      await days().claim({ channel, day: DAY })
      store().clock.advance(6 * MINUTE)
      const second = await days().claim({ channel, day: DAY })
      expect(second).toMatchObject({ kind: 'free', claim: { attempt: 2 } })
      await days().begin(claimOf(second), asOf())
      const sentAt = store().clock.now().toISOString()
      store().clock.advance(6 * MINUTE)
      expect(await days().claim({ channel, day: DAY })).toMatchObject({
        kind: 'unsure',
        asOf: sentAt,
        claim: { attempt: 3 },
      })
      store().clock.advance(6 * MINUTE)
      expect(await days().claim({ channel, day: DAY })).toMatchObject({
        kind: 'unsure',
        asOf: sentAt,
        claim: { attempt: 4 },
      })
    })

    test('who lost the lease may neither send nor end it', async () => {
      const channel = newChannel()
      const first = claimOf(await days().claim({ channel, day: DAY }))
      store().clock.advance(6 * MINUTE)
      expect(await days().begin(first, asOf())).toBe(false)
      const second = claimOf(await days().claim({ channel, day: DAY }))
      expect(await days().begin(first, asOf())).toBe(false)
      expect(await days().end(first, 'posted')).toBe(false)
      expect(await days().release(first, inMinutes(0), 'no')).toBe(false)
      expect(await days().begin(second, asOf())).toBe(true)
    })

    test('what was refused waits, and then is free again with the reason', async () => {
      const channel = newChannel()
      const first = claimOf(await days().claim({ channel, day: DAY }))
      await days().begin(first, asOf())
      expect(await days().release(first, inMinutes(10), HOSTILE)).toBe(true)
      expect(await days().claim({ channel, day: DAY })).toEqual({ kind: 'taken' })
      store().clock.advance(10 * MINUTE)
      const again = await days().claim({ channel, day: DAY })
      expect(again).toMatchObject({ kind: 'free', claim: { attempt: 2 } })
      expect(claimOf(again).refused).toContain('drop table')
    })

    test('knows when the digest before was begun, posted or quiet, and no other', async () => {
      const channel = newChannel()
      expect(await days().before(channel, DAY)).toBeUndefined()
      const begun = store().clock.now().toISOString()
      const monday = claimOf(await days().claim({ channel, day: '2026-11-16' }))
      await days().begin(monday, asOf())
      store().clock.advance(MINUTE)
      await days().end(monday, 'posted')
      expect(await days().before(channel, DAY)).toBe(begun)
      await days().end(claimOf(await days().claim({ channel, day: '2026-11-17' })), 'missed')
      expect(await days().before(channel, DAY)).toBe(begun)
      const quietAt = store().clock.now().toISOString()
      const quiet = claimOf(await days().claim({ channel, day: '2026-11-17T' }))
      await days().begin(quiet, quietAt)
      await days().end(quiet, 'quiet')
      expect(await days().before(channel, DAY)).toBe(quietAt)
      expect(await days().before(channel, '2026-11-16')).toBeUndefined()
    })

    test('each notice of a day is a post of its own, and none of them is the digest before', async () => {
      const channel = newChannel()
      const notice = `start/${'x'.repeat(3_000)}`
      const start = claimOf(await days().claim({ channel, day: DAY, notice }))
      expect(await days().claim({ channel, day: DAY, notice })).toEqual({ kind: 'taken' })
      expect((await days().claim({ channel, day: DAY, notice: 'start/other' })).kind).toBe('free')
      expect((await days().claim({ channel, day: DAY })).kind).toBe('free')
      await days().begin(start, asOf())
      expect(await days().end(start, 'posted', { message: '1.3' })).toBe(true)
      expect(await days().claim({ channel, day: DAY, notice })).toEqual({ kind: 'ended' })
      expect(await days().before(channel, '2026-11-19')).toBeUndefined()
    })

    test('shows the records of days, and those that ended last', async () => {
      const channel = newChannel()
      store().clock.advance(MINUTE)
      await days().end(claimOf(await days().claim({ channel, day: '2031-02-03' })), 'gone', { reason: 'is_archived' })
      const reminder = claimOf(await days().claim({ channel, day: '2031-02-04', notice: 'reminder/1' }))
      const begunAt = asOf()
      await days().begin(reminder, begunAt)
      await days().end(reminder, 'posted', { message: '1.4' })
      const gone = { channel, day: '2031-02-03', state: 'gone', reason: 'is_archived', attempt: 1 }
      expect(await days().ended('gone', 1)).toMatchObject([gone])
      const records = await days().on(['2031-02-03', '2031-02-04'])
      expect(records.toSorted((a, b) => (a.day < b.day ? -1 : 1))).toMatchObject([
        gone,
        { channel, day: '2031-02-04', notice: 'reminder/1', state: 'posted', begunAt, message: '1.4' },
      ])
      expect(await days().on([])).toEqual([])
      const notice = { channel, day: '2031-02-04', notice: 'reminder/1' }
      expect(await days().find(notice)).toEqual(records.find((record) => record.notice !== undefined))
      expect(await days().find({ channel, day: '2031-02-04' })).toBeUndefined()
      expect(await days().days(2)).toEqual(['2031-02-04', '2031-02-03'])
    })

    test('20 callers: one gets it', async () => {
      const channel = newChannel()
      const said = await Promise.all(Array.from({ length: 20 }, () => days().claim({ channel, day: DAY })))
      expect(said.filter(({ kind }) => kind === 'free')).toHaveLength(1)
    })
  })
}

export function subscriptionContract(store: () => TestStore): void {
  describe('digest subscriptions', () => {
    const subscription = (): DigestSubscription => ({
      ...newChannel(),
      ...{ products: ['Email Pro', 'OX Cloud'], time: '08:30', zone: 'Europe/Paris', weekdays: [1, 2, 3, 4, 5] },
      ...{ calendar: 'France', quiet: false, since: '2026-11-16T08:00:00.000Z' },
      ...{ reminderMinutes: 30, announceStates: true },
    })
    const channelOf = ({ platform, tenant, channel }: DigestSubscription) => ({ platform, tenant, channel })

    test('is found as it was made, and replaced by a later one', async () => {
      const first = subscription()
      expect(await store().subscriptions.find(channelOf(first))).toBeUndefined()
      await store().subscriptions.subscribe(first)
      expect(await store().subscriptions.find(channelOf(first))).toEqual(first)
      const { calendar: _, reminderMinutes: __, ...rest } = first
      const second = { ...rest, products: [], weekdays: [7], quiet: true, announceStates: false }
      await store().subscriptions.subscribe(second)
      expect(await store().subscriptions.find(channelOf(first))).toEqual(second)
    })

    test('knows whom to tell, as long as it lasts and the person is not forgotten', async () => {
      const [one, other] = [subscription(), subscription()]
      const subscriber = newPerson({ platform: one.platform, tenant: one.tenant })
      await store().subscriptions.subscribe(one, subscriber)
      await store().subscriptions.subscribe(other, { ...subscriber, tenant: other.tenant })
      expect(await store().subscriptions.subscriber(one)).toEqual(subscriber)
      expect(await store().persons.holdings(subscriber)).toMatchObject({ digests: 1 })
      expect(await store().persons.forget(subscriber)).toBe(1)
      expect(await store().subscriptions.subscriber(one)).toBeUndefined()
      expect(await store().subscriptions.find(channelOf(one))).toEqual(one)
      await store().subscriptions.unsubscribe(channelOf(other))
      expect(await store().subscriptions.subscriber(other)).toBeUndefined()
      await store().subscriptions.subscribe(other)
      expect(await store().subscriptions.subscriber(other)).toBeUndefined()
    })

    test('ends once, and is among all while it lasts', async () => {
      const one = subscription()
      await store().subscriptions.subscribe(one)
      expect(await store().subscriptions.all()).toContainEqual(one)
      expect(await store().subscriptions.unsubscribe(channelOf(one))).toBe(true)
      expect(await store().subscriptions.unsubscribe(channelOf(one))).toBe(false)
      expect(await store().subscriptions.all()).not.toContainEqual(one)
    })
  })
}
