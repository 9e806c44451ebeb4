import { describe, expect, it } from 'vitest'
import { issuesOf, matrix, read } from './reading.ts'

describe('what check finds in the rows', () => {
  it.each([
    ['nobody accountable', ['| Ship | R | I |'], ['warning no-accountable box.md:10']],
    ['several accountable', ['| Ship | RA | A |'], ['warning several-accountable box.md:10']],
    ['nobody who does it', ['| Ship | A | I |'], ['warning no-responsible box.md:10']],
    ['an empty row', ['| Ship |  | - |', '| Pack | RA | I |'], ['warning empty-row box.md:10']],
    ['an unknown letter', ['| Ship | RA | Q |', '| Pack | RA | I |'], ['warning unknown-letter box.md:10']],
    [
      'the same activity with other letters',
      ['| Ship | RA | I |', '| Pack | RA | |', '| ship | I | RA |'],
      ['warning contradicting-rows box.md:12'],
    ],
    ['letters without an activity', ['|  | RA | I |', '| Ship | RA | I |'], ['error row-without-activity box.md:10']],
    ['a cell too many', ['| Ship | RA | I | C |'], ['warning too-many-cells box.md:10']],
    ['nothing in a sound row', ['| Ship | R | A |', '| Ship | R | A |', '| Pack | RA |'], []],
  ])('%s', (_, rows, issues) => {
    // an empty first row would be a phase
    expect(
      issuesOf(read({ 'box.md': matrix('| Load | RA | I |', ...rows).replace('| Load | RA | I |\n', '') })),
    ).toEqual(issues)
  })

  it('says in plain words what is wrong and what to do', () => {
    expect(read({ 'box.md': matrix('| Ship | R | I |') }).issues).toEqual([
      {
        severity: 'warning',
        file: 'box.md',
        line: 10,
        rule: 'no-accountable',
        reason: '“Ship” has nobody accountable (A).',
        fix: 'Give A to one party.',
      },
    ])
  })

  it('does not judge rows whose holder is lost', () => {
    const text = 'Last updated 2026-01-01\nActivity\nBuyer\nSeller\nPack\nI\nRA\nShip\nI\n'
    expect(issuesOf(read({ 'box.txt': text }))).toEqual(['warning lost-party box.txt:8'])
  })
})

describe('what check finds in and among documents', () => {
  const dated = (day: string) =>
    `---\ntitle: Box ${day}\nupdated: ${day}\n---\n\n| Task | Us |\n| --- | --- |\n| Ship | RA |\n`

  it.each([
    ['2024-06-30', ['warning old-document box.md:0']],
    ['2024-07-01', []],
    ['2026-06-30', []],
  ])('age, with an edition of %s', (day, issues) => {
    expect(issuesOf(read({ 'box.md': dated(day) }))).toEqual(issues)
  })

  it('a document without a date', () => {
    expect(issuesOf(read({ 'box.md': dated('soon').replace('updated: soon\n', '') }))).toEqual([
      'warning undated-document box.md:0',
    ])
  })

  it('two documents of one product, and two of one name', () => {
    const text = matrix('| Ship | RA | I |')
    expect(issuesOf(read({ 'box.md': text, 'crate.md': text }))).toEqual(['warning duplicate-product crate.md:0'])
    expect(issuesOf(read({ 'box.csv': 'Task,Us\nShip,RA\n', 'box.md': text }))).toEqual([
      'warning undated-document box.csv:0',
      'warning duplicate-document box.md:0',
      'warning duplicate-product box.md:0',
    ])
  })

  it('a matrix and a communication document may share a product', () => {
    const rules = '---\nproduct: Box\nupdated: 2026-01-01\n---\n\n## Mail\n\nWrite to us.\n'
    expect(issuesOf(read({ 'box.md': matrix('| Ship | RA | I |'), 'box-rules.md': rules }))).toEqual([])
  })
})

describe('a title that does not name the product', () => {
  const named = (file: string, title: string) =>
    read({ [file]: matrix('| Ship | RA | I |').replace('Box - RACI', JSON.stringify(title)) })

  it.each([
    ['a placeholder for a name', 'harbour-raci.md', 'Shared responsibilities for {product-title}'],
    ['a template of another kind', 'harbour.md', '{{ product.name }}'],
    ['the letters spelt out', 'harbour-raci.md', 'Driver, Approver, Consulted, and Informed (DACI)'],
    ['nothing but its kind', 'harbour_raci_matrix.md', 'RACI matrix'],
  ])('%s: the file does', (_, file, title) =>
    expect(named(file, title).documents.map(({ product }) => product)).toEqual(['Harbour']),
  )

  it('is warned of where something is left to be filled in', () => {
    const issues = named('harbour.md', 'Shared responsibilities for {product-title}').issues
    expect(issues.find(({ rule }) => rule === 'unfilled-title')).toMatchObject({
      severity: 'warning',
      reason: 'The title holds {product-title}, which nothing in the document fills in.',
    })
    expect(named('harbour.md', 'Harbour').issues.map(({ rule }) => rule)).not.toContain('unfilled-title')
  })

  it('has its attribute filled in where the document defines it', () => {
    const text = ':product-title: Harbour Crane\n\n= Shared responsibilities for {product-title}\n\nCranes are ours.\n'
    expect(read({ 'x.adoc': text }).documents.map(({ product }) => product)).toEqual(['Harbour Crane'])
  })
})
