// All matrices of a document: blocks in, rows out, whatever layout each table has.

import { type Block, fold, type Heading, type Table } from './block.ts'
import { bulletRows } from './bullet-raci.ts'
import { matrixColumns } from './columns.ts'
import { invertedRows, PartyNames } from './inverted.ts'
import { type Legend, legendReader, readLegend } from './legend.ts'
import { type ReadCell, readLetters } from './letters.ts'
import { matrixRows, type Row } from './matrix.ts'
import { Outline } from './outline.ts'
import type { Report } from './report.ts'
import { tidyTable } from './tidy-table.ts'
import { turned } from './transposed.ts'
import { otherScheme, whyUnreadable } from './unreadable.ts'

export interface Matrices {
  readonly rows: readonly Row[]
  /** Tables and lists that gave rows. */
  readonly used: ReadonlySet<Block>
  /** Tables about responsibility that could not be read; their rows are kept as statements. */
  readonly unreadable: ReadonlySet<Block>
}

interface Unread {
  readonly table: Table
  /** Title, headings and the paragraph above. */
  readonly around: string
  /** The nearest heading and the paragraph above. */
  readonly near: string
}

interface Context {
  readonly known: ReadonlySet<string>
  readonly legend: Legend
  readonly names: PartyNames
  readonly report: Report
}

/** Rows of every matrix in the blocks, each under its section path. `title` is the document's and not part of a path. */
export function readMatrices(
  blocks: readonly Block[],
  title: string,
  titleHeading: Heading | undefined,
  report: Report,
): Matrices {
  const outline = new Outline(
    blocks.filter((block): block is Heading => block.kind === 'heading' && block !== titleHeading),
  )
  const context: Context = { known: letterColumns(blocks), legend: readLegend(blocks), names: new PartyNames(), report }
  const bullets: Row[] = []
  const rows: Row[] = []
  const used = new Set<Block>()
  const unread: Unread[] = []
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    if (block.kind === 'heading' && block !== titleHeading) outline.enter(block)
    if (block.kind === 'list') {
      const found = bulletRows(block, outline.path, before, context.names)
      if (found.length > 0) used.add(block)
      bullets.push(...found)
    }
    if (block.kind !== 'table') continue
    const near = [outline.path.at(-1) ?? '', before?.kind === 'paragraph' ? before.lines.join(' ') : ''].join(' ')
    const around = [title, ...outline.path, near].join(' ')
    const read = tableRows(block, outline.path, around, context)
    if (read === undefined) unread.push({ table: block, around, near })
    else used.add(block)
    rows.push(...(read ?? []))
  }
  const read = rows.length === 0 || bullets.length > 1 ? inOrder(rows, bullets) : rows
  return { rows: read, used, unreadable: reportUnreadable(unread, read.length > 0, context) }
}

/** Rows of one table; undefined when it is none that can be read. */
function tableRows(
  given: Table,
  path: readonly string[],
  around: string,
  context: Context,
): readonly Row[] | undefined {
  const { known, legend, names, report } = context
  const table = tidyTable(given)
  if (otherScheme(table, legend, around) !== undefined) return undefined
  const read = (turnedOrNot: Table, cell: ReadCell): readonly Row[] | undefined => {
    const columns = matrixColumns(turnedOrNot, known, cell)
    return columns === undefined ? undefined : matrixRows(turnedOrNot, columns, path, cell, report)
  }
  const sideways = turned(table, readLetters)
  if (sideways !== undefined) return read(sideways, readLetters)
  return read(table, readLetters) ?? invertedRows(table, path, names) ?? read(table, legendReader(legend))
}

/** A document that has readable matrices is asked only about what stands right above a table: its title speaks of all. */
function reportUnreadable(
  unread: readonly Unread[],
  hasRows: boolean,
  { legend, report }: Context,
): ReadonlySet<Block> {
  const tables = new Set<Block>()
  const byReason = new Map<string, { readonly table: Table; count: number; readonly why: string }>()
  for (const { table, around, near } of unread) {
    const why = otherScheme(table, legend, around) ?? whyUnreadable(table, hasRows ? near : around)
    if (why === undefined) continue
    tables.add(table)
    const key = `${tableName(table)} ${why.replace(/\(.*?\)/, '')}`
    const same = byReason.get(key)
    if (same === undefined) byReason.set(key, { table, count: 1, why })
    else same.count += 1
  }
  for (const { table, count, why } of byReason.values()) {
    const what = count === 1 ? 'This table is' : `${count} tables like this one are`
    report({
      severity: 'error',
      line: table.line,
      rule: 'unreadable-table',
      reason: `${what} not read as a matrix (${tableName(table)}): ${why}. The rows are quoted as they stand.`,
      fix: 'Give each party a column with the letters R, A, S, C, I, or add a legend that equates the marks with them.',
    })
  }
  return tables
}

function tableName(table: Table): string {
  return table.header.cells.map(fold).join(' | ').slice(0, 80)
}

/** Names of the columns that hold letters somewhere in the document. */
function letterColumns(blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    const table = tidyTable(block)
    for (const index of matrixColumns(table, names, readLetters)?.parties ?? [])
      names.add(fold(table.header.cells[index] ?? ''))
  }
  return names
}

function inOrder(rows: readonly Row[], bullets: readonly Row[]): readonly Row[] {
  return [...rows, ...bullets].sort((left, right) => left.line - right.line)
}
