// From scores to candidates, best first: those that can still win or be offered. Most rows have next to nothing in common
// with a question; making a candidate of each and sorting them all would take longer than scoring them.

import type { Entry } from '../domain/knowledge.ts'
import type { Candidate } from './decide.ts'
import { OFFER_FRACTION_SINGLE } from './thresholds.ts'

/** So many are kept whatever they score: more than any decision looks at by number. */
const AT_LEAST = 32
/** Kept too is what comes as near to the best as this, in share or in score: below every fraction that decides. */
const NEAR_BY_SHARE = Math.log(OFFER_FRACTION_SINGLE / 2)
const NEAR_BY_SCORE = 0.5

/**
 * The candidates that matter, best first; among equals those of earlier rows.
 * @param competing What was scored.
 * @param scores One each.
 * @param admits What it turns away is no candidate, though it keeps its part of the belief.
 * @param atLeast How many are kept whatever they score.
 */
export function candidatesOf(
  competing: readonly Entry[],
  scores: Float64Array,
  admits?: (entry: Entry) => boolean,
  atLeast = AT_LEAST,
): readonly Candidate[] {
  let highest = 0
  for (const score of scores) if (score > highest) highest = score
  let total = 0
  for (const score of scores) total += Math.exp(score - highest)
  const ranked: Candidate[] = []
  for (const at of foremost(competing, scores, admits, atLeast)) {
    const entry = competing[at]
    const score = scores[at] ?? 0
    if (entry) ranked.push({ entry, score, share: Math.exp(score - highest) / total })
  }
  return ranked
}

/** Places in `competing` of what is kept, best first. */
function foremost(
  competing: readonly Entry[],
  scores: Float64Array,
  admits: ((entry: Entry) => boolean) | undefined,
  atLeast: number,
): readonly number[] {
  const first: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0
    if (score <= least || !isIn(competing[at], admits)) continue
    let place = Math.min(first.length, atLeast - 1)
    for (; place > 0 && (scores[first[place - 1] ?? 0] ?? 0) < score; place -= 1) first[place] = first[place - 1] ?? 0
    first[place] = at
    if (first.length === atLeast) least = scores[first.at(-1) ?? 0] ?? 0
  }
  const best = scores[first[0] ?? 0] ?? 0
  const near = Math.min(best + NEAR_BY_SHARE, best * NEAR_BY_SCORE)
  if (least < near) return first
  const every: number[] = []
  for (let at = 0; at < scores.length; at += 1) {
    if ((scores[at] ?? 0) >= near && isIn(competing[at], admits)) every.push(at)
  }
  return every.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
}

function isIn(entry: Entry | undefined, admits: ((entry: Entry) => boolean) | undefined): boolean {
  return entry !== undefined && (admits === undefined || admits(entry))
}
