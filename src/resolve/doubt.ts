// How much speaks for "no loaded document answers this": the sound of the question against the strength of the best row.

import type { Candidate } from './decide.ts'
import { DOUBT_NAMED, DOUBT_RULE, DOUBT_UNNAMED, ENOUGH_SCORE } from './thresholds.ts'

/**
 * Above 0: rather none than the best candidate.
 * @param sound Score of `unanswerableScore`.
 * @param family Share of the belief that the best candidate has together with its neighbours: rows that say nearly the
 * same split the belief between them, which is no reason to doubt that one of them answers.
 */
export function doubtOf(sound: number, best: Candidate, family: number, productKnown: boolean): number {
  const known = best.entry.type === 'rule' ? DOUBT_RULE : DOUBT_NAMED
  const { start, perSound, perScore, perShare } = productKnown ? known : DOUBT_UNNAMED
  return start + perSound * sound - perScore * Math.min(best.score, ENOUGH_SCORE) - perShare * family
}
