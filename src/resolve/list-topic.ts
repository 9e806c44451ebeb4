// The rows about one topic ("everything about backups"): those that show the concepts and words that are left of a list
// question once its frame, parties, letters and product are taken out.

import type { Activity } from '../domain/raci.ts'
import type { ConceptFinder } from './concepts.ts'
import { featuresOf } from './entry-features.ts'
import { onceWith } from './once.ts'
import { HEAD_WEIGHT, TOPIC_SHARE } from './thresholds.ts'
import { FRAME_WORDS } from './vocabulary/frame.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

const FRAME = new Set([...FRAME_WORDS].map(stemOf))

export interface Topic {
  readonly rows: readonly Activity[]
  /** Those of the rows that hold every word of the topic, or of one of the things listed, as it was said. */
  readonly worded: readonly Activity[]
  /** Stems of the words that made the topic. */
  readonly stems: readonly string[]
  /** The same as the person wrote them, those that no row shows left out. */
  readonly words: readonly string[]
  /** Whether the topic was named as what the list is about. */
  readonly headed: boolean
  /** Whether all of it was: "rows about backups", "backup tasks". */
  readonly limits: boolean
}

/** One word of the topic. */
interface Term {
  readonly stem: string
  readonly word: string
  /** Named as what the list is about: "which logs", "backup topics", "about restores". */
  readonly head: boolean
  /** Named so that nothing else can be meant: "rows about backups", "backup tasks". */
  readonly limits: boolean
}

/**
 * Rows that share enough of the topic; empty when the question has none or no row shows it. Things that are listed
 * ("backups and restores") are a topic each.
 * @param without Stems that say something else already: a section, a product.
 */
export function topicRows(
  words: readonly string[],
  rows: readonly Activity[],
  finder: ConceptFinder,
  without: ReadonlySet<string>,
): Topic {
  const shown = rows.map((row) => shownBy(row, finder))
  const parts = partsOf(words, without)
  const holds = (row: Activity, part: readonly Term[]): boolean =>
    part.every(({ stem }) => shownBy(row, finder).has(stem))
  const each = parts.map((part) => {
    const near = matching(part, rows, shown, finder)
    const worded = near.filter((row) => holds(row, part))
    return { rows: worded.length > FEW_WORDED ? worded : near, worded }
  })
  const about = new Set(each.flatMap((part) => part.rows))
  const terms = parts.flat()
  const spoken = finder.find(terms.map(({ stem }) => stem))
  const isShown = ({ stem }: Term, at: number): boolean =>
    shown.some((keys) => keys.has(stem) || spoken.some((one) => one.at.includes(at) && keys.has(`=${one.concept}`)))
  return {
    rows: rows.filter((row) => about.has(row)),
    worded: [...new Set(each.flatMap(({ worded }) => worded))],
    stems: [...new Set(terms.map(({ stem }) => stem))],
    words: [...new Set(terms.filter(isShown).map(({ word }) => word))],
    headed: terms.some(({ head }) => head),
    limits: terms.length > 0 && terms.every(({ limits }) => limits),
  }
}

/** More rows than this that hold the very words are all that is meant; rows that mean the same are looked for else. */
const FEW_WORDED = 1

const JOINTS = new Set(['and', 'or', 'plus', 'incl', 'including'])
const BEFORE_HEAD = new Set(
  wordsOf('about on concerning regarding around mentioning mention mentions which what all every everything any of'),
)
const AFTER_HEAD = new Set(
  wordsOf(
    'rows row lines line entries entry items item tasks task activities activity topics things stuff points parts steps jobs duties related list overview',
  ),
)

const ABOUT = new Set(wordsOf('about concerning concern concerns regarding mentioning mention mentions'))
const ROWS = new Set(wordsOf('rows lines entries items tasks activities'))

/** The words that may be a topic. @param without Stems that say something else already. */
export function telling(words: readonly string[], without: ReadonlySet<string>): readonly string[] {
  return words.filter((word) => isTopical(word, without))
}

function isTopical(word: string | undefined, without: ReadonlySet<string>): boolean {
  return word !== undefined && !STOP_WORDS.has(word) && !FRAME.has(stemOf(word)) && !without.has(stemOf(word))
}

function partsOf(words: readonly string[], without: ReadonlySet<string>): readonly (readonly Term[])[] {
  const isTelling = (word: string | undefined): boolean => isTopical(word, without)
  const parts: Term[][] = [[]]
  words.forEach((word, at) => {
    const lists = /^(and|or)$/.test(word) ? isTelling(words[at - 1]) : JOINTS.has(word)
    if (lists && isTelling(words[at + 1])) parts.push([])
    if (!isTelling(word)) return
    const run = runAround(words, at, (each) => isTelling(each) || JOINTS.has(each) || /^(the|an?|our|your)$/.test(each))
    const head = BEFORE_HEAD.has(words[run.from - 1] ?? '') || AFTER_HEAD.has(words[run.to] ?? '')
    const limits = ABOUT.has(words[run.from - 1] ?? '') || ROWS.has(words[run.to] ?? '')
    parts.at(-1)?.push({ stem: stemOf(word), word, head, limits })
  })
  return parts.filter((part) => part.length)
}

function runAround(
  words: readonly string[],
  at: number,
  belongs: (word: string) => boolean,
): { from: number; to: number } {
  let from = at
  let to = at + 1
  while (from > 0 && belongs(words[from - 1] ?? '')) from -= 1
  while (to < words.length && belongs(words[to] ?? '')) to += 1
  return { from, to }
}

/** Own words, and concepts as `=concept`. */
const shownBy = onceWith((row: Activity, finder: ConceptFinder): ReadonlySet<string> => {
  const { named, stems } = featuresOf(row, finder)
  return new Set([...stems, ...named.map((name) => `=${name}`)])
})

function matching(
  terms: readonly Term[],
  rows: readonly Activity[],
  shown: readonly ReadonlySet<string>[],
  finder: ConceptFinder,
): readonly Activity[] {
  const stems = terms.map(({ stem }) => stem)
  const spoken = finder.find(stems)
  // every word of the question counts once, by the most telling thing that a row shows of it
  const keysOf = stems.map((stem, at) => [
    stem,
    ...spoken.filter((found) => found.at.includes(at)).map(({ concept }) => `=${concept}`),
  ])
  const weights = new Map(
    keysOf.flat().map((key) => [key, rarity(shown.filter((keys) => keys.has(key)).length, rows.length)]),
  )
  const weightOf = (keys: ReadonlySet<string>, key: string): number => (keys.has(key) ? (weights.get(key) ?? 0) : 0)
  const scores = shown.map((keys) =>
    keysOf.reduce(
      (sum, each, at) =>
        sum + (terms[at]?.head ? HEAD_WEIGHT : 1) * Math.max(...each.map((key) => weightOf(keys, key))),
      0,
    ),
  )
  const best = Math.max(0, ...scores)
  return best === 0 ? [] : rows.filter((_, at) => (scores[at] ?? 0) >= best * TOPIC_SHARE)
}

/** A word that every row shows says nothing; one that no row shows neither. */
function rarity(shown: number, of: number): number {
  return shown === 0 ? 0 : Math.log((of + 1) / (shown + 0.5))
}
