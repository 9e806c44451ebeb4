// Matrices that lie on their side: a role a row, an activity a column.

import { fold, type Table, type TableRow } from './block.ts'
import type { ReadCell } from './letters.ts'

const ROLES =
  /^(?:roles?|part(?:y|ies)|teams?|stakeholders?|who|persons?|people|actors?|departments?|organi[sz]ations?)$/i

/** The table turned so that activities are rows; undefined when it is no matrix of letters with roles in its first column. */
export function turned(table: Table, read: ReadCell): Table | undefined {
  const [corner = '', ...activities] = table.header.cells.map(fold)
  if (!ROLES.test(corner) || activities.length < 2) return undefined
  const cells = table.rows.flatMap((row) => row.cells.slice(1)).filter((cell) => cell !== '')
  const letters = cells.filter((cell) => read(cell).letters.length > 0).length
  if (letters === 0 || letters * 2 < cells.length) return undefined
  const roles = table.rows.map((row) => fold(row.cells[0] ?? ''))
  const rows = activities.map((activity, column): TableRow => {
    return { cells: [activity, ...table.rows.map((row) => row.cells[column + 1] ?? '')], line: table.line }
  })
  return { kind: 'table', header: { cells: ['Activity', ...roles], line: table.line }, rows, line: table.line }
}
