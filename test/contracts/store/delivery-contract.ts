import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/ports/delivery-store.ts'
import { DAY, MINUTE } from '../../storage/test-clock.ts'
import { HOSTILE, type TestStore } from './test-store.ts'

export function deliveryContract(store: () => TestStore): void {
  describe('deliveries', () => {
    test('an id is new once', async () => {
      const id = randomUUID()
      expect(await store().deliveries.remember(id)).toBe('new')
      expect(await store().deliveries.remember(id)).toBe('seen')
    })

    test.each([
      ['NUL and half a pair', HOSTILE],
      ['10,000 characters', 'x'.repeat(10_000)],
      ['nothing', ''],
    ])('an id of %s is an id like any other', async (_, id) => {
      expect(await store().deliveries.remember(id)).toBe('new')
      expect(await store().deliveries.remember(id)).toBe('seen')
      expect(await store().deliveries.remember(`${id}y`)).toBe('new')
    })

    test('remembers through pruning for 15 minutes, and not for ever', async () => {
      const id = randomUUID()
      await store().deliveries.remember(id)
      store().clock.advance(15 * MINUTE)
      await store().prune()
      expect(await store().deliveries.remember(id)).toBe('seen')
      store().clock.advance(46 * MINUTE)
      await store().prune()
      expect(await store().deliveries.remember(id)).toBe('new')
    })

    test('prunes more than a portion at a time', async () => {
      const { deliveries, clock } = store()
      clock.advance(DAY)
      await store().prune()
      await Promise.all(Array.from({ length: 501 }, () => deliveries.remember(randomUUID())))
      clock.advance(60 * MINUTE)
      expect(await store().prune()).toBe(501)
    })
  })

  describe('claims', () => {
    test('one caller holds the work, the others are told', async () => {
      const id = randomUUID()
      const claim = await claimed(store(), id)
      expect(claim).toEqual({ id, attempt: 1 })
      expect(await store().deliveries.claim(id)).toBe('working')
      expect(await store().deliveries.remember(id)).toBe('seen')
      expect(await store().deliveries.finish(claim)).toBe(true)
      expect(await store().deliveries.claim(id)).toBe('done')
    })

    test('an id that was remembered is done', async () => {
      const id = randomUUID()
      await store().deliveries.remember(id)
      expect(await store().deliveries.claim(id)).toBe('done')
    })

    test('another takes over when the lease has run out, and the first can no longer finish', async () => {
      const id = randomUUID()
      const first = await claimed(store(), id)
      store().clock.advance(MINUTE)
      const second = await claimed(store(), id)
      expect(second.attempt).toBe(2)
      expect(await store().deliveries.finish(first)).toBe(false)
      expect(await store().deliveries.release(first)).toBe(false)
      expect(await store().deliveries.finish(second)).toBe(true)
    })

    test('released work can be claimed at once and was not abandoned', async () => {
      const id = randomUUID()
      expect(await store().deliveries.release(await claimed(store(), id))).toBe(true)
      store().clock.advance(2 * MINUTE)
      expect(await store().deliveries.takeAbandoned()).toEqual([])
      expect((await claimed(store(), id)).attempt).toBe(2)
      await store().deliveries.finish({ id, attempt: 2 })
    })

    test('hands abandoned work out once, longest waiting first, and gives it up by that', async () => {
      const ids = [randomUUID(), randomUUID(), randomUUID()] as const
      await store().deliveries.claim(ids[0], { leaseMs: 3 * MINUTE, note: 'channel C1' })
      await store().deliveries.claim(ids[1], { leaseMs: 2 * MINUTE, note: HOSTILE })
      await store().deliveries.claim(ids[2], { leaseMs: 9 * MINUTE })
      store().clock.advance(2 * MINUTE)
      expect(await store().deliveries.takeAbandoned()).toMatchObject([{ id: ids[1], attempt: 1 }])
      store().clock.advance(7 * MINUTE)
      expect(await store().deliveries.takeAbandoned(1)).toEqual([{ id: ids[0], attempt: 1, note: 'channel C1' }])
      expect(await store().deliveries.takeAbandoned()).toEqual([{ id: ids[2], attempt: 1 }])
      expect(await store().deliveries.takeAbandoned()).toEqual([])
      expect(await store().deliveries.claim(ids[0])).toBe('done')
      expect(await store().deliveries.finish({ id: ids[0], attempt: 1 })).toBe(false)
    })

    test('a lease runs anew while its holder lives', async () => {
      const id = randomUUID()
      const claim = await claimed(store(), id)
      store().clock.advance(50_000)
      expect(await store().deliveries.extend(claim)).toBe(true)
      store().clock.advance(50_000)
      expect(await store().deliveries.takeAbandoned()).toEqual([])
      expect(await store().deliveries.claim(id)).toBe('working')
      await store().deliveries.finish(claim)
      expect(await store().deliveries.extend(claim)).toBe(false)
    })

    test('a claim is kept for as long as was asked', async () => {
      const id = randomUUID()
      const claim = await claimed(store(), id, 24 * 60 * MINUTE)
      await store().deliveries.finish(claim)
      store().clock.advance(23 * 60 * MINUTE)
      await store().prune()
      expect(await store().deliveries.claim(id)).toBe('done')
    })
  })

  describe('accepted deliveries', () => {
    const GRACE = 5_000

    test('that nobody begins are handed out with what they need, again after a minute, and never once claimed', async () => {
      const [one, two] = [randomUUID(), randomUUID()]
      const { deliveries, clock } = store()
      await deliveries.accept([{ id: one, note: HOSTILE }])
      clock.advance(1_000)
      await deliveries.accept([{ id: two, note: 'second' }])
      expect(await deliveries.takeWaiting()).toEqual([])
      clock.advance(GRACE)
      expect(await deliveries.takeWaiting(1)).toEqual([{ id: one, note: HOSTILE.toWellFormed() }])
      expect(await deliveries.takeWaiting()).toEqual([{ id: two, note: 'second' }])
      expect(await deliveries.takeWaiting()).toEqual([])
      expect(await claimed(store(), one)).toEqual({ id: one, attempt: 1 })
      clock.advance(MINUTE)
      expect(await deliveries.takeWaiting()).toEqual([{ id: two, note: 'second' }])
      await deliveries.settle(two)
      clock.advance(MINUTE)
      expect(await deliveries.takeWaiting()).toEqual([])
      expect(await deliveries.claim(two)).toBe('done')
      expect(await deliveries.takeAbandoned()).toMatchObject([{ id: one }])
    })

    test('that are delivered again change nothing: not what waits, not what was done', async () => {
      const [waits, isDone] = [randomUUID(), randomUUID()]
      const { deliveries, clock } = store()
      await deliveries.finish(await claimed(store(), isDone))
      const again = [waits, isDone].map((id) => ({ id, note: 'again' }))
      await deliveries.accept([{ id: waits, note: 'first' }])
      await deliveries.accept(again)
      clock.advance(GRACE)
      expect(await deliveries.takeWaiting()).toEqual([{ id: waits, note: 'first' }])
      expect(await deliveries.claim(isDone)).toBe('done')
      await deliveries.settle(waits)
    })

    test('settling touches no work', async () => {
      const id = randomUUID()
      const claim = await claimed(store(), id)
      await store().deliveries.settle(id)
      expect(await store().deliveries.finish(claim)).toBe(true)
    })
  })
}

async function claimed(store: TestStore, id: string, keptMs?: number): Promise<Claim> {
  const claim = await store.deliveries.claim(id, keptMs === undefined ? {} : { keptMs })
  if (typeof claim === 'string') throw new Error(`expected a claim, got ${claim}`)
  return claim
}
