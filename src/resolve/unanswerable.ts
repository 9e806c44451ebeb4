// How much a question sounds like one that no responsibility document answers: small talk, orders, prices, instructions.

import { stemOf } from './words.ts'

/** What each word (`price`), pair of words (`how_much`) and opening (`^how_do`) adds; `(bias)` is where it starts. */
export type Weights = Readonly<Record<string, number>>

/** Keys of a run of words, stop words included: "how do I" says more than its parts. */
export function unanswerableKeys(words: readonly string[]): string[] {
  const stems = words.map(stemOf)
  const keys = new Set(stems)
  for (let at = 0; at + 1 < stems.length; at += 1) keys.add(`${stems[at]}_${stems[at + 1]}`)
  if (stems.length) keys.add(`^${stems[0]}_${stems[1] ?? ''}`)
  return [...keys]
}

/** Above 0: more like an unanswerable question than not. Product names are taken out of the words before. */
export function unanswerableScore(words: readonly string[], weights: Weights): number {
  const keys = unanswerableKeys(words)
  const sum = keys.reduce((total, key) => total + (weights[key] ?? 0), 0)
  return (weights['(bias)'] ?? 0) + sum / Math.sqrt(Math.max(1, keys.length))
}
