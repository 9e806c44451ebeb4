// How much a question sounds like one that no responsibility document answers: small talk, orders, prices, instructions.

import { type Associations, type AssociationTable, eachAssociation, isLearned } from './associations.ts'
import { stemOf } from './words.ts'

/** What each word (`price`), pair of words (`how_much`) and opening (`^how_do`) adds; `BIAS` is where it starts. */
export type Weights = Readonly<Record<string, number>>

/** Keys of a run of words, stop words included: "how do I" says more than its parts. */
export function unanswerableKeys(words: readonly string[]): string[] {
  return keysOf(words).map(({ word, rest }) => {
    if (rest === ALONE) return word
    return rest.startsWith('^') ? `^${word}${rest.slice(1)}` : `${word}${rest}`
  })
}

/** A key in its parts; see `parted`. */
interface Key {
  readonly word: string
  readonly rest: string
}

/** Every key once: the words, the pairs, the opening. */
function keysOf(words: readonly string[]): readonly Key[] {
  const stems = withoutCourtesy(words).map(stemOf)
  const keys = Array.from(new Set(stems), (word): Key => ({ word, rest: ALONE }))
  const pairs = keys.length
  for (let at = 0; at + 1 < stems.length; at += 1) {
    const word = stems[at] ?? ''
    const rest = `_${stems[at + 1]}`
    if (!keys.some((key, place) => place >= pairs && key.word === word && key.rest === rest)) keys.push({ word, rest })
  }
  const [opening, second = ''] = stems
  if (opening !== undefined) keys.push({ word: opening, rest: `^_${second}` })
  return keys
}

/** Fewer keys than this weigh as if they were so many: one odd word in three is no proof of small talk. */
const FEWEST_KEYS = 10

/** 1 / sqrt(number of keys), the same in learning. */
export function soundNorm(keys: number): number {
  return 1 / Math.sqrt(Math.max(FEWEST_KEYS, keys))
}

/** How a question sounds, by its words; holds what it has met of the table. */
export type Sound = (words: readonly string[]) => number

/**
 * Above 0: more like an unanswerable question than not. Product names are taken out of the words before.
 * @param table As `soundTable` makes it.
 */
export function createSound(table: AssociationTable): Sound {
  const met = new Map<string, ReadonlyMap<string, number>>()
  const rowOf = (word: string): ReadonlyMap<string, number> | undefined => {
    const known = met.get(word)
    if (known || !isLearned(table, word)) return known
    const row = new Map<string, number>()
    eachAssociation(table, word, (feature, weight) => row.set(table.features[feature] ?? '', weight))
    met.set(word, row)
    return row
  }
  const weightOf = ({ word, rest }: Key): number => rowOf(word)?.get(rest) ?? 0
  const bias = weightOf({ word: BIAS, rest: ALONE })
  return (words) => {
    const keys = keysOf(words)
    return bias + keys.reduce((total, key) => total + weightOf(key), 0) * soundNorm(keys.length)
  }
}

/** The weights by first word: reading some hundred long lines is quicker than thirty thousand numbers. */
export function soundTable(weights: Weights): Associations {
  const rows: Record<string, Record<string, number>> = {}
  for (const [key, weight] of Object.entries(weights)) {
    const [word, rest] = parted(key)
    rows[word] = { ...rows[word], [rest]: weight }
  }
  return rows
}

/** Key of the weight that every question has. */
export const BIAS = '(bias)'
const ALONE = '.'

/** `how_much` under `how`, the opening `^how_do` too. */
function parted(key: string): readonly [word: string, rest: string] {
  const opening = key.startsWith('^')
  const joint = key.indexOf('_')
  if (joint < 0) return [key, ALONE]
  return [key.slice(opening ? 1 : 0, joint), `${opening ? '^' : ''}${key.slice(joint)}`]
}

const COURTESY = new Set(
  'hi hello hey hallo dear good morning afternoon evening day all team folks guys everyone everybody there sorry please pls plz thanks thank thx cheers you urgent urgently asap help quick quickly question one so ok okay well and'.split(
    ' ',
  ),
)

/** A greeting before a question and thanks behind it say nothing of it; a message of nothing else keeps them. */
function withoutCourtesy(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !COURTESY.has(word))
  if (from < 0) return words
  return words.slice(from, words.findLastIndex((word) => !COURTESY.has(word)) + 1)
}
