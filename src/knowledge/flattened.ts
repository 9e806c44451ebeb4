// Tables that an export flattened: one cell a line, blank cells lost. A row with a letter group for every party is
// certain; with fewer, nobody can say which party holds them, and nothing is inferred.

import type { Assignment } from '../domain/raci.ts'
import { fold, type Heading } from './block.ts'
import { isBlankCell, readLetters } from './letters.ts'
import { type Row, shorten } from './matrix.ts'
import { numberLevel, Outline } from './outline.ts'
import type { Report } from './report.ts'

const HEADER = /^(?:activit(?:y|ies)|activité|tasks?|deliverables?|process|responsibility)$/i

interface Line {
  readonly text: string
  readonly line: number
}

/** Rows of a flattened text; none when it has no flattened table. */
export function flattenedRows(text: string, report: Report): readonly Row[] {
  const lines = text
    .split('\n')
    .map((raw, index): Line => ({ text: raw.length > 2_000 ? raw.trim() : fold(raw), line: index + 1 }))
  const cells = lines.filter((line) => line.text !== '')
  const parties = partyNames(cells)
  if (parties === undefined) return []
  const headings = cells.filter((cell) => numberLevel(cell.text) > 0).map(heading)
  const outline = new Outline(headings)
  const rows: Row[] = []
  for (let index = 0, inTable = false; index < cells.length; ) {
    const cell = cells[index]
    if (cell === undefined) break
    if (isHeader(cells, index, parties)) {
      inTable = true
      index += 1 + parties.length
      continue
    }
    const groups = groupsAfter(cells, index + 1)
    if (numberLevel(cell.text) > 0 && groups.length === 0) {
      inTable = false
      outline.enter(heading(cell))
    } else if (inTable && groups.length > 0) {
      rows.push(flattenedRow(cell, groups, parties, outline.path, report))
    } else if (inTable) {
      reportBare(cell, index === cells.length - 1, report)
    }
    index += 1 + groups.length
  }
  return rows
}

function flattenedRow(
  cell: Line,
  groups: readonly Line[],
  parties: readonly string[],
  section: readonly string[],
  report: Report,
): Row {
  const row = { section, text: cell.text, line: cell.line }
  if (groups.length === parties.length) {
    const assignments = groups.map(
      ({ text }, index): Assignment => ({
        party: parties[index] ?? '',
        letters: readLetters(text).letters,
        cell: text,
      }),
    )
    return { ...row, assignments }
  }
  const lost = groups.map(({ text }) => text)
  report({
    severity: 'warning',
    line: cell.line,
    rule: 'lost-party',
    reason: `“${shorten(cell.text)}” has ${lost.join(' and ')} for ${parties.length} parties; the export lost which party holds ${lost.length > 1 ? 'them' : 'it'}.`,
    fix: 'Load the document in a format that keeps its tables (markdown, HTML or CSV).',
  })
  return { ...row, assignments: [], lost }
}

function reportBare(cell: Line, last: boolean, report: Report): void {
  report({
    severity: 'error',
    line: cell.line,
    rule: last ? 'cut-off-row' : 'row-without-letters',
    reason: last
      ? `The text ends at “${shorten(cell.text)}”, before any letter; the row was left out.`
      : `“${shorten(cell.text)}” is followed by no letter, so it is not certain to be a row and was left out.`,
    fix: 'Load the whole document, in a format that keeps its tables.',
  })
}

/** What every header line is followed by: the lines that all occurrences share, up to the first activity. */
function partyNames(cells: readonly Line[]): readonly string[] | undefined {
  const starts = [...cells.keys()].filter((index) => HEADER.test(cells[index]?.text ?? ''))
  const first = starts[0]
  if (first === undefined) return undefined
  const names: string[] = []
  for (let offset = 1; offset < 15; offset += 1) {
    const name = cells[first + offset]?.text
    if (name === undefined || name.length > 60 || isGroup(name)) break
    if (starts.some((start) => cells[start + offset]?.text !== name)) break
    if (isGroup(cells[first + offset + 1]?.text ?? '')) break
    names.push(name)
  }
  return names.length > 1 ? names : undefined
}

function isHeader(cells: readonly Line[], index: number, parties: readonly string[]): boolean {
  return (
    HEADER.test(cells[index]?.text ?? '') && parties.every((party, offset) => cells[index + 1 + offset]?.text === party)
  )
}

function groupsAfter(cells: readonly Line[], start: number): readonly Line[] {
  let end = start
  while (isGroup(cells[end]?.text ?? '')) end += 1
  return cells.slice(start, end)
}

/** `RA`, `R/A`, `I`, `-`: a cell of a party, not a word. */
function isGroup(text: string): boolean {
  if (text === '' || text.length > 12 || /\p{Ll}/u.test(text)) return false
  return isBlankCell(text) || readLetters(text).letters.length > 0
}

function heading({ text, line }: Line): Heading {
  return { kind: 'heading', depth: 1, text, line }
}
