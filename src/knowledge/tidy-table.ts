// Tables as exports leave them: a title above the header, the header again on every page, letters as columns of their own.

import type { Table, TableRow } from './block.ts'
import { isBlankCell } from './letters.ts'

const TICK = /^(?:x|✓|✔|☑|✅|•|●|yes)$/iu

/** The table with its real header first, once, and one column a party. */
export function tidyTable(table: Table): Table {
  return withoutRepeats(withLettersInCells(withRealHeader(table)))
}

/** Where the header has gaps and the row below it has none, the row below is the header. */
function withRealHeader(table: Table): Table {
  const [first, ...rest] = table.rows
  if (first === undefined || rest.length === 0 || !hasGaps(table.header, first)) return table
  const named = first.cells.length >= table.header.cells.length && isHeaderLike(first)
  return named ? { ...table, header: first, rows: rest } : table
}

function hasGaps(header: TableRow, below: TableRow): boolean {
  return header.cells.length < below.cells.length || header.cells.slice(1).includes('')
}

function isHeaderLike({ cells }: TableRow): boolean {
  return cells.length > 1 && cells.slice(1).every((cell) => cell !== '' && !/^[RASCI/,* -]{1,9}$/.test(cell))
}

/** `Customer` over `R A C I` with ticks below becomes one column `Customer` with the ticked letters. */
function withLettersInCells(table: Table): Table {
  const [sub, ...rows] = table.rows
  if (sub === undefined || rows.length === 0) return table
  const letters = sub.cells.slice(1).map((cell) => (/^[RASCI]$/.test(cell) ? cell : undefined))
  const ticked = rows.every((row) => row.cells.slice(1).every((cell, index) => isTick(cell, letters[index])))
  if (letters.length < 4 || letters.includes(undefined) || !ticked) return table
  const parties = new Map<string, number[]>()
  let party = ''
  for (let index = 1; index <= letters.length; index += 1) {
    party = table.header.cells[index] || party
    parties.set(party, [...(parties.get(party) ?? []), index])
  }
  if (parties.has('') || parties.size * 2 > letters.length) return table
  const cell = (row: TableRow, columns: readonly number[]): string =>
    columns.map((index) => (isBlankCell(row.cells[index] ?? '') ? '' : (letters[index - 1] ?? ''))).join('')
  return {
    ...table,
    header: { ...table.header, cells: [table.header.cells[0] || (sub.cells[0] ?? ''), ...parties.keys()] },
    rows: rows.map((row) => ({
      ...row,
      cells: [row.cells[0] ?? '', ...[...parties.values()].map((columns) => cell(row, columns))],
    })),
  }
}

function isTick(cell: string, letter: string | undefined): boolean {
  return isBlankCell(cell) || TICK.test(cell) || cell === letter
}

function withoutRepeats(table: Table): Table {
  const header = table.header.cells.join('\n')
  if (!table.rows.some((row) => row.cells[0] === table.header.cells[0])) return table
  return { ...table, rows: table.rows.filter((row) => row.cells.join('\n') !== header) }
}
