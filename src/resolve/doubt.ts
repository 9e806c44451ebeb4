// How much speaks for "no loaded document answers this", and how much for "the best row is the one that is meant".

import type { Candidate } from './decide.ts'
import { type Fit, oddsOf } from './fit.ts'
import { DOUBT_NAMED, DOUBT_RULE, DOUBT_UNNAMED, SURE_NAMED, SURE_UNNAMED } from './thresholds.ts'

/**
 * Above 0: rather none than the best candidate.
 * @param family Share of the belief that a rule has together with its neighbours: statements that say nearly the same
 * split the belief between them, which is no reason to doubt that one of them answers.
 */
export function doubtOf(fit: Fit, best: Candidate, family: number, productKnown: boolean): number {
  if (!productKnown) return oddsOf(fit, DOUBT_UNNAMED)
  if (best.entry.type === 'activity') return oddsOf(fit, DOUBT_NAMED)
  const { start, perSound, perScore, perShare } = DOUBT_RULE
  return start + perSound * fit.sound - perScore * fit.score - perShare * family
}

/** Log-odds that the best row is the one that is meant. */
export function sureOf(fit: Fit, productKnown: boolean): number {
  return oddsOf(fit, productKnown ? SURE_NAMED : SURE_UNNAMED)
}
