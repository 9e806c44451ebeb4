import { describe, expect, test } from 'vitest'
import type { AskedQuestion } from '../../../src/ports/question-store.ts'
import { DAY, MINUTE } from '../../storage/test-clock.ts'
import { HOSTILE, newPerson, type TestStore } from './test-store.ts'

const asked: AskedQuestion = {
  platform: 'slack',
  question: 'who restores backups',
  outcome: 'answer',
  entries: ['a#1'],
}

export function questionContract(store: () => TestStore): void {
  describe('questions', () => {
    test("lists a person's own questions, newest first", async () => {
      const { questions, clock } = store()
      const [person, other] = [newPerson(), newPerson()]
      const first = clock.now()
      await questions.record({ ...asked, person })
      await questions.record({ ...asked, person: other, question: 'not mine' })
      await questions.record({ ...asked, question: 'nobody asked' })
      clock.advance(MINUTE)
      await questions.record({ ...asked, person, question: 'and now?', outcome: 'unknown', entries: [] })
      expect(await questions.recent(person)).toEqual([
        { platform: 'slack', question: 'and now?', outcome: 'unknown', entries: [], askedAt: clock.now() },
        { platform: 'slack', question: 'who restores backups', outcome: 'answer', entries: ['a#1'], askedAt: first },
      ])
    })

    test('lists ten, or as many as were wanted, in the order they came even within one instant', async () => {
      const person = newPerson()
      for (let n = 1; n <= 12; n++) await store().questions.record({ ...asked, person, question: `q${n}` })
      const recent = await store().questions.recent(person)
      expect(recent.map(({ question }) => question)).toEqual([
        'q12',
        'q11',
        'q10',
        'q9',
        'q8',
        'q7',
        'q6',
        'q5',
        'q4',
        'q3',
      ])
      expect(await store().questions.recent(person, 2)).toHaveLength(2)
    })

    test('keeps any text that people send, without what no database holds, up to 4,000 characters', async () => {
      const person = newPerson()
      const entries = [`"quoted", {braces}, \\, ${HOSTILE}`, 'NULL', '']
      await store().questions.record({ ...asked, person, question: HOSTILE, entries })
      await store().questions.record({ ...asked, person, question: `${'x'.repeat(3_999)}😀` })
      const clean = HOSTILE.replace('\0', '').replace('\ud83d ', '\ufffd ')
      expect(await store().questions.recent(person)).toMatchObject([
        { question: `${'x'.repeat(3_999)}\ufffd` },
        { question: clean, entries: [`"quoted", {braces}, \\, ${clean}`, 'NULL', ''] },
      ])
    })

    test('shows and keeps them for 90 days', async () => {
      const { questions, clock } = store()
      const person = newPerson()
      await questions.record({ ...asked, person })
      clock.advance(89 * DAY)
      await store().prune()
      expect(await questions.recent(person)).toHaveLength(1)
      clock.advance(DAY)
      expect(await questions.recent(person)).toHaveLength(0)
      expect((await store().persons.holdings(person)).questions).toBe(1)
      await store().prune()
      expect((await store().persons.holdings(person)).questions).toBe(0)
    })
  })
}
