// All matrices of a document: blocks in, rows out.

import { type Block, fold, type Heading, type Table } from './block.ts'
import { type Columns, matrixColumns } from './columns.ts'
import { matrixRows, type Row } from './matrix.ts'
import { Outline } from './outline.ts'
import type { Report } from './report.ts'

const NONE: ReadonlySet<string> = new Set()

/** Rows of every matrix in the blocks, each under its section path. */
export function readMatrices(blocks: readonly Block[], title: Heading | undefined, report: Report): readonly Row[] {
  const headings = blocks.filter((block) => block.kind === 'heading' && block !== title)
  const outline = new Outline(headings as readonly Heading[])
  const known = partyNames(blocks)
  const rows: Row[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block !== title) outline.enter(block)
    if (block.kind !== 'table') continue
    const columns = matrixColumns(block, known)
    if (columns !== undefined) rows.push(...matrixRows(block, columns, outline.path, report))
  }
  return rows
}

/** Names of the columns that hold letters somewhere in the document. */
function partyNames(blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    for (const name of tableParties(block, matrixColumns(block, NONE))) names.add(name)
  }
  return names
}

function tableParties(table: Table, columns: Columns | undefined): readonly string[] {
  return (columns?.parties ?? []).map((index) => fold(table.header.cells[index] ?? ''))
}
