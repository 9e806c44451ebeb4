import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeCorpus, FIXTURES, readCorpus, readFolder, rowsOf } from './reading.ts'

interface Expected {
  readonly doc: string
  readonly section: string
  readonly activity: string
  readonly parties: Readonly<Record<string, string>>
}

const wide = readFolder(join(FIXTURES, 'kb-wide'))
const document = (id: string) => wide.documents.find((candidate) => candidate.id === id)
const row = (id: string, start: string) => rowsOf(document(id)).find(({ text }) => text.startsWith(start))

describe('sixteen documents of one publisher', () => {
  it('gives 792 rows', () => {
    expect(wide.documents.flatMap(rowsOf)).toHaveLength(792)
  })

  it.each([
    ['email-pro', 48],
    ['hosted-exchange', 49],
    ['trusted-exchange', 44],
    ['public-cloud-instances', 58],
    ['block-storage', 50],
    ['object-storage', 36],
    ['cold-storage-archive', 35],
    ['public-cloud-databases', 46],
    ['managed-private-registry', 49],
    ['data-processing', 38],
    ['devops-platform-sh', 49],
    ['kms', 31],
    ['dedicated-servers', 52],
    ['vmware-hosted-private-cloud', 90],
    ['vmware-secnumcloud', 79],
    ['sap-on-ovhcloud', 38],
  ])('reads %s: %i rows', (id, rows) => {
    expect(rowsOf(document(id))).toHaveLength(rows)
  })

  it('has no error', () => {
    expect(wide.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('agrees with an independent reading on section, words and letters of every row', () => {
    const rows: readonly Expected[] = JSON.parse(readFileSync(join(FIXTURES, 'kb-wide-rows.json'), 'utf8'))
    // the other reading keeps double spaces and link addresses; the contract folds and drops them
    const clean = (text: string) =>
      text
        .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
        .replace(/\s+/g, ' ')
        .trim()
    const theirs = rows.map(({ doc, section, activity, parties }) =>
      [doc, section, clean(activity), ...Object.entries(parties).map(([party, letters]) => `${party}=${letters}`)].join(
        '|',
      ),
    )
    const ours = wide.documents.flatMap((found) =>
      rowsOf(found).map(({ document: id, section, text, assignments }) =>
        [id, section.at(-1), text, ...assignments.map(({ party, cell }) => `${party}=${cell}`)].join('|'),
      ),
    )
    expect(ours.toSorted()).toEqual(theirs.toSorted())
  })

  it('puts every row under the numbers of its headings, however deep the markup is', () => {
    const astray = wide.documents
      .flatMap(rowsOf)
      .filter(({ section }) => !section.every((name, level) => new RegExp(`^(?:\\d+\\.){${level + 1}} `).test(name)))
    expect(astray.map(({ id }) => id)).toEqual([])
    expect(row('email-pro', 'Replace deficient')?.section).toEqual([
      '3. Service usage',
      '3.2. Event management',
      '3.2.2. Changes',
    ])
    expect(row('vmware-hosted-private-cloud', 'Import data in VMDK')?.section).toEqual([
      '2. Service availability',
      '2.2. Reversibility',
    ])
  })

  it('gives every row both parties, blank cells included', () => {
    expect(wide.documents.flatMap(rowsOf).filter(({ assignments }) => assignments.length !== 2)).toEqual([])
    expect(row('email-pro', 'Encrypt data')?.assignments).toEqual([
      { party: 'Customer', letters: [], cell: '' },
      { party: 'OVHcloud', letters: ['R', 'A'], cell: 'RA' },
    ])
  })

  it('reads applicability columns as variants', () => {
    expect(row('sap-on-ovhcloud', 'Provide SAP HANA installation sources')?.appliesTo).toEqual([
      'SAP HANA on Private Cloud',
    ])
    expect(row('sap-on-ovhcloud', 'Deploy the OS')?.appliesTo).toEqual([
      'SAP HANA on Bare Metal',
      'SAP HANA on Private Cloud',
    ])
  })

  it('keeps typos and gives links as their text', () => {
    expect(row('public-cloud-instances', 'Install internal functionnal bricks')).toBeDefined()
    expect(row('sap-on-ovhcloud', 'Choose to subscribe to the Dedicated Server service or')).toBeDefined()
  })

  it('takes product, aliases and address from the catalog and the rest from the document', () => {
    expect(document('kms')).toMatchObject({
      title: 'Key Management Service (KMS) - Shared responsibilities',
      product: 'Key Management Service',
      aliases: ['KMS', 'OKMS'],
      provider: 'OVHcloud',
      updated: '2024-10-02',
      kind: 'matrix',
      parties: ['Customer', 'OVHcloud'],
    })
  })

  it('gives each row the line of its file', () => {
    const found = row('email-pro', 'Realize backup recovery')
    const lines = readFileSync(join(FIXTURES, 'kb-wide/email-pro.md'), 'utf8').split('\n')
    expect(lines[(found?.source.line ?? 0) - 1]).toContain('Realize backup recovery')
  })

  it('gives every entry an identifier of its own that can stand in an address', () => {
    const ids = wide.documents.flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9-]+#[a-z0-9/-]+$/.test(id))).toEqual([])
  })
})

describeCorpus('other editions and languages of the same publisher', () => {
  it.each([
    ['ovh-fr', 'trusted-exchange.md', 44],
    ['ovh-fr', 'vmware-secnumcloud.md', 79],
    ['ovh-older', 'dedicated-servers-2021.md', 50],
    ['ovh-older', 'vmware-2023-02.md', 92],
    ['ovh-older', 'object-storage-2023.md', 35],
  ])('reads %s/%s: %i rows', (folder, name, rows) => {
    expect(rowsOf(readCorpus(folder).documents.find(({ file }) => file === name))).toHaveLength(rows)
  })
})
