import { expect, it } from 'vitest'
import { withoutSentence } from '../../src/answer/without-sentence.ts'
import { rows } from './fixture-knowledge.ts'

it.each([
  [rows.restore, 'accountable', 'Customer is not accountable; OVHcloud is (A). Customer is informed (I).'],
  [rows.split, 'doing', 'Customer does not do the work; OVHcloud does (R). Customer is accountable (A).'],
  [rows.bothAccountable, 'accountable', 'There is nobody: Customer and OVHcloud are accountable (A).'],
  [
    rows.noAccountable,
    'accountable',
    'Nobody is accountable (A), the document says. Customer is responsible (R). OVHcloud is informed (I).',
  ],
  [
    rows.restore,
    'role',
    'There is nobody: each party has a role. OVHcloud does it: responsible and accountable (R, A). Customer is informed (I).',
  ],
] as const)('$0.text without $1', (row, without, sentence) => expect(withoutSentence(row, without)).toBe(sentence))

it('says nothing where nothing of the sort was asked', () =>
  expect(withoutSentence(rows.restore, undefined)).toBeUndefined())
