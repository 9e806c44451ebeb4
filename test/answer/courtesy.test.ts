import { describe, expect, it } from 'vitest'
import { composeAnswer } from '../../src/answer/compose-answer.ts'
import { isCourtesy } from '../../src/answer/courtesy.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { knowledge } from './fixture-knowledge.ts'

const said = (question: string) =>
  composeAnswer(
    {
      kind: 'unknown',
      reading: { question, products: [], aspect: 'who', understood: [], about: [] },
      reason: 'not-about-responsibility',
      near: [],
      evidence: [],
    },
    knowledge,
  )

describe('a message that only greets or thanks', () => {
  it.each([
    ['hello', 'Hello! Ask me who is responsible for something, for example “who restores backups on Email Pro?”'],
    ['Good morning team!', 'Hello! '],
    ['thanks!', 'You are welcome. '],
    ['ok, thank you very much', 'You are welcome. '],
    ['bye', 'Goodbye. '],
    ['thanks that fixed it', 'You are welcome. '],
    ['thx all, that sorted it, going back to bed', 'You are welcome. '],
    ['thx, all fixed, closing the ticket', 'You are welcome. '],
  ])('%s gets one friendly line, and stays unknown to a program', (question, start) => {
    const answer = said(question)
    expect([answer.kind, answer.blocks.length]).toEqual(['unknown', 1])
    expect(renderText(answer).startsWith(start)).toBe(true)
  })

  it.each([
    'hello, who restores backups',
    'you',
    'so',
    '',
    'what is the weather',
    'good backups',
    'thanks for the backup',
  ])('is none: %j', (text) => {
    expect(isCourtesy(text)).toBe(false)
  })
})

it('a message of which nothing is understood is said back', () => {
  const reading = { question: 'asdf qwer', products: [], aspect: 'who', understood: [], about: [] } as const
  const answer = composeAnswer(
    { kind: 'unknown', reading, reason: 'activity-not-covered', near: [], evidence: [] },
    knowledge,
  )
  expect(renderText(answer)).toMatch(/^I do not know what “asdf qwer” is about\. Name the activity, for example/u)
})

it('of many products eight are named, and where the rest is listed', () => {
  const [document] = knowledge.documents
  if (!document) throw new Error('no document')
  const many = Array.from({ length: 17 }, (_, at) => ({ ...document, product: `P${at}` }))
  const reading = { question: 'who pays', products: [], aspect: 'who', understood: [] } as const
  const unknown = { kind: 'unknown', reading, reason: 'activity-not-covered', near: [], evidence: [] } as const
  expect(renderText(composeAnswer(unknown, { documents: many, issues: [] }))).toContain(
    'Products covered: P0, P1, P2, P3, P4, P5, P6, P7 and 9 more: “raci products” lists them all.',
  )
})
