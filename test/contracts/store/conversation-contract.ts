import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ConversationMemory, ConversationStore } from '../../../src/ports/conversation-store.ts'
import { DAY } from '../../storage/test-clock.ts'
import { HOSTILE, type TestStore } from './test-store.ts'

/** Every member of a memory: a new one has to be added here, and to come back. */
const FULL: Required<ConversationMemory> = {
  question: HOSTILE,
  aspect: 'informed',
  entry: 'email-pro#12',
  product: HOSTILE,
  shown: ['email-pro#12', 'ox-cloud#3'],
}
const EMPTY: ConversationMemory = { question: '', aspect: 'who', shown: [] }

/** What every conversation store promises. */
export function conversationContract(store: () => ConversationStore): void {
  describe('conversations', () => {
    test('recalls nothing of a conversation that never was', async () => {
      expect(await store().recall(randomUUID())).toBeUndefined()
    })

    test.each([
      ['full', FULL],
      ['empty', EMPTY],
    ])('recalls a %s memory as it was', async (_, memory) => {
      const conversation = randomUUID()
      await store().remember(conversation, memory)
      expect(await store().recall(conversation)).toEqual(memory)
    })

    test('remembers the last exchange only', async () => {
      const conversation = randomUUID()
      await store().remember(conversation, FULL)
      await store().remember(conversation, EMPTY)
      expect(await store().recall(conversation)).toEqual(EMPTY)
    })

    test.each(['', HOSTILE, 'x'.repeat(10_000)])('a conversation may have any name (%#)', async (name) => {
      await store().remember(name, FULL)
      expect(await store().recall(name)).toEqual(FULL)
      expect(await store().recall(`${name} `)).toBeUndefined()
    })
  })
}

/** What a store that outlasts the process promises besides. */
export function keptConversationContract(store: () => TestStore): void {
  test('a conversation is forgotten 30 days after its last exchange', async () => {
    const { conversations, clock } = store()
    const [rested, went] = [randomUUID(), randomUUID()]
    await conversations.remember(rested, FULL)
    await conversations.remember(went, FULL)
    clock.advance(29 * DAY)
    expect(await conversations.recall(rested)).toEqual(FULL)
    await conversations.remember(went, EMPTY)
    clock.advance(DAY)
    expect(await conversations.recall(rested)).toBeUndefined()
    await store().prune()
    expect(await conversations.recall(went)).toEqual(EMPTY)
  })
}
