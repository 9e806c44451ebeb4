// Tables that speak of responsibility and cannot be read as letters: said, with the reason, and never guessed.

import { fold, type Table } from './block.ts'
import { LEADING_MARK, type Legend, markKey } from './legend.ts'
import { isBlankCell, readLetters } from './letters.ts'

const ABOUT = /\braci\b|\brasci\b|\bdaci\b|responsib|accountab|ownership/i
const OTHER_SCHEME = /\b(?:DACI|RAPID|DARCI|MOCHA|DICE)\b/
const ROLES = /^(?:roles?|part(?:y|ies)|teams?|stakeholders?|who)$/i
/** Definitions by which a letter of ours means something else in the document. */
const CONFLICTS: Readonly<Record<string, RegExp>> = {
  r: /^(?:recommend|review)/i,
  s: /^sign/i,
  c: /^(?:contribut|creat)/i,
  i: /^(?:input|implement)/i,
}

/** Why a table of letters is of another scheme; undefined when it is RACI. `around` is the text that names it. */
export function otherScheme(table: Table, legend: Legend, around: string): string | undefined {
  const rows = table.rows.map((row) => row.cells.map(tokens))
  // a column of Y and N beside the parties is none of them
  const mixed = table.header.cells.map((_, index) => index > 0 && rows.some((row) => row[index]?.some(isOurs)))
  const used = rows.map((row) => row.filter((_, index) => mixed[index]).flat())
  const letters = new Set(used.flat())
  if ([...letters].filter(isOurs).length < 2 && !ABOUT.test(around)) return undefined
  return strangeLetter(used, legend, around) ?? redefinedLetter(letters, legend)
}

/** The single letters of a short cell. */
function tokens(cell: string): readonly string[] {
  return cell.length > 7 || isBlankCell(cell) ? [] : cell.split(/[^\p{L}]+/u).filter((token) => token.length === 1)
}

function isOurs(token: string): boolean {
  return readLetters(token).letters.length > 0
}

function strangeLetter(used: readonly (readonly string[])[], legend: Legend, around: string): string | undefined {
  const isStrange = (token: string): boolean => /^\p{Lu}$/u.test(token) && token !== 'X' && !isOurs(token)
  const strange = new Set(used.flat().filter(isStrange))
  const letter = [...strange].find((token) => legend.get(markKey(token))?.foreign !== false)
  if (letter === undefined) return undefined
  const rows = used.filter((row) => row.some(isStrange)).length
  const named = OTHER_SCHEME.exec(around)?.[0]
  const definition = legend.get(markKey(letter))?.definition
  if (named === undefined && definition === undefined && rows < 2) return undefined
  const meaning = definition === undefined ? '' : `, its legend says “${definition.slice(0, 40)}”`
  return `${letter} is no letter of R, A, S, C, I${meaning}${named === undefined ? '' : ` (${named})`}`
}

function redefinedLetter(letters: ReadonlySet<string>, legend: Legend): string | undefined {
  for (const [mark, conflict] of Object.entries(CONFLICTS)) {
    const definition = legend.get(mark)?.definition
    if (definition !== undefined && conflict.test(definition) && letters.has(mark.toUpperCase())) {
      return `its legend says that ${mark.toUpperCase()} is “${definition.slice(0, 40)}”`
    }
  }
  return undefined
}

/** Why a table without letters cannot be read; undefined when it is not about responsibility. */
export function whyUnreadable(table: Table, around: string): string | undefined {
  const names = table.header.cells.map(fold)
  if (!ABOUT.test(around) && !names.some((name) => ABOUT.test(name))) return undefined
  const columns = names.map((_, index) =>
    table.rows.map((row) => fold(row.cells[index] ?? '')).filter((cell) => !isBlankCell(cell)),
  )
  const marked = columns.filter(
    (cells) => cells.length > 0 && cells.every((cell) => LEADING_MARK.test(cell) || /^x$/i.test(cell)),
  )
  if (marked.length > 1)
    return `it uses marks (${sample(marked.flat().map((cell) => LEADING_MARK.exec(cell)?.[0] ?? cell))}) that the document does not equate with letters`
  if (names.filter((name) => /responsibilit/i.test(name)).length > 1)
    return 'it has sentences a party in place of letters'
  const words = columns.slice(1).filter((cells) => isVocabulary(cells))
  if (words.length > 1 && table.rows.length > 2)
    return `it uses words (${sample(words.flat())}) that the document does not equate with letters`
  if (ROLES.test(names[0] ?? '') && names.length > 2 && table.rows.length > 1)
    return 'it has a party a row and sentences in place of letters'
  return undefined
}

/** Few different short texts again and again. */
function isVocabulary(cells: readonly string[]): boolean {
  const different = new Set(cells)
  return (
    cells.length > 2 &&
    different.size <= Math.max(4, cells.length / 4) &&
    [...different].every((cell) => cell.length <= 30) &&
    different.size < cells.length
  )
}

function sample(cells: readonly string[]): string {
  return [...new Set(cells)].slice(0, 4).join(', ')
}
