// What each column of a table is: the activity, a party, an applicability mark, a note. By its cells first, its name second.

import { fold, type Table } from './block.ts'
import { isBlankCell, readLetters } from './letters.ts'

export interface Columns {
  readonly activity: number
  readonly parties: readonly number[]
  /** Columns of `X` marks before the activity: the variants a row is limited to. */
  readonly variants: readonly number[]
  readonly notes: readonly number[]
}

interface Tally {
  readonly name: string
  letters: number
  marks: number
  other: number
}

const NOTE_NAMES =
  /^(?:sla|notes?|comments?|remarks?|evidence|description|deliverables?|frequency|timing|deadline|when|due|reference|ref|tools?|status|priority|details?)\b/i
const MARK = /^(?:x|✓|✔|☑|✅)$/iu

/** The columns of a matrix of letters; undefined for any other table. `known` are party names of the document's other tables. */
export function matrixColumns(table: Table, known: ReadonlySet<string>): Columns | undefined {
  const tallies = tally(table)
  const isParty = (column: Tally): boolean => column.letters > 0 && column.letters >= column.other
  const first = tallies.findIndex(isParty)
  const activity = activityColumn(tallies, first, known)
  if (activity === undefined) return undefined
  const parties: number[] = []
  const notes: number[] = []
  for (let index = activity + 1; index < tallies.length; index += 1) {
    const column = tallies[index]
    if (column === undefined) continue
    if (isParty(column) || mayBeParty(column, known)) parties.push(index)
    else notes.push(index)
  }
  const variants: number[] = []
  for (let index = 0; index < activity; index += 1) {
    const column = tallies[index]
    if (column !== undefined && column.marks > 0 && column.other === 0) variants.push(index)
    else notes.push(index)
  }
  return parties.length === 0 ? undefined : { activity, parties, variants, notes }
}

/** The column right before the parties, or, without any letter, before the parties known from other tables. */
function activityColumn(tallies: readonly Tally[], firstParty: number, known: ReadonlySet<string>): number | undefined {
  const end = firstParty > 0 ? firstParty : tallies.findIndex((column) => known.has(column.name))
  if (firstParty === 0 || end <= 0) return undefined
  for (let index = end - 1; index >= 0; index -= 1) {
    const column = tallies[index]
    if (column !== undefined && column.other > 0) return index
  }
  return end === 1 && tallies[0] !== undefined && tallies[0].letters + tallies[0].marks === 0 ? 0 : undefined
}

function mayBeParty(column: Tally, known: ReadonlySet<string>): boolean {
  if (column.name === '' || column.other > 0) return false
  return known.has(column.name) || !NOTE_NAMES.test(column.name)
}

function tally(table: Table): readonly Tally[] {
  const tallies = table.header.cells.map((name): Tally => ({ name: fold(name), letters: 0, marks: 0, other: 0 }))
  for (const row of table.rows) {
    for (const [index, column] of tallies.entries()) {
      const cell = row.cells[index] ?? ''
      if (cell === '' || (index > 0 && isBlankCell(cell))) continue
      if (MARK.test(cell)) column.marks += 1
      else if (readLetters(cell).letters.length > 0) column.letters += 1
      else column.other += 1
    }
  }
  return tallies
}
