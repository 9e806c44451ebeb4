import { expect, it } from 'vitest'
import { claimSentence } from '../../src/answer/claim-sentence.ts'
import type { Activity } from '../../src/domain/raci.ts'
import { ANYONE, type Claim } from '../../src/domain/resolution.ts'
import { rows } from './fixture-knowledge.ts'

const customer = (part: Claim['part']): Claim => ({ party: 'Customer', part })
const provider = (part: Claim['part']): Claim => ({ party: 'OVHcloud', part })

it.each<[Activity, Claim, string | undefined]>([
  [
    rows.restore,
    provider('doing'),
    'Yes: OVHcloud does it, responsible and accountable (R, A). Customer is informed (I).',
  ],
  [
    rows.restore,
    customer('doing'),
    'No: OVHcloud does it, responsible and accountable (R, A). Customer is informed (I).',
  ],
  [rows.split, customer('doing'), 'Partly: Customer is accountable (A); OVHcloud does the work (R).'],
  [rows.split, provider('doing'), 'Yes: OVHcloud does the work (R); Customer is accountable (A).'],
  [rows.split, provider('accountable'), 'No: Customer is accountable (A); OVHcloud does the work (R).'],
  [
    rows.bothAccountable,
    customer('accountable'),
    'Yes: the document makes both Customer and OVHcloud accountable (A). OVHcloud does the work (R). Customer is also informed (I).',
  ],
  [
    rows.noAccountable,
    customer('accountable'),
    'No: the document names nobody as accountable (A). Customer does the work (R). OVHcloud is informed (I).',
  ],
  [
    rows.restore,
    customer('informed'),
    'Yes: Customer is informed (I). OVHcloud does it: responsible and accountable (R, A).',
  ],
  [
    rows.restore,
    provider('informed'),
    'No: OVHcloud does it itself, responsible and accountable (R, A). Customer is informed (I).',
  ],
  [
    rows.restore,
    customer('consulted'),
    'No: Customer is informed (I), not consulted (C). OVHcloud does it: responsible and accountable (R, A).',
  ],
  [
    rows.blank,
    customer('doing'),
    'No: the document states no role for Customer. OVHcloud does it: responsible and accountable (R, A).',
  ],
  // a statement that it is not so, and whether that is right
  [
    rows.restore,
    { ...customer('doing'), denied: true },
    'Yes, right: OVHcloud does it, responsible and accountable (R, A). Customer is informed (I).',
  ],
  [
    rows.restore,
    { ...customer('informed'), denied: true },
    'No: Customer is informed (I). OVHcloud does it: responsible and accountable (R, A).',
  ],
  // whether anybody holds a letter
  [
    rows.restore,
    { party: ANYONE, part: 'informed' },
    'Yes: Customer is informed (I). OVHcloud does it: responsible and accountable (R, A).',
  ],
  [
    rows.restore,
    { party: ANYONE, part: 'consulted' },
    'No: the document names nobody as consulted (C). Customer is informed (I). OVHcloud does it: responsible and accountable (R, A).',
  ],
  // whether a party can: a letter says yes, none says nothing
  [
    rows.restore,
    { ...provider('doing'), may: true },
    'Yes: OVHcloud does it, responsible and accountable (R, A). Customer is informed (I).',
  ],
  [rows.restore, { ...customer('doing'), may: true }, undefined],
  [rows.blank, { ...customer('doing'), may: true }, undefined],
  [rows.blank, customer('informed'), undefined],
  // no letter decides
  [rows.neither, customer('doing'), undefined],
  [rows.nobody, customer('doing'), undefined],
  [rows.lost, customer('doing'), undefined],
  [rows.notify, { ...customer('informed'), object: true }, undefined],
  [rows.manyParties, { party: 'QA', part: 'doing' }, 'No'],
])('%# %o', (row, claim, said) => {
  const sentence = claimSentence(row, claim)
  if (said === 'No') expect(sentence).toMatch(/^(No|Partly): /u)
  else expect(sentence).toBe(said)
})
