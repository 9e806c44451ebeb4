// One resolution of every kind that a person can meet, and the answers composed from them.
// Every renderer holds its own rendering of each against a golden file (test/golden.ts), by the same name.

import type { Answer } from '../../src/answer/answer.ts'
import { composeAnswer } from '../../src/answer/compose-answer.ts'
import type { Entry } from '../../src/domain/knowledge.ts'
import type { Activity } from '../../src/domain/raci.ts'
import type { Evidence, Reading, Resolution } from '../../src/domain/resolution.ts'
import { emailPro, knowledge, rows, rules } from './fixture-knowledge.ts'

function reading(question: string, more: Partial<Reading> = {}): Reading {
  return { question, products: ['Email Pro'], basis: 'named', aspect: 'who', understood: [], ...more }
}

const noEvidence: readonly Evidence[] = []

function answer(found: readonly Activity[], read: Reading): Resolution {
  return { kind: 'answer', reading: read, rows: found, evidence: noEvidence }
}

function unknown(
  reason: Extract<Resolution, { kind: 'unknown' }>['reason'],
  read: Reading,
  near: readonly Entry[] = [],
  missing?: string,
): Resolution {
  return { kind: 'unknown', reading: read, reason, near, evidence: noEvidence, ...(missing ? { missing } : {}) }
}

const all = reading('who restores backups', { products: [] })

/** Name of the golden to the resolution. */
export const resolutions: Readonly<Record<string, Resolution>> = {
  'answer-one-holder': answer([rows.restore], reading('who restores backups on email pro')),
  'answer-split': answer([rows.split], reading('who renews the certificate', { products: ['Trusted Exchange'] })),
  'answer-both-do': answer([rows.bothDo], reading('who creates mailboxes')),
  'answer-both-accountable': answer(
    [rows.bothAccountable],
    reading('who handles network incidents', { products: ['Public Cloud Instances'] }),
  ),
  'answer-no-responsible': answer([rows.noResponsible], reading('who designs the storage')),
  'answer-no-accountable': answer([rows.noAccountable], reading('who sends the monthly report')),
  'answer-neither': answer([rows.neither], reading('who reads the release notes')),
  'answer-nobody': answer([rows.nobody], reading('who archives tickets')),
  'answer-blank-cell': answer([rows.blank], reading('who manages backups')),
  'answer-condition': answer(
    [rows.backupRequest],
    reading('who manages backups', { products: ['Public Cloud Instances'] }),
  ),
  'answer-variants-and-notes': answer(
    [rows.variants],
    reading('who patches the system', { products: ['Public Cloud Instances'] }),
  ),
  'answer-many-parties': answer(
    [rows.manyParties],
    reading('who approves a release', { products: ['Build Platform'] }),
  ),
  'answer-hostile-text': answer([rows.manyBlank], reading('who signs', { products: ['Build Platform'] })),
  'answer-two-rows': answer([rows.manageIncidents, rows.notify], reading('who notifies incidents')),
  'answer-is-it-us': answer([rows.restore], reading('do we have to restore backups', { aspect: 'is-it-us' })),
  'answer-yes': answer(
    [rows.restore],
    reading('is the customer informed when backups are restored', {
      aspect: 'informed',
      claim: { party: 'Customer', part: 'informed' },
    }),
  ),
  'answer-no': answer(
    [rows.restore],
    reading('do we have to restore backups', { aspect: 'is-it-us', claim: { party: 'Customer', part: 'doing' } }),
  ),
  'answer-partly': answer(
    [rows.split],
    reading('do we have to renew the certificate', {
      aspect: 'is-it-us',
      products: ['Trusted Exchange'],
      claim: { party: 'Customer', part: 'doing' },
    }),
  ),
  'answer-neither-yes-nor-no': answer(
    [rows.blank],
    reading('are we informed of backups', { aspect: 'informed', claim: { party: 'Customer', part: 'informed' } }),
  ),
  'answer-informed': answer(
    [rows.restore],
    reading('who is informed when backups are restored', { aspect: 'informed' }),
  ),
  'answer-consulted-nobody': answer(
    [rows.restore],
    reading('who is consulted when backups are restored', { aspect: 'consulted' }),
  ),
  'answer-accountable': answer(
    [rows.split],
    reading('who is accountable for the certificate', { aspect: 'accountable', products: ['Trusted Exchange'] }),
  ),
  'answer-product-from-channel': answer([rows.restore], reading('who restores backups', { basis: 'channel' })),
  'answer-product-bound': answer([rows.restore], reading('who restores backups', { basis: 'bound' })),
  'answer-product-from-before': answer([rows.restore], reading('who restores backups', { basis: 'previous' })),
  'answer-only-product': answer([rows.restore], reading('who restores backups', { basis: 'only' })),
  rule: {
    kind: 'rule',
    reading: reading('how early is maintenance announced', { products: ['OX Cloud'] }),
    rules: [rules.maintenance],
    evidence: noEvidence,
  },
  'rule-several': {
    kind: 'rule',
    reading: reading('can we phone for a severity 3', { products: ['OX Cloud'] }),
    rules: [rules.phone, rules.severity3],
    evidence: noEvidence,
  },
  'choices-by-product': {
    kind: 'choices',
    reading: all,
    options: [rows.restore, rows.restoreExchange],
    difference: 'product',
    evidence: noEvidence,
  },
  'choices-by-product-other-words': {
    kind: 'choices',
    reading: all,
    options: [rows.restore, rows.restoreInstances],
    difference: 'product',
    evidence: noEvidence,
  },
  'choices-by-product-two-of-one': {
    kind: 'choices',
    reading: all,
    options: [rows.restore, rows.restoreInstances, rows.restoreOption],
    difference: 'product',
    evidence: noEvidence,
  },
  'choices-by-condition': {
    kind: 'choices',
    reading: reading('who restores backups', { products: ['Public Cloud Instances'], basis: 'channel' }),
    options: [rows.restoreInstances, rows.restoreOption],
    difference: 'condition',
    evidence: noEvidence,
  },
  'choices-by-holder': {
    kind: 'choices',
    reading: reading('who notifies incidents'),
    options: [rows.manageIncidents, rows.notify, rows.lost],
    difference: 'holder',
    evidence: noEvidence,
  },
  'choices-by-activity': {
    kind: 'choices',
    reading: reading('severities and phone', { products: [] }),
    options: [rules.severity3, rules.phone, rows.restore],
    difference: 'activity',
    evidence: noEvidence,
  },
  list: {
    kind: 'list',
    reading: reading('what is ours before we subscribe'),
    rows: [rows.domain, rows.sizing],
    scope: { section: '1. Before subscription', party: 'Customer', letters: ['R', 'A'] },
    evidence: noEvidence,
  },
  'list-several-products': {
    kind: 'list',
    reading: reading('compare backup recovery', {
      products: ['Email Pro', 'Trusted Exchange', 'Public Cloud Instances'],
    }),
    rows: [rows.restore, rows.restoreExchange, rows.restoreInstances, rows.restoreOption],
    scope: { topic: 'backup recovery' },
    evidence: noEvidence,
  },
  'list-compared': {
    kind: 'list',
    reading: reading('compare backup recovery on email pro and public cloud instances', {
      products: ['Email Pro', 'Public Cloud Instances'],
    }),
    rows: [rows.restore, rows.restoreInstances, rows.restoreOption],
    scope: { compared: ['Email Pro', 'Public Cloud Instances', 'Trusted Exchange'] },
    evidence: noEvidence,
  },
  'list-none': {
    kind: 'list',
    reading: reading('what must OVHcloud do before we subscribe'),
    rows: [rows.domain, rows.sizing],
    scope: {
      sections: ['1. Before subscription'],
      holds: [{ party: 'OVHcloud', letters: ['R', 'A'], how: 'any' }],
      none: true,
      of: 2,
    },
    evidence: noEvidence,
  },
  'list-none-much': {
    kind: 'list',
    reading: reading('which rows are we consulted on'),
    rows: [],
    scope: { holds: [{ party: 'Customer', letters: ['C'], how: 'all' }], none: true, of: 48 },
    evidence: noEvidence,
  },
  'list-with-lost': {
    kind: 'list',
    reading: reading('everything on backups'),
    rows: [rows.blank, rows.lost],
    scope: { topic: 'backups' },
    evidence: noEvidence,
  },
  'list-many-parties': {
    kind: 'list',
    reading: reading('who builds', { products: ['Build Platform'] }),
    rows: [rows.manyParties, rows.manyBlank],
    scope: { section: 'Build' },
    evidence: noEvidence,
  },
  'unknown-no-question': unknown('no-question', reading('', { products: [] })),
  'unknown-product': unknown('product-not-covered', reading('who patches Nutanix', { products: [] }), [], 'Nutanix'),
  'unknown-product-near': unknown(
    'product-not-covered',
    reading('who restores backups on Nutanix', { products: [] }),
    [rows.restore, rows.restoreInstances],
    'Nutanix',
  ),
  'unknown-activity': unknown('activity-not-covered', reading('who pays for lunch', { products: [] })),
  'unknown-activity-unnamed': unknown('activity-not-covered', reading('email pro', { about: [] })),
  'unknown-activity-on-product': unknown(
    'activity-not-covered',
    reading('who resets a user password', { basis: 'channel', about: ['reset', 'password'] }),
    [rows.bothDo, rows.domain],
  ),
  'unknown-near-rule': unknown(
    'activity-not-covered',
    reading('how fast is a severity 3 answered', {
      products: ['OX Cloud'],
      about: ['fast', 'severity', '3', 'answered'],
    }),
    [rules.severity3],
  ),
  'unknown-holder': unknown('holder-unknown', reading('who monitors backups'), [rows.lost]),
  'unknown-holder-several': unknown(
    'holder-unknown',
    reading('who rotates secrets', { products: ['Build Platform'] }),
    [rows.lostTwo],
  ),
  'unknown-owner-of-something-else': unknown(
    'not-about-responsibility',
    reading('who pays for lunch', { products: [], about: ['pays', 'lunch'] }),
  ),
  'unknown-not-responsibility': unknown('not-about-responsibility', reading('what is the weather', { products: [] })),
}

/** Name of the golden to the answer. */
export const answers: Readonly<Record<string, Answer>> = Object.fromEntries(
  Object.entries(resolutions).map(([name, resolution]) => [name, composeAnswer(resolution, knowledge)]),
)

export { emailPro, knowledge }
