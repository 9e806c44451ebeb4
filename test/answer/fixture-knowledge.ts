// A small knowledge with every kind of row, written by hand: what the renderers are shown.

import type { CommunicationRule } from '../../src/domain/communication-rule.ts'
import type { Document, Entry, Knowledge } from '../../src/domain/knowledge.ts'
import { type Activity, LETTERS } from '../../src/domain/raci.ts'

type DocumentFacts = Pick<Document, 'id' | 'product' | 'title' | 'parties'> &
  Partial<Pick<Document, 'url' | 'updated' | 'aliases' | 'partyNames'>>

interface RowFacts {
  readonly section: readonly string[]
  readonly text: string
  /** Cells in the order of the document's parties; absent for a row whose export lost them. */
  readonly cells?: readonly string[]
  readonly lost?: readonly string[]
  readonly appliesTo?: readonly string[]
  readonly notes?: Readonly<Record<string, string>>
}

const slug = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')

/** A row with letters read from its cells; `line` only has to be told apart. */
export function row(document: DocumentFacts, facts: RowFacts, line = 1): Activity {
  const { section, text, cells = [], lost, appliesTo, notes } = facts
  const assignments = lost
    ? []
    : document.parties.map((party, at) => {
        const cell = cells[at] ?? ''
        const letters = /^[RASCI/, *()]*$/u.test(cell) ? LETTERS.filter((letter) => cell.includes(letter)) : []
        return { party, letters, cell }
      })
  return {
    type: 'activity',
    id: `${document.id}#${slug(section.at(-1) ?? '')}/${slug(text)}`,
    document: document.id,
    product: document.product,
    section,
    text,
    assignments,
    ...(lost ? { lost } : {}),
    ...(appliesTo ? { appliesTo } : {}),
    ...(notes ? { notes } : {}),
    source: sourceOf(document, line),
  }
}

export function rule(document: DocumentFacts, section: readonly string[], quote: string, line = 1): CommunicationRule {
  const id = `${document.id}#${slug(section.at(-1) ?? '')}/${line}`
  const { id: file, product } = document
  return { type: 'rule', id, document: file, product, section, quote, source: sourceOf(document, line) }
}

function sourceOf({ title, url, updated }: DocumentFacts, line: number) {
  return { title, ...(url ? { url } : {}), ...(updated ? { updated } : {}), line }
}

function documentOf(facts: DocumentFacts, kind: Document['kind'], entries: readonly Entry[]): Document {
  return { aliases: [], ...facts, file: `${facts.id}.md`, kind, entries }
}

const CUSTOMER_OVH = ['Customer', 'OVHcloud']

export const emailPro = {
  id: 'email-pro',
  product: 'Email Pro',
  aliases: ['EmailPro', 'E-mail Pro'],
  title: 'Email Pro - Responsibility model',
  url: 'https://docs.example.com/en/email-pro/responsibility-model',
  updated: '2022-11-17',
  parties: CUSTOMER_OVH,
}
export const trustedExchange = {
  id: 'trusted-exchange',
  product: 'Trusted Exchange',
  title: 'Responsibility model for the product Managed Dedicated E-mail Infrastructure',
  url: 'https://docs.example.com/en/exchange/raci#overview',
  updated: '2024-07-09',
  parties: CUSTOMER_OVH,
}
export const instances = {
  id: 'public-cloud-instances',
  product: 'Public Cloud Instances',
  title: 'Public Cloud Instances - Shared responsibilities',
  url: 'https://docs.example.com/en/instances?id=responsibility-model',
  updated: '2023-10-12',
  parties: CUSTOMER_OVH,
}
export const platform = {
  id: 'platform',
  product: 'Build Platform',
  title: 'Who does what on the build platform',
  parties: ['Dev', 'SRE', 'Security', 'QA', 'Product', 'Legal', 'Vendor'],
  partyNames: { SRE: 'Site Reliability Engineering', QA: 'Quality Assurance' },
}
export const oxCloud = { id: 'ox-cloud', product: 'OX Cloud', title: 'OX Cloud communication', parties: [] }

const INCIDENTS = ['3. Service usage', '3.2. Event management', '3.2.1. Incidents']
const DAILY = ['3. Service usage', '3.1. Operations', '3.1.1. Daily operations']
const MANAGEMENT = ['3. Service usage', '3.1. Operations', '3.1.5. Management']
const BEFORE = ['1. Before subscription', '1.1. Specify service as needed']

export const rows = {
  restore: row(emailPro, { section: INCIDENTS, text: 'Realize backup recovery', cells: ['I', 'RA'] }, 124),
  notify: row(
    emailPro,
    { section: INCIDENTS, text: 'Notify incidents on the Exchange service with ticketing system', cells: ['RA', 'I'] },
    123,
  ),
  manageIncidents: row(
    emailPro,
    { section: INCIDENTS, text: 'Notify, qualify, and manage incidents on the Exchange service', cells: ['I', 'RA'] },
    122,
  ),
  blank: row(emailPro, { section: DAILY, text: 'Manage backups on the service', cells: ['', 'RA'] }, 66),
  domain: row(
    emailPro,
    { section: BEFORE, text: 'Define and configure a domain name before service subscription', cells: ['RA', ''] },
    31,
  ),
  sizing: row(emailPro, { section: BEFORE, text: 'Choose the service’s sizing 10GB', cells: ['RA', 'I'] }, 32),
  bothDo: row(
    emailPro,
    { section: DAILY, text: 'Administrate domain, mailboxes, aliases, external contacts', cells: ['RA', 'IR'] },
    65,
  ),
  noResponsible: row(emailPro, { section: DAILY, text: 'Manage storage conception', cells: ['A', 'I'] }, 67),
  noAccountable: row(emailPro, { section: DAILY, text: 'Deliver the monthly report', cells: ['R', 'I'] }, 68),
  nobody: row(emailPro, { section: DAILY, text: 'Archive old tickets', cells: ['', ''] }, 69),
  neither: row(emailPro, { section: DAILY, text: 'Read the release notes', cells: ['C', 'CI'] }, 70),
  lost: row(emailPro, { section: DAILY, text: 'Monitor service backups', lost: ['RA'] }, 71),
  lostTwo: row(platform, { section: ['Build'], text: 'Rotate build secrets', lost: ['RA', 'I'] }, 9),
  split: row(trustedExchange, { section: MANAGEMENT, text: 'Renew SSL certificate', cells: ['A', 'R'] }, 101),
  restoreExchange: row(
    trustedExchange,
    { section: INCIDENTS, text: 'Realize backup recovery', cells: ['I', 'RA'] },
    120,
  ),
  bothAccountable: row(
    instances,
    {
      section: INCIDENTS,
      text: 'Intervene with network and materials incidents (tickets and contacts)',
      cells: ['AI', 'RA'],
    },
    133,
  ),
  restoreInstances: row(
    instances,
    { section: INCIDENTS, text: 'Realize backup recovery of Instances', cells: ['RA', ''] },
    136,
  ),
  restoreOption: row(
    instances,
    {
      section: INCIDENTS,
      text: 'Realize backup recovery in case of subscription to an option managed by OVHcloud',
      cells: ['A', 'R'],
    },
    137,
  ),
  backupRequest: row(
    instances,
    { section: DAILY, text: 'Manage backups following Customer request (optionnal)', cells: ['CI', 'RA'] },
    68,
  ),
  variants: row(
    instances,
    {
      section: DAILY,
      text: 'Apply the operating system’s patches',
      cells: ['RA', 'I'],
      appliesTo: ['Linux Instances', 'Windows Instances'],
      notes: { SLA: '5 business days' },
    },
    70,
  ),
  manyParties: row(
    platform,
    { section: ['Build'], text: 'Approve a release to production', cells: ['R', 'R/A', 'C', 'S', 'I', 'N/A', ''] },
    12,
  ),
  manyBlank: row(
    platform,
    {
      section: ['Build'],
      text: 'Sign the release <script>alert(1)</script> & notify *everyone* <!channel>',
      cells: ['RA', '', '', '', '', '', ''],
    },
    13,
  ),
} as const

const SEVERITIES = ['Ticket Handling', 'Severities']

export const rules = {
  maintenance: rule(
    oxCloud,
    ['Announcements / Communication', 'Maintenance Communication'],
    'Planned maintenance is announced three business days in advance by email.\nEmergency maintenance is communicated within 4 hours of the scheduled time.',
    60,
  ),
  severity3: rule(oxCloud, [...SEVERITIES, 'Severity 3'], 'Partial loss of non-critical functionality.', 80),
  phone: rule(
    oxCloud,
    ['Ticket Handling', 'Phone'],
    'Only for Severity 1 and Severity 2, after submitting a ticket.',
    95,
  ),
} as const

const of = (facts: DocumentFacts): readonly Activity[] =>
  Object.values(rows)
    .filter((one) => one.document === facts.id)
    .toSorted((a, b) => a.source.line - b.source.line)

/** Five documents: four matrices and a communication document. */
export const knowledge: Knowledge = {
  documents: [
    documentOf(emailPro, 'matrix', of(emailPro)),
    documentOf(trustedExchange, 'matrix', of(trustedExchange)),
    documentOf(instances, 'matrix', of(instances)),
    documentOf(platform, 'matrix', of(platform)),
    documentOf(oxCloud, 'communication', Object.values(rules)),
  ],
  issues: [],
}
