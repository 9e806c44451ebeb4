// From ranked entries to a decision: one stands clear, several are worth offering, or none answers.

import type { Entry } from '../domain/knowledge.ts'
import { holders } from '../domain/raci.ts'
import type { Difference } from '../domain/resolution.ts'
import {
  AGREEING_RATIO,
  CLEAR_RATIO,
  CLEAR_SHARE,
  FAINT_SCORE,
  MOST_NEAR,
  MOST_OPTIONS,
  MOST_RULES,
  NONE_SHARE,
  OFFER_FRACTION,
  RULE_COMPANION,
} from './thresholds.ts'

export interface Candidate {
  readonly entry: Entry
  readonly score: number
  /** Share of the belief among all candidates and "none", 0 to 1. */
  readonly share: number
}

export type Decision =
  | { readonly kind: 'clear'; readonly entries: readonly Entry[] }
  | { readonly kind: 'offer'; readonly entries: readonly Entry[]; readonly difference: Difference }
  | { readonly kind: 'none'; readonly near: readonly Entry[] }

/** @param ranked Best first. @param none Share of "no entry answers this". */
export function decide(ranked: readonly Candidate[], none: number): Decision {
  const [best, ...rest] = ranked
  if (!best || best.score < FAINT_SCORE) return { kind: 'none', near: [] }
  const worth = ranked.filter(({ share }) => share >= best.share * OFFER_FRACTION)
  if (none >= NONE_SHARE) return { kind: 'none', near: worth.slice(0, MOST_NEAR).map(({ entry }) => entry) }
  if (best.entry.type === 'rule' && standsClear(best, rest)) return { kind: 'clear', entries: companions(best, worth) }
  if (standsClear(best, rest)) return { kind: 'clear', entries: [best.entry] }
  const offered = worth.slice(0, MOST_OPTIONS).map(({ entry }) => entry)
  if (offered.length < 2) return { kind: 'clear', entries: [best.entry] }
  return { kind: 'offer', entries: offered, difference: differenceOf(offered) }
}

function standsClear(best: Candidate, rest: readonly Candidate[]): boolean {
  const [next] = rest
  if (!next) return true
  const rival = rest.find((other) => !agree(best.entry, other.entry))
  const clearOfRival =
    !rival ||
    (best.share >= CLEAR_SHARE && best.share >= rival.share * CLEAR_RATIO) ||
    best.share >= rival.share * CLEAR_RATIO * 2
  return clearOfRival && best.share >= next.share * AGREEING_RATIO
}

/** Whether confusing the two would still name the same holders for the same product. */
function agree(a: Entry, b: Entry): boolean {
  if (a.product !== b.product) return false
  if (a.type === 'rule' || b.type === 'rule') return a.type === b.type
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

function differenceOf(entries: readonly Entry[]): Difference {
  const products = new Set(entries.map((entry) => entry.product))
  if (products.size > 1) return 'product'
  const activities = entries.filter((entry) => entry.type === 'activity')
  if (
    activities.length === entries.length &&
    activities.some(({ text }) => /\b(following|in case of|option|optional|upon request|on request)/i.test(text))
  )
    return 'condition'
  return 'activity'
}
