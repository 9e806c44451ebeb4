// How well the best row fits the question, word by word: what each word adds for it, how much of the question that is,
// and how far the others are behind. Two odds come of it: that this row is meant, and that none answers at all.

import type { Candidate } from './decide.ts'
import {
  CLEARLY,
  ENOUGH_LEAD,
  ENOUGH_SCORE,
  ENOUGH_SOUND,
  MOST_PEAK,
  MOST_PER_WORD,
  MOST_WORDS,
  PLAIN_ASKED,
  PLAIN_MEAN,
  PLAIN_SHARE,
  PLAIN_SHARE_ALONE,
  TELLING_WORDS,
} from './thresholds.ts'
import type { WordWeight } from './word-weights.ts'

/** Each part about 0 to 1, so that products of two stay so. */
export interface Fit {
  /** How unanswerable the question sounds; see `createSound`. */
  readonly sound: number
  /** Content words of the question. */
  readonly words: number
  /** What a word of the question adds for the row, on average. */
  readonly mean: number
  /** What the first content word of the asking clause adds: mostly the action that is asked about. */
  readonly asked: number
  /** Share of the words that speak for it clearly. */
  readonly hits: number
  /** Its score, its share of the belief, and by how much its score leads. */
  readonly score: number
  readonly share: number
  readonly lead: number
  /** The belief that it has together with its neighbours: rows that say nearly the same split the belief between them. */
  readonly family: number
  /** By how much the word that it meets least falls short of what that word says elsewhere, and the next such word. */
  readonly unmet: number
  readonly unmetNext: number
  /** The same of the word that no row of the products meets. */
  readonly absent: number
  /** How much of what its words say elsewhere it meets, and how much any row of the products does. */
  readonly met: number
  readonly held: number
  /** How much of a message there is that only tells and asks nothing; 0 when it asks. */
  readonly tells: number
}

/** Weights by part (`mean`), square and product (`mean*share`); `start` is where it begins. Learned: `npm run learn:fit`. */
export type FitWeights = Readonly<Record<string, number>>

/** For one situation: doubt that any entry answers, and sureness that the best is meant, each as log-odds. */
export interface FitModel {
  readonly doubt: FitWeights
  readonly sure: FitWeights
}

/**
 * @param words What each content word of the question alone says.
 * @param asked The same of the word that asks; undefined when the asking clause has none.
 */
export function fitOf(
  [best, next]: readonly Candidate[],
  words: readonly WordWeight[],
  asked: WordWeight | undefined,
  sound: number,
  family: number,
  asksNothing: boolean,
): Fit {
  const count = Math.max(1, words.length)
  const part = (value: number): number => Math.min(value, MOST_PER_WORD) / MOST_PER_WORD
  const mean = words.reduce((sum, { added }) => sum + part(added), 0) / count
  const [unmet = 0, unmetNext = 0] = words.map(({ added, peak }) => shortOf(peak, added)).sort((a, b) => b - a)
  return {
    sound: Math.max(-1, Math.min(1, sound / ENOUGH_SOUND)),
    words: Math.min(words.length / MOST_WORDS, 1),
    mean,
    asked: asked === undefined ? mean : part(asked.added),
    hits: words.filter(({ added }) => added >= CLEARLY).length / count,
    score: Math.min((best?.score ?? 0) / ENOUGH_SCORE, 1),
    share: best?.share ?? 0,
    lead: Math.min(((best?.score ?? 0) - (next?.score ?? 0)) / ENOUGH_LEAD, 1),
    family,
    unmet,
    unmetNext,
    absent: words.reduce((most, { most: here, peak }) => Math.max(most, shortOf(peak, here)), 0),
    met: metOf(words.map(({ added, peak }) => ({ here: added, peak }))),
    held: metOf(words.map(({ most, peak }) => ({ here: most, peak }))),
    tells: asksNothing ? Math.min(words.length / TELLING_WORDS, 1) : 0,
  }
}

/** How far below its peak a word stays, 0 to 1. */
function shortOf(peak: number, here: number): number {
  return Math.max(0, Math.min(MOST_PEAK, peak) - Math.max(0, here)) / MOST_PEAK
}

/** The part of the peaks that is met, words with a high peak first of all. */
function metOf(words: ReadonlyArray<{ readonly here: number; readonly peak: number }>): number {
  const whole = words.reduce((sum, { peak }) => sum + peak * peak, 0)
  const met = words.reduce((sum, { here, peak }) => sum + peak * Math.max(0, Math.min(peak, here)), 0)
  return whole ? met / whole : 0
}

/**
 * Whether the question says plainly which row it means: every word speaks for it, strongly, and for no other; or the
 * word that asks does, and all the evidence there can be, whoever and whatever is named around it.
 */
export function isPlain({ mean, hits, share, asked, score }: Fit): boolean {
  const everyWord = hits === 1 && mean >= PLAIN_MEAN && share >= PLAIN_SHARE
  return everyWord || (asked >= PLAIN_ASKED && score === 1 && share >= PLAIN_SHARE_ALONE)
}

/** Every term that a weight may stand for, with its value. */
export function fitTerms(fit: Fit): ReadonlyArray<readonly [name: string, value: number]> {
  const parts = Object.entries(fit)
  return [
    ['start', 1],
    ...parts,
    ...parts.flatMap(([a, x], at) => parts.slice(at).map(([b, y]) => [`${a}*${b}`, x * y] as const)),
  ]
}

/** Log-odds of a fit under some weights: the sum over `fitTerms`, without their names. */
export function oddsOf(fit: Fit, weights: FitWeights): number {
  const parts = Object.values(fit)
  const inOrder = weightsInOrder(weights, fit)
  let at = 0
  const weight = (): number => inOrder[at++] ?? 0
  let sum = weight()
  for (const value of parts) sum += weight() * value
  for (let a = 0; a < parts.length; a += 1)
    for (let b = a; b < parts.length; b += 1) sum += weight() * ((parts[a] ?? 0) * (parts[b] ?? 0))
  return sum
}

/** In the order of `fitTerms`; all fits have the same parts. */
const ordered = new WeakMap<FitWeights, Float64Array>()
function weightsInOrder(weights: FitWeights, fit: Fit): Float64Array {
  const known = ordered.get(weights) ?? Float64Array.from(fitTerms(fit), ([name]) => weights[name] ?? 0)
  ordered.set(weights, known)
  return known
}
