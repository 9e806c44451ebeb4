import { describe, expect, it } from 'vitest'
import { findUpdated, readIsoDay } from '../../src/knowledge/iso-day.ts'
import { productFromTitle } from '../../src/knowledge/product-name.ts'
import { issuesOf, matrix, read } from './reading.ts'

const TABLE = '\n## Work\n\n| Task | Us |\n| --- | --- |\n| Ship | RA |\n'

describe('the product in a title', () => {
  it.each([
    ['Email Pro - Responsibility model', 'Email Pro'],
    [
      'Responsibility model for the product Managed Dedicated E-mail Infrastructure',
      'Managed Dedicated E-mail Infrastructure',
    ],
    [
      'Responsibility sharing for the Hosted Private Cloud powered by VMware service',
      'Hosted Private Cloud powered by VMware',
    ],
    ['Key Management Service (KMS) - Shared responsibilities', 'Key Management Service (KMS)'],
    ['Responsability sharing - VMware on OVHcloud', 'VMware on OVHcloud'],
    ['Responsibility Matrix (RACI) - Managed Kubernetes', 'Managed Kubernetes'],
    ['IaaS Responsibility Matrix', 'IaaS'],
    ['Agent Factory: RACI Matrix', 'Agent Factory'],
    ['RACI Dedicated servers', 'Dedicated servers'],
    ['Partage de responsabilité du produit infrastructure de messagerie', 'infrastructure de messagerie'],
    ['Racing Cloud', 'Racing Cloud'],
    ['RACI matrix', undefined],
    ['🧑‍💻 Responsibilities Matrix (RACI)', undefined],
    ['Shared responsibilities between OVHcloud and the customer', undefined],
    ['', undefined],
  ])('%s: %s', (title, product) => {
    expect(productFromTitle(title)).toBe(product)
  })
})

describe('dates', () => {
  it.each([
    ['2022-11-17', '2022-11-17'],
    ['2022-11-17T10:00:00Z', '2022-11-17'],
    ['17th November 2022', '2022-11-17'],
    ['1st of Feb. 2023', '2023-02-01'],
    ['November 17, 2022', '2022-11-17'],
    ['31 February 2022', undefined],
    ['03/04/2022', undefined],
    ['yesterday', undefined],
  ])('reads %s as %s', (text, day) => {
    expect(readIsoDay(text)).toBe(day)
  })

  it.each([
    ['Last updated 17th November 2022', '2022-11-17'],
    ['Last Updated: 2025-11-26', '2025-11-26'],
    ['Effective Date: [2025-11-16]', '2025-11-16'],
    ['Date: 2025-12-03', '2025-12-03'],
    ['We met on that date 2025-12-03', undefined],
    ['Logs are kept from 2025-12-03', undefined],
  ])('finds in “%s”: %s', (text, day) => {
    expect(findUpdated(text)).toBe(day)
  })
})

describe('front matter and catalog', () => {
  const own = (matter: string) => `---\n${matter}\n---\n${TABLE}`

  it('takes everything from the front matter', () => {
    const matter =
      'title: Box - RACI\nupdated: 2026-01-02\nurl: https://example.com/box\npublisher: Acme\nproduct: The Box\naliases: [Crate, 7]'
    expect(read({ 'box.md': own(matter) }).documents[0]).toMatchObject({
      id: 'box',
      title: 'Box - RACI',
      product: 'The Box',
      aliases: ['Crate', '7'],
      provider: 'Acme',
      url: 'https://example.com/box',
      updated: '2026-01-02',
    })
  })

  it('lets the catalog win', () => {
    const catalog =
      'documents:\n  box.md: { product: Box, aliases: [Crate], provider: Acme, url: "https://example.com/b" }\n'
    const [box] = read({
      'box.md': own('product: The Box\nurl: https://example.com/box'),
      'catalog.yaml': catalog,
    }).documents
    expect(box).toMatchObject({ product: 'Box', aliases: ['Crate'], provider: 'Acme', url: 'https://example.com/b' })
  })

  it('falls back to the first heading, then to the file name', () => {
    expect(read({ 'a.md': `# Box - RACI\n${TABLE}` }).documents[0]).toMatchObject({
      title: 'Box - RACI',
      product: 'Box',
    })
    expect(read({ 'my-box.csv': 'Task,Us\nShip,R\n' }).documents[0]).toMatchObject({
      title: 'My Box',
      product: 'My Box',
    })
  })

  it('reads a matrix as rules where the catalog says it is a communication document', () => {
    const [box] = read({ 'box.md': TABLE, 'catalog.yaml': 'documents: { box.md: { kind: communication } }' }).documents
    expect(box).toMatchObject({ kind: 'communication', parties: [] })
  })

  it.each([
    [
      'a wrong type',
      'documents:\n  box.md:\n    product: Box\n    aliases: Crate\n',
      'error invalid-catalog catalog.yaml:4',
    ],
    ['an unknown key', 'documents:\n  box.md:\n    name: Box\n', 'error invalid-catalog catalog.yaml:3'],
    [
      'an address that is none',
      'documents:\n  box.md:\n    url: javascript:alert(1)\n',
      'error invalid-catalog catalog.yaml:3',
    ],
    ['a list in place of documents', 'documents: [box.md]\n', 'error invalid-catalog catalog.yaml:1'],
    ['a syntax error', 'documents:\n  box.md: { product: Box\n', 'error invalid-yaml catalog.yaml:3'],
    [
      'a key twice',
      'documents:\n  box.md: { product: A }\n  box.md: { product: B }\n',
      'error invalid-yaml catalog.yaml:3',
    ],
    [
      'a file that is not there',
      'documents:\n  box.md: {}\n  crate.md: { product: Crate }\n',
      'warning missing-file catalog.yaml:3',
    ],
  ])('reports %s with its line and reads the document all the same', (_, catalog, issue) => {
    const knowledge = read({ 'box.md': matrix('| Ship | RA | I |'), 'catalog.yaml': catalog })
    expect(issuesOf(knowledge)).toEqual([issue])
    expect(knowledge.documents).toHaveLength(1)
  })

  it('keeps the good entries of a catalog', () => {
    const catalog = 'documents:\n  box.md: { product: 7 }\n  crate.md: { product: Crate }\n'
    const knowledge = read({ 'box.md': TABLE, 'crate.md': TABLE, 'catalog.yaml': catalog })
    expect(knowledge.documents.map(({ product }) => product)).toEqual(['Box', 'Crate'])
  })

  it('reports a date that has two readings', () => {
    const knowledge = read({ 'box.md': own('title: Box\nupdated: 03/04/2026') })
    expect(issuesOf(knowledge)).toContain('warning unreadable-date box.md:3')
  })

  it('reports a broken front matter and reads the rows', () => {
    const knowledge = read({ 'box.md': own('title: [Box') })
    expect(issuesOf(knowledge)).toContain('error invalid-yaml box.md:3')
    expect(knowledge.documents[0]?.entries).toHaveLength(1)
  })
})

describe('vocabulary', () => {
  it('is absent without the file', () => {
    expect(read({ 'box.md': TABLE }).vocabulary).toBeUndefined()
  })

  it('gives concepts and their words, and reports those that are none', () => {
    const knowledge = read({
      'box.md': matrix('| Ship | RA | I |'),
      'vocabulary.yaml': 'backup: [dump, safety copy]\nrestore: bring back\nlist:\n  - [x]\n',
    })
    expect(knowledge.vocabulary).toEqual({ backup: ['dump', 'safety copy'] })
    expect(issuesOf(knowledge)).toEqual([
      'error invalid-vocabulary vocabulary.yaml:2',
      'error invalid-vocabulary vocabulary.yaml:4',
    ])
  })
})

describe('files', () => {
  it('skips what is no document', () => {
    const files = { 'README.md': TABLE, 'notes.json': '{}', 'logo.png': 'x', 'box.md': matrix('| Ship | RA | I |') }
    const knowledge = read(files)
    expect(knowledge.documents.map(({ id }) => id)).toEqual(['box'])
    expect(knowledge.issues).toEqual([])
  })

  it('gives identifiers that stay the same and never twice', () => {
    const text = matrix('| Ship it! | RA | I |', '| Ship it? | RA | I |', '| 発送 | RA | I |', '| Zéro café | RA | I |')
    const ids = read({ 'Box & Co.md': text, 'box-co.md': text }).documents.map(({ entries }) =>
      entries.map(({ id }) => id),
    )
    expect(ids).toEqual([
      ['box-co#work/ship-it', 'box-co#work/ship-it-2', 'box-co#work/row', 'box-co#work/zero-cafe'],
      ['box-co#work/ship-it-3', 'box-co#work/ship-it-4', 'box-co#work/row-2', 'box-co#work/zero-cafe-2'],
    ])
  })
})
