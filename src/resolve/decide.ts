// From ranked entries to a decision: one stands clear, several are worth offering, or none answers.

import type { Entry } from '../domain/knowledge.ts'
import { holders } from '../domain/raci.ts'
import type { Difference } from '../domain/resolution.ts'
import {
  CLEAR_SHARE,
  FAINT_SCORE,
  MOST_OPTIONS,
  MOST_RULES,
  OFFER_FRACTION,
  OTHER_HOLDER_RATIO,
  OTHER_PRODUCT_RATIO,
  RULE_COMPANION,
  SAME_HOLDER_RATIO,
} from './thresholds.ts'

export interface Candidate {
  readonly entry: Entry
  readonly score: number
  /** Share of the belief among all candidates, 0 to 1. */
  readonly share: number
}

export type Decision =
  | { readonly kind: 'clear'; readonly entries: readonly Entry[] }
  | { readonly kind: 'offer'; readonly entries: readonly Entry[]; readonly difference: Difference }
  | { readonly kind: 'none' }

/** @param ranked Best first. @param doubt Above 0 when the question rather has no answer here. */
export function decide(ranked: readonly Candidate[], doubt: number): Decision {
  const [best] = ranked
  if (!best || best.score < FAINT_SCORE || doubt > 0) return { kind: 'none' }
  const worth = ranked.filter(({ share }) => share >= best.share * OFFER_FRACTION)
  if (standsClear(best, worth)) {
    return { kind: 'clear', entries: best.entry.type === 'rule' ? companions(best, worth) : [best.entry] }
  }
  const offered = worth.slice(0, MOST_OPTIONS).map(({ entry }) => entry)
  return { kind: 'offer', entries: offered, difference: differenceOf(offered) }
}

/** A rival that names other holders, or another product, must be further behind: a wrong owner is the worst answer. */
function standsClear(best: Candidate, worth: readonly Candidate[]): boolean {
  if (worth.length < 2) return true
  return (
    best.share >= CLEAR_SHARE &&
    worth.every((other) => other === best || best.share >= other.share * ratioTo(best.entry, other.entry))
  )
}

function ratioTo(best: Entry, other: Entry): number {
  if (best.product !== other.product) return OTHER_PRODUCT_RATIO
  if (best.type === 'rule' && other.type === 'rule') return SAME_HOLDER_RATIO
  return sameHolders(best, other) ? SAME_HOLDER_RATIO : OTHER_HOLDER_RATIO
}

function sameHolders(a: Entry, b: Entry): boolean {
  if (a.type === 'rule' || b.type === 'rule') return false
  return (['R', 'A'] as const).every((letter) => holders(a, letter).join() === holders(b, letter).join())
}

/** The rule and its neighbours of the same section that nearly won: they state one matter together. */
function companions(best: Candidate, worth: readonly Candidate[]): readonly Entry[] {
  const near = worth.filter(
    ({ entry, share }) =>
      entry.document === best.entry.document &&
      entry.section.join() === best.entry.section.join() &&
      share >= best.share * RULE_COMPANION,
  )
  return [best, ...near.filter((candidate) => candidate !== best)].slice(0, MOST_RULES).map(({ entry }) => entry)
}

/** What tells offered entries apart: the product, a condition in the row's words, or the activity itself. */
function differenceOf(entries: readonly Entry[]): Difference {
  if (new Set(entries.map((entry) => entry.product)).size > 1) return 'product'
  const conditional = /\b(following|in case of|option|optional|upon request|on request)/i
  return entries.some((entry) => entry.type === 'activity' && conditional.test(entry.text)) ? 'condition' : 'activity'
}
