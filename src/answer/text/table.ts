// A matrix as a table: activities on the left, one narrow column a party; as a list where it does not fit.

import type { Block } from '../answer.ts'
import type { Pen } from './pen.ts'
import { printable } from './plain.ts'
import { columnsOf, filled, padded, wrapped } from './wrap.ts'

type Matrix = Extract<Block, { type: 'matrix' }>

const GAP = '  '
const MARGIN = '  '
/** Activities narrower than this are hard to read: the cells go under the activity instead. */
const NARROWEST_ACTIVITY = 28
/** Beyond this the cells are too far from their activity for the eye to follow. */
const WIDEST_ACTIVITY = 76

/** Columns of the longest activity of several tables, so that they can be drawn alike. */
export function longestActivity(blocks: readonly Block[]): number {
  const texts = blocks.flatMap((block) => (block.type === 'matrix' ? block.rows.map(({ text }) => text) : []))
  return texts.reduce((longest, text) => Math.max(longest, columnsOf(printable(text))), 0)
}

/** The title, then the table with room for activities of `longest` columns. */
export function matrixLines(matrix: Matrix, pen: Pen, longest: number): readonly string[] {
  const steps = printable(matrix.title)
    .replaceAll('\n', ' ')
    .split(/(?<= >) /u)
  return [...filled(steps, ' ', pen.width).map(pen.bold), ...bodyLines(matrix, pen, longest)]
}

function bodyLines(matrix: Matrix, pen: Pen, longest: number): readonly string[] {
  const parties = matrix.parties.map(printable)
  const widths = parties.map((party, column) =>
    Math.max(columnsOf(party), ...matrix.rows.map((row) => columnsOf(printable(row.cells[column] ?? '')))),
  )
  const cells = widths.reduce((sum, width) => sum + GAP.length + width, 0)
  const room = pen.width - MARGIN.length - cells
  if (room < NARROWEST_ACTIVITY) return listLines(matrix, pen)
  const width = Math.min(room, WIDEST_ACTIVITY, longest)
  const header = MARGIN + padded('', width) + parties.map((party, at) => GAP + padded(party, widths[at] ?? 0)).join('')
  const rows = matrix.rows.flatMap((row) => {
    const [first = '', ...rest] = wrapped(printable(row.text), width)
    const held = row.cells.map((cell, at) => GAP + padded(printable(cell), widths[at] ?? 0)).join('')
    return [(MARGIN + padded(first, width) + held).trimEnd(), ...rest.map((line) => MARGIN + line)]
  })
  return [pen.dim(header.trimEnd()), ...rows]
}

function listLines(matrix: Matrix, pen: Pen): readonly string[] {
  return matrix.rows.flatMap((row) => {
    const held = row.cells.flatMap((cell, at) => (cell ? [printable(`${matrix.parties[at]} ${cell}`)] : []))
    const margin = MARGIN + MARGIN
    const lines = filled(held.length ? held : ['no role stated'], ' · ', pen.width - margin.length)
    return [...pen.lines(row.text, MARGIN), ...lines.map((line) => margin + pen.dim(line))]
  })
}
