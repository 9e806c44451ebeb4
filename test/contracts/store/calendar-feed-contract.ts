import { describe, expect, test } from 'vitest'
import { newChannel, type TestStore } from './test-store.ts'

export function calendarFeedContract(store: () => TestStore): void {
  describe('calendar feeds', () => {
    const feeds = () => store().feeds

    test('a channel has one secret, which is found again, and another channel has another', async () => {
      const [channel, other] = [newChannel(), newChannel()]
      const secret = await feeds().secretOf(channel)
      expect(secret).toMatch(/^[\w-]{43}$/u)
      expect(await feeds().secretOf(channel)).toBe(secret)
      expect(await feeds().find(secret)).toEqual(channel)
      expect(await feeds().secretOf(other)).not.toBe(secret)
    })

    test('who asks first at the same time gets the same secret', async () => {
      const channel = newChannel()
      const secrets = await Promise.all([1, 2, 3, 4].map(() => feeds().secretOf(channel)))
      expect(new Set(secrets).size).toBe(1)
      expect(await feeds().find(secrets[0] ?? '')).toEqual(channel)
    })

    test('a renewed secret opens, the one before opens nothing', async () => {
      const channel = newChannel()
      const before = await feeds().secretOf(channel)
      const after = await feeds().renew(channel)
      expect(after).not.toBe(before)
      expect(await feeds().secretOf(channel)).toBe(after)
      expect(await feeds().find(after)).toEqual(channel)
      expect(await feeds().find(before)).toBeUndefined()
    })

    test.each(['', 'short', 'A'.repeat(43), 'A'.repeat(10_000), '\0', "' or 1=1 --", 'é'.repeat(43)])(
      'nobody’s secret opens nothing: %#',
      async (secret) => {
        expect(await feeds().find(secret)).toBeUndefined()
      },
    )

    test('ids that run into one another are two channels', async () => {
      const [one, other] = [newChannel(), newChannel()]
      const first = { ...one, tenant: 'T1', channel: `2${one.channel}` }
      const second = { ...other, tenant: 'T12', channel: one.channel }
      expect(await feeds().secretOf(first)).not.toBe(await feeds().secretOf(second))
    })
  })
}
