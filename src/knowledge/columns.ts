// What each column of a table is: the activity, a party, an applicability mark, a note. By its cells first, its name second.

import { fold, type Table } from './block.ts'
import { isBlankCell, type ReadCell } from './letters.ts'

export interface Columns {
  readonly activity: number
  readonly parties: readonly number[]
  /** Columns of `X` marks before the activity: the variants a row is limited to. */
  readonly variants: readonly number[]
  /** Columns before the activity that group rows (phase, area); their cells go into the section path. */
  readonly groups: readonly number[]
  readonly notes: readonly number[]
}

interface Tally {
  readonly name: string
  letters: number
  /** Single capitals that are no letter of the scheme. */
  strange: number
  marks: number
  other: number
}

const NOTE =
  /^(?:sla|notes?|comments?|remarks?|evidence|description|deliverables?|frequency|timing|deadline|when|due|references?|refs?|tools?|status|priority|details?|explanation|guidance)\b/i
const ACTIVITY =
  /^(?:activit|task|deliverable|item|process|responsibilit|function|service|work|step|what|action|component|requirement|control|duty|tâche|aktivit|aufgabe)/i
const GROUP = /^(?:phase|area|categor|domain|section|group|topic|stage|stream|theme|module|pillar)/i
const NUMBER = /^(?:#|no\.?|nr\.?|id|ref\.?|num(?:ber)?)$/i
const CODES =
  /^(?:letters?|codes?|symbols?|keys?|abbreviations?|raci|rasci|values?|meanings?|definitions?|descriptions?|roles?|names?)$/i
const MARK = /^(?:x|✓|✔|☑|✅)$/iu

/** The columns of a matrix of letters; undefined for any other table. `known` are party names of the document's other tables. */
export function matrixColumns(table: Table, known: ReadonlySet<string>, read: ReadCell): Columns | undefined {
  const tallies = tally(table, read)
  const firstLetters = tallies.findIndex(isParty)
  const end = firstLetters >= 0 ? firstLetters : tallies.findIndex((column) => known.has(column.name))
  const lead = tallies.slice(0, Math.max(end, 0))
  const activity = activityColumn(lead)
  if (activity === undefined) return undefined
  const indices = tallies.map((_, index) => index)
  const of = (index: number): Tally => tallies[index] ?? { name: '', letters: 0, strange: 0, marks: 0, other: 0 }
  const parties = indices.filter((index) => index > activity && (isParty(of(index)) || mayBeParty(of(index), known)))
  const first = parties[0]
  if (first === undefined || (parties.length === 1 && CODES.test(of(first).name))) return undefined
  const before = indices.filter((index) => index < activity)
  const variants = before.filter((index) => of(index).marks > 0 && of(index).other + of(index).strange === 0)
  const groups = before.filter((index) => of(index).other + of(index).strange > 0 && !NUMBER.test(of(index).name))
  const rest = new Set([activity, ...parties, ...variants, ...groups])
  return { activity, parties, variants, groups, notes: indices.filter((index) => !rest.has(index)) }
}

/** Of the text columns before the parties: the one named so, else the first that is no number, group or note. */
export function activityColumn(
  lead: readonly { readonly name: string; readonly other: number; readonly strange?: number }[],
): number | undefined {
  const texts = [...lead.entries()].filter(([, column]) => column.other + (column.strange ?? 0) > 0)
  const pick = (test: (name: string) => boolean): number | undefined =>
    texts.find(([, column]) => test(column.name))?.[0]
  return (
    pick((name) => ACTIVITY.test(name)) ??
    pick((name) => !NUMBER.test(name) && !GROUP.test(name) && !NOTE.test(name)) ??
    texts.at(-1)?.[0]
  )
}

function isParty(column: Tally): boolean {
  return column.letters > 0 && column.letters + column.strange >= column.other
}

/** A column without letters is a party when it is one elsewhere, or when its name says nothing else. */
function mayBeParty(column: Tally, known: ReadonlySet<string>): boolean {
  if (column.name === '' || column.other > 0 || column.marks > 0) return false
  return known.has(column.name) || (column.strange === 0 && !NOTE.test(column.name))
}

function tally(table: Table, read: ReadCell): readonly Tally[] {
  const tallies = table.header.cells.map(
    (name): Tally => ({ name: fold(name), letters: 0, strange: 0, marks: 0, other: 0 }),
  )
  for (const row of table.rows) {
    for (const [index, column] of tallies.entries()) {
      const cell = row.cells[index] ?? ''
      if (cell === '' || (index > 0 && isBlankCell(cell))) continue
      if (read(cell).letters.length > 0) column.letters += 1
      else if (MARK.test(cell)) column.marks += 1
      else if (/^\p{Lu}$/u.test(cell)) column.strange += 1
      else column.other += 1
    }
  }
  return tallies
}
