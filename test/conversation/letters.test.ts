import { expect, it } from 'vitest'
import { renderText } from '../../src/answer/render-text.ts'
import { talk } from './talk.ts'

it.each([
  'what does RACI mean',
  'What is R and A?',
  'what does RA mean',
  'what does A stand for?',
  'explain the letters',
])('%s explains the letters', async (text) => {
  const answer = await talk().say(text)
  expect(answer.kind).toBe('help')
  expect(renderText(answer)).toContain('A, accountable: answers for the result, whoever does the work.')
  expect(renderText(answer)).toContain('RA: both at once.')
})

it.each([
  'what is it',
  'what is a',
  'who is accountable',
  'what are we accountable for',
  'what is consulted before a change',
])('%s asks something else', async (text) => expect((await talk().say(text)).kind).not.toBe('help'))
