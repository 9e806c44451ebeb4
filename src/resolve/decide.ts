// From ranked entries to a decision: one stands clear, several are worth offering, or none answers.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import { holders } from '../domain/raci.ts'
import type { Difference } from '../domain/resolution.ts'
import {
  ALIKE,
  CLEAR_SHARE,
  CONDITION_RATIO,
  ENOUGH_SCORE,
  FAINT_SCORE,
  MOST_OPTIONS,
  MOST_RULES,
  OFFER_FRACTION,
  OTHER_HOLDER_RATIO,
  OTHER_PRODUCT_RATIO,
  RIVALS,
  RULE_COMPANION,
  RULES_SHARE,
  SAME_HOLDER_RATIO,
  SURE_ENOUGH,
  TERSE_RATIO,
  TOPIC_FRACTION,
  TWIN_FRACTION,
  TWIN_LIKENESS,
  TWINS,
  UNTOLD_RATIO,
  WEAK_SCORE,
  WEAK_SHARE,
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

/** What the question says about how finely it distinguishes. */
export interface Grain {
  /** Too few words to tell neighbouring rows apart. */
  readonly terse: boolean
  /** One word besides "handle" or "look after": a topic, which several rows may be about. */
  readonly single: boolean
  /** Its words name a condition: an option, a request, a third party. */
  readonly namesCondition: boolean
  /** Whether the question names the action that the entry begins with. */
  names(entry: Entry): boolean
  /** Concepts that two entries share, 0 to 1 of the poorer one's. */
  likeness(a: Entry, b: Entry): number
  /** Whether some word of the question stands in the first alone, or stands not in it and yet speaks for it and not as much for the second. */
  tellsApart(a: Entry, b: Entry): boolean
  /** Whether the second has, by itself or as a concept, every word of the question that the first has. */
  meetsAsMuch(a: Entry, b: Entry): boolean
  /** The same activity under another condition, of the same product. */
  siblings(entry: Entry): readonly Entry[]
}

/**
 * @param ranked Best first.
 * @param doubt Above 0 when the question rather has no answer here.
 * @param sure Log-odds that the best candidate is meant.
 */
export function decide(ranked: readonly Candidate[], doubt: number, sure: number, grain: Grain): Decision {
  const [best] = ranked
  const literal = grain.terse && (best?.score ?? 0) >= ENOUGH_SCORE
  if (!best || isFaint(best) || (doubt > 0 && !literal)) return { kind: 'none' }
  const twins = twinsOf(best, ranked, grain)
  const cases = otherCasesOf(best, ranked, grain)
  const clear =
    isSolid(best, sure) &&
    !twins.length &&
    !cases.length &&
    !(grain.single && isHeldElse(best, ranked)) &&
    ranked.slice(1, RIVALS).every((other) => best.share >= other.share * ratioTo(best.entry, other.entry, grain))
  const isWorth = ({ share, score }: Candidate): boolean =>
    share >= best.share * OFFER_FRACTION || (grain.single && score >= best.score * TOPIC_FRACTION)
  const others = ranked.slice(1).filter((one) => !cases.includes(one) && (isWorth(one) || twins.includes(one)))
  const worth = [best, ...cases, ...others]
  const quoted = best.entry.type === 'rule' ? companions(best, worth, clear) : []
  if (quoted.length) return { kind: 'clear', entries: quoted }
  if (clear) return { kind: 'clear', entries: [best.entry] }
  const offered = worth.length > 1 ? everyProductFirst(worth).slice(0, MOST_OPTIONS) : ranked.slice(0, 2)
  const entries = offered.map(({ entry }) => entry)
  return { kind: 'offer', entries, difference: differenceOf(entries) }
}

/** Whether so little speaks for the best entry that nothing is worth showing. */
function isFaint({ score, share }: Candidate): boolean {
  return score < FAINT_SCORE || (score < WEAK_SCORE && share < WEAK_SHARE)
}

/** Whether the evidence for an entry is enough to name its holder. */
function isSolid({ entry, share }: Candidate, sure: number): boolean {
  return share >= CLEAR_SHARE && (entry.type === 'rule' || sure >= SURE_ENOUGH)
}

/** Whether another row of the product is as much about a topic, and another party holds it. */
function isHeldElse(best: Candidate, ranked: readonly Candidate[]): boolean {
  return ranked
    .slice(1, RIVALS)
    .some(
      ({ entry, score }) =>
        entry.type === 'activity' &&
        entry.product === best.entry.product &&
        score >= best.score * TOPIC_FRACTION &&
        !sameHolders(best.entry, entry),
    )
}

/**
 * Rows of other products on the same activity whose holder is another: "who manages backups" fits the row that says
 * nothing besides best, and the owner on the next product is the other party.
 */
function twinsOf(best: Candidate, ranked: readonly Candidate[], { likeness }: Grain): readonly Candidate[] {
  if (best.entry.type === 'rule') return []
  return ranked
    .slice(1, TWINS)
    .filter(
      ({ entry, score }) =>
        entry.type === 'activity' &&
        entry.product !== best.entry.product &&
        score >= best.score * TWIN_FRACTION &&
        likeness(best.entry, entry) >= TWIN_LIKENESS &&
        !sameHolders(best.entry, entry),
    )
}

/** The best row's activity in other cases, where the question does not say which case it means. */
function otherCasesOf(best: Candidate, ranked: readonly Candidate[], grain: Grain): readonly Candidate[] {
  if (grain.namesCondition) return []
  return grain
    .siblings(best.entry)
    .map((entry) => ranked.find((one) => one.entry === entry) ?? { entry, score: 0, share: 0 })
}

/** Where several products have the activity, the best row of each comes before second rows: the product is the question. */
function everyProductFirst(ranked: readonly Candidate[]): readonly Candidate[] {
  const firsts = ranked.filter(
    ({ entry }, at) => ranked.findIndex((other) => other.entry.product === entry.product) === at,
  )
  return [...firsts, ...ranked.filter((candidate) => !firsts.includes(candidate))]
}

/** How many times less likely a rival must be: the more a mix-up would cost, the further behind. */
function ratioTo(best: Entry, other: Entry, grain: Grain): number {
  const { terse, namesCondition, names, likeness } = grain
  if (best.product !== other.product) return OTHER_PRODUCT_RATIO
  if (best.type === 'rule' || other.type === 'rule') return SAME_HOLDER_RATIO
  const least = sameHolders(best, other) ? SAME_HOLDER_RATIO : OTHER_HOLDER_RATIO
  const untold = !namesCondition && (conditionOf(best.text) === undefined) !== (conditionOf(other.text) === undefined)
  const alike = likeness(best, other)
  // "the recovery plan", of the platform's or of the customer's applications: nothing that was said decides
  if (alike < ALIKE && !grain.meetsAsMuch(best, other)) return least
  if (least === OTHER_HOLDER_RATIO && !grain.tellsApart(best, other)) return UNTOLD_RATIO
  const vague = terse && (!names(best) || names(other))
  if (!vague && !untold) return least
  return Math.max(least, untold ? CONDITION_RATIO : TERSE_RATIO)
}

/** Whether the same parties carry out and answer for both; never for rules. */
export function sameHolders(a: Entry, b: Entry): boolean {
  if (a.type === 'rule' || b.type === 'rule') return false
  return (['R', 'A'] as const).every((letter) => holders(a, letter).join() === holders(b, letter).join())
}

/**
 * The rules to quote: the best and, of the same document, those that nearly won. Quoting two statements names nobody
 * wrong, so a close race among rules is answered with both; empty when too many are as likely.
 */
function companions(best: Candidate, worth: readonly Candidate[], clear: boolean): readonly Entry[] {
  const near = worth.filter(
    ({ entry, share }) =>
      entry.type === 'rule' && entry.document === best.entry.document && share >= best.share * RULE_COMPANION,
  )
  const quoted = near.slice(0, MOST_RULES)
  const total = quoted.reduce((sum, { share }) => sum + share, 0)
  return clear || total >= RULES_SHARE ? quoted.map(({ entry }) => entry) : []
}

/** What tells offered entries apart: the product, a condition in the row's words, or the activity itself. */
function differenceOf(entries: readonly Entry[]): Difference {
  if (new Set(entries.map((entry) => entry.product)).size > 1) return 'product'
  return entries.some((entry) => entry.type === 'activity' && conditionOf(entry.text) !== undefined)
    ? 'condition'
    : 'activity'
}
