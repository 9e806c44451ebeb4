// How much a question sounds like one that no responsibility document answers: small talk, orders, prices, instructions.

import { stemOf } from './words.ts'

/** What each word (`price`), pair of words (`how_much`) and opening (`^how_do`) adds; `(bias)` is where it starts. */
export type Weights = Readonly<Record<string, number>>

/** Keys of a run of words, stop words included: "how do I" says more than its parts. */
export function unanswerableKeys(words: readonly string[]): string[] {
  const stems = withoutCourtesy(words).map(stemOf)
  const keys = new Set(stems)
  for (let at = 0; at + 1 < stems.length; at += 1) keys.add(`${stems[at]}_${stems[at + 1]}`)
  if (stems.length) keys.add(`^${stems[0]}_${stems[1] ?? ''}`)
  return [...keys]
}

/** Fewer keys than this weigh as if they were so many: one odd word in three is no proof of small talk. */
const FEWEST_KEYS = 10

/** 1 / sqrt(number of keys), the same in learning. */
export function soundNorm(keys: number): number {
  return 1 / Math.sqrt(Math.max(FEWEST_KEYS, keys))
}

/** Above 0: more like an unanswerable question than not. Product names are taken out of the words before. */
export function unanswerableScore(words: readonly string[], weights: Weights): number {
  const keys = unanswerableKeys(words)
  const sum = keys.reduce((total, key) => total + (weights[key] ?? 0), 0)
  return (weights['(bias)'] ?? 0) + sum * soundNorm(keys.length)
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
