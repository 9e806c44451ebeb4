// One cell of a matrix in, letters out. What is no letter is said, never guessed.

import { LETTERS, type Letter } from '../domain/raci.ts'
import { fold } from './block.ts'

export interface CellReading {
  /** In the order of `LETTERS`, each once. */
  readonly letters: readonly Letter[]
  /** What stood in the cell and is no letter of the scheme; absent when the cell was understood. */
  readonly unknown?: string
}

/** How a matrix reads its cells: plain letters, or letters and the marks of its legend. */
export type ReadCell = (cell: string) => CellReading

const NOTHING: CellReading = { letters: [] }
const BLANK = /^(?:[-–—−/.·]*|n\.?\/?a\.?|none|not applicable)$/i
const WORDS: Readonly<Record<string, Letter>> = {
  responsible: 'R',
  accountable: 'A',
  support: 'S',
  supports: 'S',
  supporting: 'S',
  supportive: 'S',
  consulted: 'C',
  informed: 'I',
}

const cache = new Map<string, CellReading>()

/** Reads `RA`, `R/A`, `R, A`, `RA*`, `(I)`, `R (Build)`, `Responsible`; blank, `-` and `N/A` are no letters and no fault. */
export function readLetters(cell: string): CellReading {
  if (cell === '') return NOTHING
  if (cell.length > 60) return unknown(cell)
  const known = cache.get(cell)
  if (known !== undefined) return known
  const reading = parse(cell)
  if (cache.size < 5000) cache.set(cell, reading)
  return reading
}

/** True for a cell that says nobody: blank, a dash, a slash, `N/A`. */
export function isBlankCell(cell: string): boolean {
  return BLANK.test(fold(cell))
}

function parse(cell: string): CellReading {
  const text = fold(cell)
  if (BLANK.test(text)) return NOTHING
  const bare = text
    .replace(/[*†‡¹²³⁴⁵]+/g, '')
    .replace(/[([]\d+[)\]]/g, '')
    .trim()
  const unwrapped = bare.replace(/^\((.*)\)$/, '$1').replace(/(?<=\S)\s*\([^()]*\)/g, '')
  const found = new Set<Letter>()
  for (const token of unwrapped.split(/[\s,;/&+|]+/)) {
    if (token === '') continue
    const letters = tokenLetters(token)
    if (letters === undefined) return unknown(text)
    for (const letter of letters) found.add(letter)
  }
  return found.size === 0 ? unknown(text) : { letters: LETTERS.filter((letter) => found.has(letter)) }
}

function tokenLetters(token: string): readonly Letter[] | undefined {
  const word = WORDS[token.toLowerCase()]
  if (word !== undefined) return [word]
  const upper = token.length === 1 ? token.toUpperCase() : token
  const letters = LETTERS.filter((letter) => upper.includes(letter))
  return letters.length === upper.length ? letters : undefined
}

function unknown(text: string): CellReading {
  return { letters: [], unknown: text.length > 60 ? `${text.slice(0, 57)}...` : text }
}
