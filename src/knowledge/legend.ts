// What a document itself says that its marks mean: `✅ = Responsible`, `D = Driver`, a table of letters and definitions.
// Only a definition that begins with a RACI word gives letters; everything else is known to mean something else.

import { LETTERS, type Letter } from '../domain/raci.ts'
import { type Block, fold, type Table } from './block.ts'
import { type CellReading, type ReadCell, readLetters } from './letters.ts'

export interface Meaning {
  /** Letters the definition equates the mark with; empty when it says nobody, or something else. */
  readonly letters: readonly Letter[]
  /** True when the definition is none of the RACI roles. */
  readonly foreign: boolean
  readonly definition: string
}

export type Legend = ReadonlyMap<string, Meaning>

const MARK = String.raw`(?:\p{Lu}|\p{L}[\p{L}/]{1,14}|(?:\p{Extended_Pictographic}|[✓✔✗✘×●○◐•◯⬤])\uFE0F?)`
const DEFINED = new RegExp(String.raw`^\(?(${MARK})\)?\s*(?:[=:→–—-]+|means\b)\s*(?=\S)(.{1,400})$`, 'u')
const NAMED = /^\(?(\p{Lu})\)?\s+\(?(\p{L}[^()]{2,60})\)?/u
const ROLE =
  /^(?:is |are |the |fully |party |team )*(responsible|accountable|consulted|informed|support\w*)(?:\s*(?:and|&|\/|,)\s*(responsible|accountable|consulted|informed|support\w*))?/i
const NOBODY = /^(?:not\b|no\b|none\b|n\/a|never\b|without\b)/i

/** Definitions in lists, lines and small tables of the document, by mark (words in lower case). */
export function readLegend(blocks: readonly Block[]): Legend {
  const legend = new Map<string, Meaning>()
  const add = (text: string): void => {
    for (const part of parts(text)) {
      const found = DEFINED.exec(part) ?? NAMED.exec(part)
      const mark = found?.[1] === undefined ? undefined : markKey(found[1])
      if (mark === undefined || found?.[2] === undefined || legend.has(mark)) continue
      legend.set(mark, meaning(fold(found[2])))
    }
  }
  for (const block of blocks) {
    if (block.kind === 'list') for (const item of block.items) add(item.text.slice(0, 500))
    if (block.kind === 'paragraph') for (const line of block.lines) add(line.slice(0, 500))
    if (block.kind === 'table' && block.rows.length < 15) for (const text of tableTexts(block)) add(text)
  }
  return legend
}

/** Reads letters first, then marks that the legend equates with letters; the rest of a cell (`✅ Owns`) is a remark. */
export function legendReader(legend: Legend): ReadCell {
  return (cell) => {
    const read = readLetters(cell)
    if (read.unknown === undefined) return read
    const text = fold(cell)
    const mark = LEADING_MARK.exec(text)?.[0]
    const found = legend.get(markKey(mark ?? text))
    if (found !== undefined && !found.foreign) return { letters: found.letters }
    return allDefined(text, legend) ?? read
  }
}

export const LEADING_MARK = /^(?:\p{Extended_Pictographic}|[✓✔✗✘×●○◐◯⬤])\uFE0F?/u

/** `Owns/Helps` when the legend gives letters for both words. */
function allDefined(text: string, legend: Legend): CellReading | undefined {
  const found = text.split(/\s*[/,&+]\s*/).map((word) => legend.get(markKey(word)))
  if (found.length < 2 || found.some((meaning) => meaning === undefined || meaning.foreign)) return undefined
  const letters = new Set(found.flatMap((meaning) => meaning?.letters ?? []))
  return { letters: LETTERS.filter((letter) => letters.has(letter)) }
}

export function markKey(mark: string): string {
  return mark.replace('\uFE0F', '').toLowerCase()
}

function meaning(definition: string): Meaning {
  const role = ROLE.exec(definition)
  if (role !== null) {
    const letters = new Set(
      [role[1], role[2]].flatMap((word) => (word === undefined ? [] : [word.charAt(0).toUpperCase()])),
    )
    return { letters: LETTERS.filter((letter) => letters.has(letter)), foreign: false, definition }
  }
  if (NOBODY.test(definition)) return { letters: [], foreign: false, definition }
  const { letters } = readLetters(definition)
  return { letters, foreign: letters.length === 0, definition }
}

/** `R = Responsible, A = Accountable` is two definitions. */
function parts(text: string): readonly string[] {
  const bare = text.replace(/^(?:legend|key|where)\s*:\s*/i, '')
  const split = bare.split(/\s*[,;|·]\s*/)
  return split.length > 1 && split.every((part) => DEFINED.test(part)) ? split : [bare]
}

/** First and second cell as a definition; header cells too, since some legends stand in them. */
function tableTexts({ header, rows }: Table): readonly string[] {
  const pairs = [header, ...rows].map(({ cells }) => {
    const [first = '', second = ''] = cells
    return first.length <= 15 && second !== '' && cells.length < 4 ? `${first}: ${second}` : first
  })
  return [...pairs, ...header.cells].map((text) => fold(text).slice(0, 500))
}
