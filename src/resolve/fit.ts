// How well the best row fits the question, word by word: what each word adds for it, how much of the question that is,
// and how far the others are behind. What comes of it: how sure it is that this row is meant, how doubtful that any is.

import type { Candidate } from './decide.ts'
import { CLEARLY, ENOUGH_LEAD, ENOUGH_SCORE, MOST_PER_WORD, MOST_WORDS } from './thresholds.ts'

export interface Fit {
  /** How unanswerable the question sounds; see `unanswerableScore`. */
  readonly sound: number
  /** Content words of the question, as far as more say more. */
  readonly words: number
  /** What a word of the question adds for the row, on average. */
  readonly mean: number
  /** Share of the words that speak for it clearly. */
  readonly hits: number
  /** Its score, its share of the belief, and by how much its score leads. */
  readonly score: number
  readonly share: number
  readonly lead: number
}

/** Weights of a fit's parts, each a log-odds per unit; `start` is where it begins. */
export type FitWeights = Readonly<Record<keyof Fit | 'start', number>>

/** @param added What each content word of the question alone adds to the best candidate's score. */
export function fitOf([best, next]: readonly Candidate[], added: readonly number[], sound: number): Fit {
  const count = Math.max(1, added.length)
  return {
    sound,
    words: Math.min(added.length, MOST_WORDS),
    mean: added.reduce((sum, each) => sum + Math.min(each, MOST_PER_WORD), 0) / count,
    hits: added.filter((each) => each >= CLEARLY).length / count,
    score: Math.min(best?.score ?? 0, ENOUGH_SCORE),
    share: best?.share ?? 0,
    lead: Math.min((best?.score ?? 0) - (next?.score ?? 0), ENOUGH_LEAD),
  }
}

/** Log-odds of a fit under some weights. */
export function oddsOf({ sound, words, mean, hits, score, share, lead }: Fit, weights: FitWeights): number {
  return (
    weights.start +
    weights.sound * sound +
    weights.words * words +
    weights.mean * mean +
    weights.hits * hits +
    weights.score * score +
    weights.share * share +
    weights.lead * lead
  )
}
