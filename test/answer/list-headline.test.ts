import { describe, expect, it } from 'vitest'
import { comparisonSentence } from '../../src/answer/comparison.ts'
import { listHeadline } from '../../src/answer/list-headline.ts'
import { ANYONE, type Holding, type ListScope } from '../../src/domain/resolution.ts'
import { rows } from './fixture-knowledge.ts'

const own = [rows.domain, rows.sizing]
const customer = (more: Omit<Holding, 'party'>): Holding => ({ party: 'Customer', ...more })
const provider = (more: Omit<Holding, 'party'>): Holding => ({ party: 'OVHcloud', ...more })

describe('what a list is of', () => {
  it.each<[string, readonly Holding[]]>([
    [
      'Customer is accountable (A) but not responsible (R) for',
      [customer({ letters: ['A'], how: 'all', lacks: ['R'] })],
    ],
    ['Customer is only informed (I) of', [customer({ letters: ['I'], how: 'only' })]],
    ['Customer has no letter in', [customer({ letters: [], how: 'none' })]],
    ['Customer has a role in', [customer({ letters: ['R', 'A', 'S', 'C', 'I'], how: 'any' })]],
    [
      'Customer is the only party with a role, responsible or accountable (R or A), in',
      [customer({ letters: ['R', 'A'], how: 'alone' })],
    ],
    ['Customer alone is responsible (R) for', [customer({ letters: ['R'], how: 'sole' })]],
    ['Somebody is consulted (C) on', [{ party: ANYONE, letters: ['C'], how: 'all' }]],
    ['Nobody is consulted (C) on', [{ party: ANYONE, letters: ['C'], how: 'without' }]],
    [
      'Customer and OVHcloud are both responsible (R) for',
      [customer({ letters: ['R'], how: 'all' }), provider({ letters: ['R'], how: 'all' })],
    ],
    [
      'Customer is accountable (A) and OVHcloud is responsible (R) for',
      [
        customer({ letters: ['A'], how: 'all' }),
        provider({ letters: ['R'], how: 'all' }),
        provider({ letters: ['A'], how: 'without' }),
      ],
    ],
  ])('%s', (words, holds) => expect(listHeadline(own, { holds }, [])).toBe(`${words} 2 activities of Email Pro.`))

  it('says under which condition', () =>
    expect(listHeadline(own, { occasions: ['request', 'option'] }, [])).toBe(
      '2 activities of Email Pro done only on request or with an option.',
    ))

  it('joins several sections', () =>
    expect(listHeadline(own, { sections: ['1. One', '2. Two'] }, [])).toBe(
      '2 activities of Email Pro in “1. One” and “2. Two”.',
    ))
})

describe('nothing is theirs', () => {
  const holds = [provider({ letters: ['R', 'A'], how: 'any' })]
  it.each<[string, ListScope, string]>([
    [
      'with what it holds instead',
      { holds, none: true, of: 2 },
      'OVHcloud is responsible or accountable (R or A) for none of the 2 activities of Email Pro. It is informed (I) of 1 of them.',
    ],
    [
      'under a condition',
      { occasions: ['option'], none: true, of: 2 },
      'None of the 2 activities of Email Pro states that it is done only with an option.',
    ],
    [
      'and nobody else’s',
      { holds: [{ party: ANYONE, letters: ['C'], how: 'all' }], none: true, of: 2 },
      'Nobody is consulted (C) on any of the 2 activities of Email Pro.',
    ],
  ])('%s', (_, scope, words) => expect(listHeadline(own, scope, [])).toBe(words))

  it('says it of one activity', () =>
    expect(listHeadline([rows.domain], { holds, none: true, of: 1 }, [])).toBe(
      'OVHcloud is not responsible or accountable (R or A) for the only activity of Email Pro. The document states no role for OVHcloud there.',
    ))
})

describe('side by side', () => {
  it('says once what is the same', () =>
    expect(comparisonSentence([rows.restore, rows.restoreExchange], ['Email Pro', 'Trusted Exchange'])).toMatch(
      /^The same on Email Pro and Trusted Exchange: /,
    ))

  it('says what differs, with conditions, and who says nothing', () => {
    const said = comparisonSentence(
      [rows.restore, rows.restoreInstances, rows.restoreOption],
      ['Email Pro', 'Public Cloud Instances', 'OX Cloud'],
    )
    expect(said).toMatch(/^It differs\. Email Pro: /)
    expect(said).toContain('in case of subscription to an option')
    expect(said).toMatch(/Nothing that comes near is stated for OX Cloud\.$/)
  })
})
