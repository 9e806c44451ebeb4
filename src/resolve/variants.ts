// Rows beside the nearest one of a product that say the same of another holder, or under another condition: where people
// look at other products, both have to be seen.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import { type Candidate, sameHolders } from './decide.ts'
import { ENOUGH_SCORE, VARIANT_LIKENESS } from './thresholds.ts'

/** Of `ranked`, best first, those that are about the same as the best and differ from it in holder or condition. */
export function variantsOf(ranked: readonly Candidate[], likeness: (a: Entry, b: Entry) => number): readonly Entry[] {
  const best = ranked[0]?.entry
  if (best?.type !== 'activity') return []
  return ranked
    .slice(1)
    .filter(({ entry, score }) => score >= ENOUGH_SCORE / 2 && likeness(best, entry) >= VARIANT_LIKENESS)
    .map(({ entry }) => entry)
    .filter((entry) => entry.type === 'activity')
    .filter((entry) => !sameHolders(best, entry) || conditionOf(best.text) !== conditionOf(entry.text))
}
