import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIXTURES, read, readFolder, rulesOf } from './reading.ts'

const core = readFolder(join(FIXTURES, 'kb-core'))
const rules = rulesOf(core.documents.find(({ id }) => id === 'ox-cloud'))
const said = rules.map(({ section, quote }) => `${section.join(' > ')}\n${quote}`)

describe('a communication document in plain text', () => {
  it.each([
    [
      'severity 1',
      ['Severity 1', 'complete outage', 'no workaround exists', 'affects all users', 'data integrity or privacy'],
    ],
    ['severity 2, whose heading runs into its text', ['Severity 2', 'severely disrupted', 'majority of the users']],
    ['severity 3', ['Severity 3', 'partial loss of non-critical functionality', 'test- or pre-production environment']],
    ['severity 4', ['Severity 4', 'general usage questions', 'translation errors']],
    [
      'the phone, with all numbers and the remark',
      [
        'Phone',
        'Only in case of Severity 1 and Severity 2',
        'after submitting a ticket',
        'Germany:+49 XXX',
        '+44 XXX',
        '+1 XXX',
        'Japan:+81 XXX',
        'sent separately after account creation',
      ],
    ],
    [
      'planned maintenance',
      ['three business days', 'when the maintenance starts', 'within 4 hours of the scheduled time'],
    ],
    ['hourly updates', ['hourly basis', 'expected Time to Restoration', 'when the service is restored']],
    [
      'what counts as an outage, by protocol',
      [
        'defined as Outage:',
        'Web-Mail / HTTP\n> 30s response for a period of 15min or more',
        'SMTP\n>',
        'IMAP\n>',
        'POP3\n> 30s response for a period 15min or more',
      ],
    ],
    ['capacity beyond normal growth', ['outside this normal growth', '15 business days']],
    [
      'addresses of announcements',
      [
        'Contact Data > Customer',
        'Informational announcements:',
        'oxcloud-de-1@open-xchange.com',
        'oxcloud-us-2@open-xchange.com',
      ],
    ],
    [
      'addresses of incidents',
      ['Incident communication:', 'oxcloud-de-1-incidents@open-xchange.com', 'oxcloud-us-incidents@open-xchange.com'],
    ],
    [
      'the template',
      ['Email', 'dedicated support key', 'https://www.open-xchange.com/resources/ox-support/general-information/'],
    ],
    ['the training', ['Training', 'best practice', 'Support Training']],
    [
      'the overview',
      [
        'Online Ticket Overview',
        'https://oxpedia.org/wiki/index.php?title=TicketSystemCustomerGuide',
        'its own ticket system',
      ],
    ],
    ['support', ['Basics > Roles > Open-Xchange > Support', '24/7/365', 'first level of contact']],
    ['English', ['Requirements', 'in English']],
  ])('gives one rule for %s', (_, facts) => {
    expect(said.filter((text) => facts.every((fact) => text.includes(fact)))).toHaveLength(1)
  })

  it('loses no line but the wiki’s own furniture', () => {
    const lines = new Set(rules.flatMap(({ section, quote }) => [...section, ...quote.split('\n')]))
    const text = sourceLines()
    expect(text.filter((line) => !lines.has(line))).toEqual(['Page tree', 'Content', 'No labels'])
  })

  it('drops what a wiki adds', () => {
    expect(said.filter((text) => /No labels|Page tree/.test(text))).toEqual([])
  })

  it('gives the line of each rule', () => {
    expect(rules.find(({ quote }) => quote.startsWith('Planned maintenance'))?.source.line).toBe(61)
  })
})

describe('a communication document in markdown', () => {
  const text = [
    '# Box service',
    '',
    '## Contacts',
    '',
    'Reach us here:',
    '',
    '- Phone: +49 1',
    '- Mail: a@example.com',
    '',
    '## Maintenance',
    '',
    'We announce maintenance',
    'five days ahead.',
    '',
    'It also holds at night.',
    '',
    '- Every change is tested before it goes out.',
    '- Every change is announced to all customers.',
    '',
    '**Window**: Sunday 02:00',
    '',
    '| Level | Answer within |',
    '| --- | --- |',
    '| P1 | 1 hour |',
  ].join('\n')
  const [box] = read({ 'box.md': text }).documents

  it('keeps an introduction with its list, joins wrapped lines and leaning sentences, and parts sentences', () => {
    expect(rulesOf(box).map(({ section, quote }) => [...section, quote])).toEqual([
      ['Contacts', 'Reach us here:\nPhone: +49 1\nMail: a@example.com'],
      ['Maintenance', 'We announce maintenance five days ahead.\nIt also holds at night.'],
      ['Maintenance', 'Every change is tested before it goes out.'],
      ['Maintenance', 'Every change is announced to all customers.'],
      ['Maintenance', 'Window: Sunday 02:00'],
      ['Maintenance', 'Level: P1\nAnswer within: 1 hour'],
    ])
    expect(box).toMatchObject({ kind: 'communication', title: 'Box service', product: 'Box service' })
  })
})

/** The source's lines as the contract keeps them: folded, bullets removed, the glued heading apart. */
function sourceLines(): readonly string[] {
  const source = readFileSync(join(FIXTURES, 'kb-core/ox-cloud.txt'), 'utf8')
  return source
    .replace('Severity 2The', 'Severity 2\nThe')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim().replace(/^• /, ''))
    .filter((line) => line !== '')
}
