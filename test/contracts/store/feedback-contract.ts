import { describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../storage/test-clock.ts'
import { HOSTILE, type TestStore } from './test-store.ts'

const miss = {
  platform: 'slack',
  conversation: 'slack:T1:D1',
  question: 'who restores',
  shown: ['a#1', 'b#2'],
} as const

export function feedbackContract(store: () => TestStore): void {
  describe('misses', () => {
    test('lists what was missed, newest first, and not who said it or where', async () => {
      const { feedback, clock } = store()
      await feedback.recordMiss(miss)
      clock.advance(MINUTE)
      await feedback.recordMiss({ ...miss, question: HOSTILE, shown: [] })
      const [newest, before] = await feedback.recentMisses(2)
      expect(newest).toMatchObject({ shown: [], at: clock.now() })
      expect(before).toEqual({
        platform: 'slack',
        question: 'who restores',
        shown: ['a#1', 'b#2'],
        at: new Date(clock.now().getTime() - MINUTE),
      })
    })

    test('shows and keeps them for 90 days', async () => {
      const { feedback, clock } = store()
      await feedback.recordMiss(miss)
      clock.advance(90 * DAY)
      expect(await feedback.recentMisses()).toEqual([])
      expect(await store().prune()).toBeGreaterThan(0)
      expect(await store().prune()).toBe(0)
    })
  })
}
