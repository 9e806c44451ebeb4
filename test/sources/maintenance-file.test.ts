import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderSource, readMaintenanceFolder } from '../../adapters/sources/maintenance-folder.ts'
import { readMaintenanceFile } from '../../adapters/sources/read-maintenance-file.ts'
import { unknownProducts } from '../../adapters/sources/unknown-products.ts'

const GOOD = `windows:
  - id: exchange-cu15
    products: [Trusted Exchange]
    title: Cumulative update 15
    start: 2026-12-02 22:00
    end: 2026-12-03 01:00
    zone: Europe/Paris
    impact: Outlook reconnects once.
    announced: 2026-11-25
    url: https://status.example.com/cu15
sources:
  - name: web-cloud
    type: statuspage
    url: https://web-cloud.status.example.com
    products: { Email Pro - Mailboxes: [Email Pro] }
holidays:
  - name: France
    days: [2026-12-25, 2027-01-01]
`

it('reads windows on their zone’s clock, sources and holidays', () => {
  expect(readMaintenanceFile(GOOD, 'maintenance/a.yaml')).toEqual({
    windows: [
      {
        ...{ source: 'knowledge', key: 'exchange-cu15', products: ['Trusted Exchange'], title: 'Cumulative update 15' },
        ...{ start: '2026-12-02T21:00:00.000Z', end: '2026-12-03T00:00:00.000Z', zone: 'Europe/Paris' },
        ...{ impact: 'Outlook reconnects once.', kind: 'planned', state: 'scheduled' },
        ...{ announcedAt: '2026-11-24T23:00:00.000Z', url: 'https://status.example.com/cu15' },
      },
    ],
    sources: [
      {
        ...{ name: 'web-cloud', type: 'statuspage', url: 'https://web-cloud.status.example.com' },
        ...{ products: { 'Email Pro - Mailboxes': ['Email Pro'] }, allowPrivateRedirects: false },
      },
    ],
    holidays: [{ name: 'France', days: ['2026-12-25', '2027-01-01'] }],
    issues: [],
  })
})

describe('each fault has its line, rule, reason and fix', () => {
  it.each([
    [
      'a time that is none',
      ['start: 2026-12-02 22:00', 'start: tonight'],
      5,
      'bad-time',
      'start: “tonight” is no time.',
    ],
    [
      'a day that does not exist',
      ['2026-12-03 01:00', '2026-02-30 01:00'],
      6,
      'bad-time',
      'end: “2026-02-30 01:00” is no time.',
    ],
    [
      'an end before the start',
      ['2026-12-03 01:00', '2026-12-02 01:00'],
      6,
      'ends-early',
      'The window ends before it starts.',
    ],
    [
      'a zone that does not exist',
      ['Europe/Paris', 'Europe/Atlantis'],
      7,
      'bad-window',
      'zone: must be an IANA zone such as Europe/Paris.',
    ],
    ['no zone', ['    zone: Europe/Paris\n', ''], 2, 'bad-window', 'zone is missing.'],
    ['no product', ['[Trusted Exchange]', '[]'], 3, 'bad-window', 'products: must name a product.'],
    ['a misspelt key', ['impact:', 'impakt:'], 2, 'bad-window', 'The entry: Unrecognized key: "impakt".'],
    ['another type of source', ['statuspage\n', 'rss\n'], 13, 'bad-source', 'type: must be statuspage or icalendar.'],
    ['an address of a file', ['https://web', 'file://web'], 14, 'bad-source', 'url: must be an http or https address.'],
    [
      'a holiday that is no day',
      ['2026-12-25', '25.12.2026'],
      18,
      'bad-holiday',
      'days.0: must be a day such as 2026-12-25.',
    ],
    ['a part nobody knows', ['holidays:', 'vacations:'], 16, 'unknown-part', '“vacations” is not known here.'],
    ['no list', ['windows:\n', 'windows: none\nx:\n'], 1, 'no-list', '“windows” is no list.'],
  ] as const)('%s', (_, [from, to], line, rule, reason) => {
    const { issues } = readMaintenanceFile(GOOD.replace(from, to), 'maintenance/a.yaml')
    expect(issues).toContainEqual(expect.objectContaining({ file: 'maintenance/a.yaml', line, rule, reason }))
    expect(issues.every(({ fix }) => fix.length > 10)).toBe(true)
  })

  it('is no YAML', () => {
    expect(readMaintenanceFile('windows:\n  - id: "a\n', 'a.yaml').issues).toMatchObject([{ rule: 'no-yaml' }])
  })

  it.each(['just words', '- a\n- b\n'])('has no parts: %j', (text) => {
    expect(readMaintenanceFile(text, 'a.yaml').issues).toMatchObject([{ rule: 'no-parts', line: 1 }])
  })

  it('an empty file is none', () => {
    expect(readMaintenanceFile('# nothing yet\n', 'a.yaml').issues).toEqual([])
  })
})

describe('products that no document covers', () => {
  const file = readMaintenanceFile(GOOD, 'maintenance/a.yaml')

  it('are warned of once a place: their windows would reach nobody', () => {
    expect(unknownProducts(file, ['Email Pro']).map(({ severity, reason }) => `${severity}: ${reason}`)).toEqual([
      'warning: No document covers “Trusted Exchange” (window exchange-cu15).',
    ])
    expect(unknownProducts(file, ['Trusted Exchange']).map(({ reason }) => reason)).toEqual([
      'No document covers “Email Pro” (source web-cloud).',
    ])
  })

  it('are none where all are covered', () => {
    expect(unknownProducts(file, ['Email Pro', 'Trusted Exchange'])).toEqual([])
  })
})

describe('the folder', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'raci-maintenance-'))
    await writeFile(join(folder, 'a.yaml'), GOOD)
    await writeFile(join(folder, 'notes.txt'), 'not read')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('lists everything that is planned, so that a removed window is called off', async () => {
    expect(await folderSource(folder).read('2026-11-16T08:00:00.000Z')).toMatchObject({
      kind: 'read',
      problems: [],
      batch: { reports: [{ key: 'exchange-cu15' }], complete: { from: '2026-11-16T08:00:00.000Z' } },
    })
  })

  it('lists nothing where it does not exist', async () => {
    expect(await readMaintenanceFolder(join(folder, 'nowhere'))).toMatchObject({ windows: [], issues: [] })
  })

  it('tells names that stand twice and files that cannot be read, and calls nothing off meanwhile', async () => {
    await writeFile(join(folder, 'b.yaml'), GOOD)
    await mkdir(join(folder, 'c.yaml'))
    const reading = await folderSource(folder).read('2026-11-16T08:00:00.000Z')
    expect(reading).toMatchObject({ kind: 'read', batch: { reports: [{ key: 'exchange-cu15' }] } })
    expect(reading).not.toHaveProperty('batch.complete')
    const { issues } = await readMaintenanceFolder(folder)
    expect(issues.map(({ rule }) => rule)).toEqual(['unreadable-file', 'named-twice', 'named-twice', 'named-twice'])
  })
})
