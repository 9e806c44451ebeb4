import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type {
  ConversationReference,
  ConversationReferenceStore,
} from '../../../src/ports/conversation-reference-store.ts'
import type { Tenant } from '../../../src/ports/place.ts'
import { HOSTILE, newChannel, newPerson, newTenant } from './test-store.ts'

/** `store` is asked when a test begins; every test uses channels of its own. */
export function conversationReferenceContract(store: () => ConversationReferenceStore): void {
  describe('conversation references', () => {
    test('are kept, and refreshed: what is not known now stays as it was', async () => {
      const channel = newChannel()
      expect(await store().find(channel)).toBeUndefined()
      const first: ConversationReference = { ...newReference(), ...channel, locale: 'en-GB', groupName: 'Operations' }
      await store().keep(first)
      expect(await store().find(channel)).toEqual(first)
      const {
        locale: _same,
        groupName: _too,
        ...later
      } = { ...first, serviceUrl: 'https://b.example/', channelName: 'incidents' }
      await store().keep(later)
      expect(await store().find(channel)).toEqual({ ...first, ...later })
    })

    test('are gone until somebody speaks there again', async () => {
      const reference = newReference()
      expect(await store().markGone(reference)).toBe(false)
      await store().keep(reference)
      expect(await store().markGone(reference)).toBe(true)
      expect(await store().find(reference)).toEqual({ ...reference, gone: true })
      await store().keep(reference)
      expect(await store().find(reference)).toEqual(reference)
    })

    test('of a person are found by the person, the latest', async () => {
      const person = newPerson()
      const [first, second] = [newReference(person), newReference(person)]
      expect(await store().findPersonal(person)).toBeUndefined()
      await store().keep(first, person)
      await store().keep(newReference(person), newPerson({ platform: person.platform, tenant: person.tenant }))
      expect(await store().findPersonal(person)).toEqual(first)
      await store().keep(first)
      expect(await store().findPersonal(person)).toEqual(first)
      await store().remove(first)
      await store().keep(second, person)
      expect(await store().findPersonal(person)).toEqual(second)
    })

    test('are removed one by one', async () => {
      const reference = newReference()
      await store().keep(reference)
      expect(await store().remove(reference)).toBe(true)
      expect(await store().remove(reference)).toBe(false)
      expect(await store().find(reference)).toBeUndefined()
    })

    test('are removed with their group, in one tenant', async () => {
      const [tenant, group] = [newTenant(), randomUUID()]
      const [one, two, alone] = [group, group, undefined].map((of) => ({
        ...newReference(),
        ...newChannel(tenant),
        ...(of ? { group: of } : {}),
      }))
      const elsewhere = { ...newReference(), group }
      for (const reference of [one, two, alone, elsewhere]) if (reference) await store().keep(reference)
      expect(await store().removeGroup(tenant, group)).toBe(2)
      expect(await store().removeGroup(tenant, group)).toBe(0)
      for (const kept of [alone, elsewhere]) expect(kept && (await store().find(kept))).toBeDefined()
    })

    test('hold any text, and ids of any length', async () => {
      const reference = {
        ...newReference(),
        channel: `${HOSTILE}${'x'.repeat(5_000)}`,
        channelName: HOSTILE,
        group: HOSTILE,
      }
      await store().keep(reference)
      expect(await store().find(reference)).toMatchObject({
        channel: reference.channel,
        serviceUrl: reference.serviceUrl,
      })
      expect(await store().removeGroup(reference, HOSTILE)).toBe(1)
    })
  })
}

function newReference({ platform, tenant }: Tenant = newTenant()): ConversationReference {
  return { ...newChannel({ platform, tenant }), surface: 'channel', serviceUrl: 'https://a.example/' }
}
