import { describe, expect, test } from 'vitest'
import { newChannel, newTenant, type TestStore } from './test-store.ts'

export function bindingContract(store: () => TestStore): void {
  describe('channel bindings', () => {
    test('a channel is not bound until somebody binds it, and then to the latest product', async () => {
      const channel = newChannel()
      expect(await store().bindings.find(channel)).toBeUndefined()
      await store().bindings.bind(channel, 'Email Pro')
      await store().bindings.bind(channel, 'OX Cloud')
      expect(await store().bindings.find(channel)).toBe('OX Cloud')
    })

    test.each(['platform', 'tenant'] as const)('the same channel id on another %s is another channel', async (part) => {
      const channel = newChannel()
      await store().bindings.bind(channel, 'Email Pro')
      const other = part === 'platform' ? { ...channel, platform: 'teams' as const } : { ...channel, tenant: 'T-other' }
      expect(await store().bindings.find(other)).toBeUndefined()
    })

    test('unbinds once', async () => {
      const channel = newChannel()
      await store().bindings.bind(channel, 'Email Pro')
      expect(await store().bindings.unbind(channel)).toBe(true)
      expect(await store().bindings.unbind(channel)).toBe(false)
      expect(await store().bindings.find(channel)).toBeUndefined()
    })

    test('clears one tenant and no other', async () => {
      const [gone, stays] = [newTenant(), newTenant()]
      const kept = newChannel(stays)
      await store().bindings.bind(newChannel(gone), 'Email Pro')
      await store().bindings.bind(newChannel(gone), 'OX Cloud')
      await store().bindings.bind(kept, 'Email Pro')
      expect(await store().bindings.clear(gone)).toBe(2)
      expect(await store().bindings.find(kept)).toBe('Email Pro')
    })
  })
}
