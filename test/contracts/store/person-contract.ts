import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/ports/place.ts'
import { MINUTE } from '../../storage/test-clock.ts'
import { newPerson, type TestStore } from './test-store.ts'

export function personContract(store: () => TestStore): void {
  describe('a person', () => {
    test('is told what is kept about them, and since when', async () => {
      const person = newPerson()
      const { persons, clock } = store()
      expect(await persons.holdings(person)).toEqual({ questions: 0, misses: 0, conversations: 0, digests: 0 })
      const since = clock.now()
      await leaveTraces(store(), person)
      expect(await persons.holdings(person)).toEqual({ questions: 2, misses: 1, conversations: 1, digests: 0, since })
    })

    test('is forgotten altogether, and nobody else with them', async () => {
      const person = newPerson()
      const { persons, questions, conversations } = store()
      // The same id in another workspace is somebody else.
      const namesake = { ...newPerson(), user: person.user }
      const conversation = await leaveTraces(store(), person)
      await leaveTraces(store(), namesake)
      expect(await persons.forget(person)).toBe(4)
      expect(await persons.holdings(person)).toEqual({ questions: 0, misses: 0, conversations: 0, digests: 0 })
      expect(await questions.recent(person)).toEqual([])
      expect(await conversations.recall(conversation)).toBeUndefined()
      expect(await persons.holdings(namesake)).toMatchObject({ questions: 2, misses: 1, conversations: 1 })
      expect(await persons.forget(person)).toBe(0)
    })
  })
}

/** Two questions, a miss and a conversation, a minute apart from the first. Resolves to the conversation. */
async function leaveTraces({ questions, feedback, conversations, clock }: TestStore, person: Person): Promise<string> {
  const conversation = randomUUID()
  const asked = { platform: 'slack', person, question: 'who', outcome: 'answer', entries: [] } as const
  await questions.record(asked)
  clock.advance(MINUTE)
  await questions.record(asked)
  await feedback.recordMiss({ platform: 'slack', conversation, question: 'who', shown: [], person })
  await conversations.remember(conversation, { question: 'who', aspect: 'who', shown: [] }, person)
  return conversation
}
