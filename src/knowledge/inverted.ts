// Matrices whose columns are the letters: `Activity | Responsible | Accountable | …`, with the holders' names in the cells.

import { type Assignment, LETTERS, type Letter } from '../domain/raci.ts'
import { fold, type Table } from './block.ts'
import { activityColumn } from './columns.ts'
import { isBlankCell, readLetters } from './letters.ts'
import type { Row } from './matrix.ts'

const ROLE =
  /^(responsible|accountable|consulted|informed|support(?:ing|ive|s)?|[RASCI])(?:\s*\((?:[RASCI]|responsible|accountable|consulted|informed|supporting)\))?(?:\s+(?:party|team|role))?$/i

/** Rows of an inverted matrix; undefined for any other table. */
export function invertedRows(table: Table, path: readonly string[], names: PartyNames): readonly Row[] | undefined {
  const roles = table.header.cells.map((name) => roleLetter(name))
  const held = roles.flatMap((letter) => letter ?? [])
  if (new Set(held).size !== held.length || !(held.includes('R') || held.length > 1)) return undefined
  const others = table.header.cells.map((name, index) => ({
    name: fold(name),
    other: roles[index] === undefined ? 1 : 0,
  }))
  const activity = activityColumn(others)
  if (activity === undefined || lettersInCells(table, roles)) return undefined
  return table.rows.flatMap((row): readonly Row[] => {
    const text = fold(row.cells[activity] ?? '')
    if (text === '') return []
    const notes = others.flatMap(({ name, other }, index) => {
      const cell = row.cells[index] ?? ''
      return other === 0 || index === activity || isBlankCell(cell) ? [] : [[name, cell] as const]
    })
    const assignments = assign(
      roles.map((letter, index) => ({ letter, cell: row.cells[index] ?? '' })),
      names,
    )
    return [
      {
        section: path,
        text,
        assignments,
        ...(notes.length > 0 && { notes: Object.fromEntries(notes) }),
        line: row.line,
      },
    ]
  })
}

/** Spelling of each party as first met, so that `Program manager` and `Program Manager` are one. */
export class PartyNames {
  readonly #spellings = new Map<string, string>()

  spell(name: string): string {
    const key = name.toLowerCase()
    const known = this.#spellings.get(key)
    if (known !== undefined) return known
    this.#spellings.set(key, name)
    return name
  }
}

/** Turns `Responsible: A, B` and `Accountable: A` into what each party holds. */
export function assign(
  held: readonly { readonly letter: Letter | undefined; readonly cell: string }[],
  names: PartyNames,
): readonly Assignment[] {
  const letters = new Map<string, Set<Letter>>()
  for (const { letter, cell } of held) {
    if (letter === undefined || isBlankCell(cell)) continue
    for (const name of splitNames(cell)) {
      const party = names.spell(name)
      letters.set(party, (letters.get(party) ?? new Set()).add(letter))
    }
  }
  return [...letters].map(([party, own]) => {
    const ordered = LETTERS.filter((letter) => own.has(letter))
    return { party, letters: ordered, cell: ordered.join('') }
  })
}

/** The letter a role's name stands for; undefined for anything else. */
export function roleLetter(name: string): Letter | undefined {
  const found = ROLE.exec(fold(name))?.[1]?.charAt(0).toUpperCase()
  return LETTERS.find((letter) => letter === found)
}

/** `Tooling, Retrieval teams` shares its last word and stays one name as written; other lists are split. */
function splitNames(cell: string): readonly string[] {
  const names = cell
    .split(/\s*[,;\n]\s*(?![^()]*\))/)
    .map(fold)
    .filter((name) => name !== '')
  const shared =
    /\s\p{Ll}+s$/u.test(names.at(-1) ?? '') && names.slice(0, -1).some((name) => !/\s\S+s$|^\S+s$/.test(name))
  return names.length > 1 && shared ? [fold(cell)] : names
}

/** Single letters in the cells mean that `R` or `I` is a party's name here, not a role. */
function lettersInCells(table: Table, roles: readonly (Letter | undefined)[]): boolean {
  const cells = table.rows.flatMap((row) =>
    row.cells.filter((cell, index) => roles[index] !== undefined && !isBlankCell(cell)),
  )
  return cells.length === 0 || cells.filter((cell) => readLetters(cell).letters.length > 0).length * 2 > cells.length
}
