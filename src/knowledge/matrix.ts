// A table of letters in, the facts of its rows out. A doubtful row keeps what is certain and is reported.

import type { Activity, Assignment } from '../domain/raci.ts'
import { fold, type Table, type TableRow } from './block.ts'
import type { Columns } from './columns.ts'
import { isBlankCell, type ReadCell } from './letters.ts'
import type { Report } from './report.ts'

/** What a table says of one activity; identity and source are added by the document. */
export interface Row {
  readonly section: readonly string[]
  readonly text: string
  readonly assignments: readonly Assignment[]
  readonly lost?: readonly string[]
  readonly appliesTo?: readonly string[]
  readonly notes?: Activity['notes']
  readonly line: number
}

/** Reads the rows of a matrix; rows of one cell are phases and become part of the section path. */
export function matrixRows(
  table: Table,
  found: Columns,
  path: readonly string[],
  readCell: ReadCell,
  report: Report,
): readonly Row[] {
  const rows: Row[] = []
  const columns = { ...found, parties: namedParties(table.header, found.parties, report) }
  const phases = phaseRows(table, columns)
  let section = path
  let group: readonly string[] = []
  for (const row of table.rows) {
    if (phases.has(row)) {
      section = [...path, fold(row.cells.find((cell) => cell !== '') ?? '')]
      continue
    }
    // a group cell is filled on its first row only, as a merged cell would be
    const named = columns.groups.map((index) => fold(row.cells[index] ?? ''))
    if (named.some((name) => name !== '')) group = named.filter((name) => name !== '')
    const read = matrixRow(row, table.header, columns, [...section, ...group], readCell, report)
    if (read !== undefined) rows.push(read)
  }
  return rows
}

/** Columns of letters that have a name; the others are reported, since nobody can be told who they are. */
function namedParties(header: TableRow, parties: readonly number[], report: Report): readonly number[] {
  const names = parties.map((index) => fold(header.cells[index] ?? ''))
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (names.includes('')) {
    report({
      severity: 'error',
      line: header.line,
      rule: 'unnamed-column',
      reason: 'A column of letters has no name; its letters were left out.',
      fix: 'Name the party in the header.',
    })
  }
  if (twice !== undefined) {
    report({
      severity: 'warning',
      line: header.line,
      rule: 'duplicate-party',
      reason: `Two columns are named ${twice}.`,
      fix: 'Give each party a name of its own.',
    })
  }
  return parties.filter((_, index) => names[index] !== '')
}

function matrixRow(
  row: TableRow,
  header: TableRow,
  columns: Columns,
  section: readonly string[],
  read: ReadCell,
  report: Report,
): Row | undefined {
  if (row.cells.every((cell) => cell === '')) return undefined
  const text = fold(row.cells[columns.activity] ?? '')
  reportShape(row, header, text, report)
  if (text === '') return undefined
  const assignments = columns.parties.map((index): Assignment => {
    const cell = fold(row.cells[index] ?? '')
    const { letters, unknown } = read(cell)
    const party = fold(header.cells[index] ?? '')
    if (unknown !== undefined) reportUnknown(unknown, party, text, row.line, report)
    return { party, letters, cell }
  })
  const appliesTo = columns.variants.filter((index) => !isBlankCell(row.cells[index] ?? ''))
  const notes = columns.notes.filter((index) => !isBlankCell(row.cells[index] ?? ''))
  const name = (index: number): string => fold(header.cells[index] ?? '')
  return {
    section,
    text,
    assignments,
    ...(appliesTo.length > 0 && { appliesTo: appliesTo.map(name) }),
    ...(notes.length > 0 && { notes: Object.fromEntries(notes.map((index) => [name(index), row.cells[index] ?? ''])) }),
    line: row.line,
  }
}

/** Rows with nothing but a name: alone in its line, bold, or (when the table begins with one) without any letter. */
function phaseRows(table: Table, columns: Columns): ReadonlySet<TableRow> {
  const isBare = (row: TableRow): boolean =>
    (row.cells[columns.activity] !== '' || columns.groups.length > 0) &&
    row.cells.filter((cell) => cell !== '').length === 1 &&
    columns.parties.every((index) => (row.cells[index] ?? '') === '')
  const first = table.rows[0]
  const opensWithPhase = first !== undefined && isBare(first) && table.rows.length > 1
  const bare = table.rows.filter((row) => isBare(row))
  if (bare.length === table.rows.length) return new Set()
  return new Set(
    bare.filter(
      (row) => (row.cells.length === 1 && table.header.cells.length > 2) || row.bold === true || opensWithPhase,
    ),
  )
}

function reportShape(row: TableRow, header: TableRow, text: string, report: Report): void {
  const extra = row.cells.slice(header.cells.length).filter((cell) => cell !== '')
  const name = text === '' ? 'A row' : `The row “${shorten(text)}”`
  if (extra.length > 0) {
    report({
      severity: 'warning',
      line: row.line,
      rule: 'too-many-cells',
      reason: `${name} has more cells than the table has columns; “${extra.join(' | ').slice(0, 60)}” belongs to no party.`,
      fix: 'Bring the row to as many cells as the header has.',
    })
  }
  if (text === '') {
    report({
      severity: 'error',
      line: row.line,
      rule: 'row-without-activity',
      reason: 'A row has letters but no activity, so it was left out.',
      fix: 'Name the activity.',
    })
  }
}

function reportUnknown(cell: string, party: string, text: string, line: number, report: Report): void {
  report({
    severity: 'warning',
    line,
    rule: 'unknown-letter',
    reason: `“${cell}” for ${party} in “${shorten(text)}” is no letter of R, A, S, C, I.`,
    fix: 'Use R, A, S, C or I, or leave the cell blank.',
  })
}

/** An activity short enough for a message. */
export function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`
}
