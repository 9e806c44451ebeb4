import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/domain/knowledge.ts'
import { readFolder, rowsOf, rulesOf } from './reading.ts'

const shipped = readFolder(join(import.meta.dirname, '../../knowledge'))
const CORE = join(import.meta.dirname, '../../../shared/kb/core')
const document = (id: string, documents: readonly Document[] = shipped.documents) =>
  documents.find((found) => found.id === id)
const MATRICES = [
  ['email-pro', 48],
  ['trusted-exchange', 44],
  ['public-cloud-instances', 58],
] as const

describe('the knowledge that is shipped', () => {
  it('has four products and no error', () => {
    expect(shipped.documents.map(({ product }) => product)).toEqual([
      'Email Pro',
      'OX Cloud',
      'Public Cloud Instances',
      'Trusted Exchange',
    ])
    expect(shipped.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each(MATRICES)('has %s with %i rows, publisher, title, date and address', (id, rows) => {
    expect(rowsOf(document(id))).toHaveLength(rows)
    expect(rulesOf(document(id))).toEqual([])
    expect(document(id)).toMatchObject({
      kind: 'matrix',
      provider: 'OVHcloud',
      parties: ['Customer', 'OVHcloud'],
      title: expect.stringContaining('esponsib'),
      updated: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      url: expect.stringMatching(/^https:\/\/docs\.ovhcloud\.com\//),
    })
  })

  it('leaves out the date and address that OX Cloud does not state', () => {
    expect(document('ox-cloud')).toMatchObject({ kind: 'communication', provider: 'Open-Xchange' })
    expect(document('ox-cloud')).not.toHaveProperty('updated')
    expect(document('ox-cloud')).not.toHaveProperty('url')
    expect(shipped.issues.filter(({ file }) => file === 'ox-cloud.md').map(({ rule }) => rule)).toEqual([
      'undated-document',
    ])
  })

  it.each([
    ['24/7/365', 'first level of contact', 'Operations and Engineering'],
    ['Engineering Services'],
    ['ticket', 'support ticket system'],
    ['English', '24/7'],
    ['central email address', 'each announcement type', 'distribution list'],
    ['central phone number', 'if applicable'],
    ['single point of contact'],
    ['several email addresses'],
    [
      'Informational announcements',
      'EU platform: oxcloud-de-1@open-xchange.com',
      'US platform: oxcloud-us@open-xchange.com or oxcloud-us-2@open-xchange.com',
    ],
    [
      'Incident communication',
      'EU platform: oxcloud-de-1-incidents@open-xchange.com',
      'US platform: oxcloud-us-incidents@open-xchange.com or oxcloud-us-2-incidents@open-xchange.com',
    ],
    ['default email address', 'ticket system'],
    ['Planned maintenance', 'three business days', 'planned time', 'impact'],
    ['maintenance starts', 'finished', 'successful'],
    ['Emergency maintenance', 'within 4 hours of the scheduled time'],
    ['Severity 1', 'complete outage', 'no workaround', 'all users', 'integrity or privacy'],
    ['Severity 2', 'severe disruption', 'majority of the users', 'business-critical component'],
    ['Severity 3', 'partial loss of non-critical functionality', 'test or pre-production'],
    ['Severity 4', 'general usage question', 'enhancement', 'documentation and translation'],
    ['Support Training', 'best practice', 'debugging', '1st level'],
    ['standard way to open a ticket', 'support key', 'controls the SLA'],
    ['template', 'https://www.open-xchange.com/resources/ox-support/general-information/'],
    [
      'only for Severity 1 and Severity 2',
      'after a ticket',
      '+49',
      '+44',
      '+1',
      '+81',
      'sent separately after account creation',
    ],
    ['online', 'https://oxpedia.org/wiki/index.php?title=TicketSystemCustomerGuide'],
    ['its own ticket system'],
    ['OX detects an outage', 'proactively'],
    ['Customer detects the outage', 'same rules'],
    ['user impact', 'expected Time to Restoration'],
    ['hourly basis', 'jointly agreed'],
    ['service is restored'],
    ['Web-Mail / HTTP: > 30s response for a period of 15min', 'SMTP: > 30s', 'IMAP: > 30s', 'POP3: > 30s'],
    ['normal organic growth', 'responsibility of Open-Xchange'],
    ['beyond normal growth', 'mailings', 'marketing campaigns'],
    ['15 business days'],
  ])('states in one OX Cloud rule: %s', (...facts) => {
    const said = rulesOf(document('ox-cloud')).map(({ section, quote }) => `${section.join(' > ')}\n${quote}`)
    expect(said.filter((text) => facts.every((fact) => text.includes(fact)))).not.toEqual([])
  })
})

describe.skipIf(!existsSync(CORE))(
  `the shipped matrices and the publisher's (skipped without ../shared/kb/core)`,
  () => {
    it.each(MATRICES)('%s agrees row by row', (id) => {
      const plain = (found: Document | undefined) =>
        rowsOf(found).map(({ section, text, assignments }) => ({ section, text, assignments }))
      const core = readFolder(CORE).documents
      expect(plain(document(id))).toEqual(plain(document(id, core)))
      expect(document(id)).toMatchObject({
        title: document(id, core)?.title,
        updated: document(id, core)?.updated,
        url: document(id, core)?.url,
      })
    })
  },
)
