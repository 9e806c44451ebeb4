// Rows beside the best one that say the same of another holder, or under a condition: to be shown with it, never instead.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import { type Candidate, sameHolders } from './decide.ts'
import { ALIKE, OFFER_FRACTION, RIVALS } from './thresholds.ts'

/** Of `ranked`, whose first is the best, those that differ from it in holder or condition and are about the same. */
export function variantsOf(ranked: readonly Candidate[], likeness: (a: Entry, b: Entry) => number): readonly Entry[] {
  const [best] = ranked
  if (best?.entry.type !== 'activity') return []
  const { entry: row, share } = best
  return ranked
    .slice(1, RIVALS)
    .filter((other) => other.share >= share * OFFER_FRACTION && likeness(row, other.entry) >= ALIKE)
    .map(({ entry }) => entry)
    .filter((entry) => entry.type === 'activity')
    .filter((entry) => !sameHolders(row, entry) || conditionOf(row.text) !== conditionOf(entry.text))
}
