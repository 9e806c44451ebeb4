import { describe, expect, it } from 'vitest'
import { held, issuesOf, matrix, read, rowsOf } from './reading.ts'

const lines = (...text: readonly string[]) => `${text.join('\n')}\n`
const told = (texts: Readonly<Record<string, string>>) =>
  rowsOf(read(texts).documents[0]).map((row) => [[...row.section, row.text].join(' > '), held(row)])

describe('markdown layouts', () => {
  it('skips a legend, whatever its shape', () => {
    const text = lines(
      '## Letters',
      '| R | Does the work |',
      '| --- | --- |',
      '| A | Answers for it |',
      '',
      '| Meaning | Letter |',
      '| --- | --- |',
      '| Responsible | R |',
      '| Does nothing | I |',
      '',
      '## Work',
      'Activity | Us | You',
      '--- | --- | ---',
      'Ship | RA | I',
    )
    expect(told({ 'a.md': text })).toEqual([['Work > Ship', 'Us RA, You I']])
  })

  it('finds the activity beside numbers, areas and descriptions', () => {
    const text = lines(
      '| # | Area | Task | Description | Us | You | Comment |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| 1 | Goods | Ship | By sea | RA | I | slow |',
      '| 2 |  | Pack | In boxes | R | A |  |',
    )
    const [document] = read({ 'a.md': text }).documents
    expect(rowsOf(document).map((row) => [row.section, row.text, held(row), row.notes])).toEqual([
      [['Goods'], 'Ship', 'Us RA, You I', { '#': '1', Description: 'By sea', Comment: 'slow' }],
      [['Goods'], 'Pack', 'Us R, You A', { '#': '2', Description: 'In boxes' }],
    ])
  })

  it('reads a matrix that lies on its side', () => {
    const text = lines('| Role | Pack | Ship |', '| --- | --- | --- |', '| Us | RA | C |', '| You | I | RA |')
    expect(told({ 'a.md': text })).toEqual([
      ['Pack', 'Us RA, You I'],
      ['Ship', 'Us C, You RA'],
    ])
  })

  it('reads holders by name below Responsible and Accountable', () => {
    const text = lines(
      '| Task | Responsible (R) | Accountable (A) | Due |',
      '| --- | --- | --- | --- |',
      '| Pack | Store, Office | Boss | Monday |',
      '| Ship | - | boss | |',
    )
    const [document] = read({ 'a.md': text }).documents
    expect(rowsOf(document).map((row) => [row.text, held(row), row.notes])).toEqual([
      ['Pack', 'Store R, Office R, Boss A', { Due: 'Monday' }],
      ['Ship', 'Boss A', undefined],
    ])
  })

  it.each([
    ['✅ = Responsible, 🤝 = Consulted, ❌ = Not involved', '✅', '🤝', 'Us R, You C'],
    ['- L: Responsible and accountable\n- F: Informed', 'L', 'F', 'Us RA, You I'],
    [
      '| Word | Meaning |\n| --- | --- |\n| Leads | Accountable |\n| Helps | Supporting |',
      'Leads',
      'Helps',
      'Us A, You S',
    ],
  ])('reads marks that the legend equates with letters: %s', (legend, ours, yours, expected) => {
    const text = lines(
      legend,
      '',
      '## RACI',
      '',
      '| Task | Us | You |',
      '| --- | --- | --- |',
      `| Ship | ${ours} | ${yours} |`,
    )
    const [document] = read({ 'a.md': text }).documents
    expect(rowsOf(document).map(held)).toEqual([expected])
    expect(rowsOf(document)[0]?.assignments[0]?.cell).toBe(ours)
  })

  it('keeps text in angle brackets that is no HTML', () => {
    const text = lines('| Task | Us |', '| --- | --- |', '| Tell <!channel> about <service> and **more** | R |')
    expect(told({ 'a.md': text })).toEqual([['Tell <!channel> about <service> and more', 'Us R']])
  })

  it('reads lists of roles below an activity', () => {
    const text = lines(
      '# Goods',
      '## Work',
      '- Ship',
      '  - Responsible: Store',
      '  - Accountable: Boss',
      '- Pack',
      '  - Responsible: Office',
      '  - Informed: Store, Boss',
    )
    expect(told({ 'a.md': text })).toEqual([
      ['Work > Ship', 'Store R, Boss A'],
      ['Work > Pack', 'Office R, Store I, Boss I'],
    ])
  })

  it('keeps sections apart where the numbering starts again', () => {
    const table = '| Task | Us |\n| --- | --- |\n| Ship | R |\n'
    const text = lines(
      '# Goods',
      '## Sea',
      '### 1. Load',
      table,
      '## Air',
      '### 1. Load',
      table,
      '### 1.1. Ship',
      table,
    )
    expect(told({ 'a.md': text }).map(([where]) => where)).toEqual([
      'Sea > 1. Load > Ship',
      'Air > 1. Load > Ship',
      'Air > 1. Load > 1.1. Ship > Ship',
    ])
  })

  it('reports a column of letters without a name', () => {
    const knowledge = read({ 'a.md': lines('| Task | Us | |', '| --- | --- | --- |', '| Ship | R | A |') })
    expect(rowsOf(knowledge.documents[0]).map(held)).toEqual(['Us R'])
    expect(issuesOf(knowledge)).toContain('error unnamed-column a.md:1')
  })

  it('reads an unknown letter as nobody and reports it', () => {
    const knowledge = read({
      'a.md': lines('| Task | Us | You |', '| --- | --- | --- |', '| Ship | RX | A |', '| Pack | R | A |'),
    })
    expect(rowsOf(knowledge.documents[0]).map(held)).toEqual(['You A', 'Us R, You A'])
    expect(issuesOf(knowledge)).toContain('warning unknown-letter a.md:3')
  })

  it('takes a column of yes and no beside the parties as a note', () => {
    const text = lines(
      '| Task | Us | You | Daily |',
      '| --- | --- | --- | --- |',
      '| Ship | R | A | Y |',
      '| Pack | A | R | N |',
    )
    const [document] = read({ 'a.md': text }).documents
    expect(document?.parties).toEqual(['Us', 'You'])
    expect(rowsOf(document).map(({ notes }) => notes)).toEqual([{ Daily: 'Y' }, { Daily: 'N' }])
  })

  it.each([
    ['more than once', '| Ship | D | A |\n| Pack | C | D |'],
    ['named in the legend', '| Ship | D | A |\n| Pack | C | I |\n\nD = Driver'],
  ])('gives no letters where a letter of another scheme stands %s', (_, rows) => {
    const knowledge = read({ 'a.md': lines('# RACI', '', '| Task | Us | You |', '| --- | --- | --- |', rows) })
    expect(rowsOf(knowledge.documents[0])).toEqual([])
    expect(issuesOf(knowledge)).toContain('error unreadable-table a.md:3')
  })

  it.each([
    ['S', 'S: Signatory'],
    ['R', 'R = Recommends'],
  ])('gives no letters where the legend makes %s something else', (letter, definition) => {
    const text = lines(
      '# RACI',
      '',
      `- ${definition}`,
      '',
      '| Task | Us | You |',
      '| --- | --- | --- |',
      `| Ship | ${letter} | A |`,
    )
    expect(issuesOf(read({ 'a.md': text }))).toContain('error unreadable-table a.md:5')
  })

  it('takes tables of yes and no, sizes and owners for no matrix', () => {
    const table =
      '| Plan | Small | Large |\n| --- | --- | --- |\n| Phone | Y | N |\n| Mail | N | Y |\n| Fax | Y | Y |\n'
    const knowledge = read({ 'a.md': lines('# Plans', table) })
    expect(rowsOf(knowledge.documents[0])).toEqual([])
    expect(knowledge.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('AsciiDoc', () => {
  it('reads a matrix, spans and all', () => {
    const text = lines(
      '= Box - RACI',
      ':us: Acme',
      '',
      '== Work',
      '',
      '[cols="2,1,1",options="header"]',
      '|===',
      '|Task |{us} |You',
      '3+|*Sea*',
      '|Ship `now`',
      '|RA',
      '|I',
      '',
      '|link:https://example.com[Pack] | |RA',
      '|===',
    )
    const [box] = read({ 'a.adoc': text }).documents
    expect(box).toMatchObject({ title: 'Box - RACI', product: 'Box', parties: ['Acme', 'You'] })
    expect(rowsOf(box).map((row) => [row.section, row.text, held(row), row.source.line])).toEqual([
      [['Work', 'Sea'], 'Ship now', 'Acme RA, You I', 10],
      [['Work', 'Sea'], 'Pack', 'You RA', 14],
    ])
  })

  it('reports a table whose cells make no whole rows', () => {
    const knowledge = read({ 'a.adoc': lines('|===', '|Task |Us |You', '|Ship |RA', '|===', '', 'Some text.') })
    expect(issuesOf(knowledge)).toContain('error unreadable-table a.adoc:1')
  })
})

describe('plain text', () => {
  it('reads a table copied from a page, its cells between tabs', () => {
    const text = lines(
      'Box',
      '',
      '3.1. Ship',
      'Task\tUs\tYou',
      'Pack\tRA\tI',
      'Ship\t\tRA',
      '',
      '3.2. Store',
      'Task\tUs\tYou',
      'Keep\tI\tRA',
    )
    expect(told({ 'a.txt': text })).toEqual([
      ['3.1. Ship > Pack', 'Us RA, You I'],
      ['3.1. Ship > Ship', 'You RA'],
      ['3.2. Store > Keep', 'Us I, You RA'],
    ])
  })

  it('reads markdown that was saved as text', () => {
    expect(told({ 'a.txt': matrix('| **Ship** | RA | I |') })).toEqual([['Work > Ship', 'Customer RA, Provider I']])
  })
})

describe('CSV', () => {
  it.each([
    ['semicolons, quotes and CRLF', 'Task;Us;You\r\n"Ship; all ""goods""";R/A;I\r\n', 'Ship; all "goods"'],
    ['tabs', 'Task\tUs\tYou\nShip\tRA\tI\n', 'Ship'],
    ['a byte order mark', '\uFEFFTask,Us,You\nShip,RA,I\n', 'Ship'],
    ['a title above', 'Responsibilities\n\nTask,Us,You\nShip,RA,I\n', 'Ship'],
    ['a missing last cell', 'Task,You,Us\nPack,I,R\nShip,I\n', 'Pack'],
  ])('reads %s', (_, text, activity) => {
    expect(rowsOf(read({ 'a.csv': text }).documents[0])[0]?.text).toBe(activity)
  })

  it('reads letters that have columns of their own', () => {
    const text = 'Task,Us,,,,You,,,\n,R,A,C,I,R,A,C,I\nShip,X,X,,,,,,X\nPack,,,x,,x,x,,\n'
    expect(told({ 'a.csv': text })).toEqual([
      ['Ship', 'Us RA, You I'],
      ['Pack', 'Us C, You RA'],
    ])
  })

  it('gives the line of a row behind cells of several lines', () => {
    const [document] = read({ 'a.csv': 'Task,Us\n"Ship\nall",R\nPack,A\n' }).documents
    expect(rowsOf(document).map(({ text, source }) => [text, source.line])).toEqual([
      ['Ship all', 2],
      ['Pack', 4],
    ])
  })
})

describe('HTML', () => {
  const page = (body: string) =>
    `<!doctype html><html><head><title>Box - RACI</title></head><body>${body}</body></html>`
  const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

  it('reads headings, spans and phases', () => {
    const table = [
      '<table><tr><th colspan="3">Title</th></tr><tr><th>Task</th><th>Us</th><th>You</th></tr>',
      '<tr><td colspan="3"><b>Sea</b></td></tr>',
      row('Ship&nbsp;it <br>now', 'R<sup>*</sup>', 'A'),
      '<tr><td>Sail</td><td colspan="2">R</td></tr></table>',
    ].join('\n')
    const [document] = read({ 'a.html': page(`<h2>Work</h2>${table}`) }).documents
    expect(document).toMatchObject({ title: 'Box - RACI', product: 'Box' })
    expect(rowsOf(document).map((found) => [found.section, found.text, held(found)])).toEqual([
      [['Work', 'Title', 'Sea'], 'Ship it now', 'Us R, You A'],
      [['Work', 'Title', 'Sea'], 'Sail', 'Us R'],
    ])
  })

  it('carries merged cells down', () => {
    const table = `<table>${row('Area', 'Task', 'Us')}<tr><td rowspan="2">Sea</td><td>Ship</td><td>R</td></tr>${row('Sail', 'A')}</table>`
    expect(told({ 'a.html': page(table) })).toEqual([
      ['Sea > Ship', 'Us R'],
      ['Sea > Sail', 'Us A'],
    ])
  })

  it('leaves scripts and styles out', () => {
    const table = `<table>${row('Task', 'Us')}${row('Ship<script>alert(1)</script>', 'R')}</table>`
    expect(told({ 'a.html': page(`<style>td{}</style><script>alert(1)</script>${table}`) })).toEqual([['Ship', 'Us R']])
  })

  it('reads a table inside markdown, blank lines and all', () => {
    const text = `# Box\n\n<table>\n${row('Task', 'Us')}\n\n${row('**Ship**', '**R**')}\n\n</table>\n\nEnd.\n`
    expect(told({ 'a.md': text })).toEqual([['Ship', 'Us R']])
  })
})
