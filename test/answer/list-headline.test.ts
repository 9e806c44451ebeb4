import { describe, expect, it } from 'vitest'
import { composeComparison } from '../../src/answer/comparison.ts'
import { listHeadline } from '../../src/answer/list-headline.ts'
import { wordsOf } from '../../src/answer/phrase.ts'
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
    ['Customer alone has a role (R or A) in', [customer({ letters: ['R', 'A'], how: 'alone' })]],
    ['Customer alone is responsible (R) for', [customer({ letters: ['R'], how: 'sole' })]],
    ['Somebody is consulted (C) on', [{ party: ANYONE, letters: ['C'], how: 'all' }]],
    [
      'Neither Customer nor OVHcloud is accountable (A) for',
      [customer({ letters: ['A'], how: 'without' }), provider({ letters: ['A'], how: 'without' })],
    ],
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
  ])('%s', (words, holds) => expect(listHeadline(own, { holds }, [])[0]).toBe(`${words} 2 activities of Email Pro.`))

  it('says under which condition', () =>
    expect(listHeadline(own, { occasions: ['request', 'option'] }, [])).toEqual([
      '2 activities of Email Pro done only on request or with an option.',
    ]))

  it('joins several sections', () =>
    expect(listHeadline(own, { sections: ['1. One', '2. Two'] }, [])).toEqual([
      '2 activities of Email Pro in “1. One” and “2. Two”.',
    ]))

  it('says below what would make it long', () =>
    expect(
      listHeadline(
        own,
        { holds: [customer({ letters: ['R', 'A'], how: 'any' })], section: '1. Before subscription', topic: 'domains' },
        [],
      ),
    ).toEqual([
      'Customer is responsible or accountable (R or A) for 2 activities of Email Pro.',
      'In “1. Before subscription” about domains.',
    ]))
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
    [
      'where somebody holds it besides another letter',
      { holds: [{ party: ANYONE, letters: ['I'], how: 'only' }], none: true, of: 2 },
      'Nobody is only informed (I) of any of the 2 activities of Email Pro.',
    ],
    [
      'and its opposite is asked for',
      { holds: [{ party: 'OVHcloud', letters: ['R', 'A'], how: 'without' }], none: true, of: 2 },
      'OVHcloud is responsible or accountable (R or A) for each of the 2 activities of Email Pro.',
    ],
    [
      'and blank cells are asked for',
      { holds: [{ party: 'OVHcloud', letters: [], how: 'none' }], none: true, of: 2 },
      'OVHcloud has a role in each of the 2 activities of Email Pro.',
    ],
  ])('%s', (_, scope, words) => expect(listHeadline(own, scope, []).join(' ')).toBe(words))

  it('says it of one activity', () =>
    expect(listHeadline([rows.domain], { holds, none: true, of: 1 }, []).join(' ')).toBe(
      'OVHcloud is not responsible or accountable (R or A) for the only activity of Email Pro. The document states no role for OVHcloud there.',
    ))
})

describe('side by side', () => {
  const said = (...given: Parameters<typeof composeComparison>): readonly string[] =>
    composeComparison(...given).flatMap((block) =>
      block.type === 'facts' ? block.facts.map(wordsOf) : 'text' in block ? [block.text] : [],
    )

  it('says once what is the same', () =>
    expect(said([rows.restore, rows.restoreExchange], ['Email Pro', 'Trusted Exchange'])).toEqual([
      'The same on Email Pro and Trusted Exchange: OVHcloud does it (R, A), Customer informed (I).',
    ]))

  it('says what differs, with conditions, and who says nothing', () =>
    expect(
      said(
        [rows.restore, rows.restoreInstances, rows.restoreOption],
        ['Email Pro', 'Public Cloud Instances', 'OX Cloud'],
      ),
    ).toEqual([
      'It differs: OVHcloud does it on Email Pro, Customer on Public Cloud Instances.',
      'Email Pro: OVHcloud does it (R, A), Customer informed (I)',
      'Public Cloud Instances: Customer does it (R, A); in case of subscription to an option managed by OVHcloud: OVHcloud does it (R), Customer accountable (A)',
      'Nothing that comes near is stated for OX Cloud.',
    ]))

  it('says in short what several rows agree on', () =>
    expect(
      said([rows.restore, rows.manageIncidents, rows.blank, rows.split], ['Email Pro', 'Trusted Exchange']),
    ).toEqual([
      'OVHcloud does it on Email Pro and Trusted Exchange; who is accountable differs.',
      'Email Pro: OVHcloud does it (R, A)',
      'Trusted Exchange: OVHcloud does it (R), Customer accountable (A)',
    ]))

  it('says which product alone states it', () =>
    expect(said([rows.restore], ['Email Pro', 'OX Cloud'])).toEqual([
      'Only Email Pro states it: OVHcloud does it (R, A), Customer informed (I).',
      'Nothing that comes near is stated for OX Cloud.',
    ]))
})
