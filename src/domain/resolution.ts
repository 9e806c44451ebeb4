// What the resolver found for one question: a row, several, a set, or nothing and why.

import type { CommunicationRule } from './communication-rule.ts'
import type { Occasion } from './condition.ts'
import type { Entry } from './knowledge.ts'
import type { Activity, Letter } from './raci.ts'

/** How the product of a question became known. */
export type ProductBasis = 'named' | 'channel' | 'bound' | 'previous' | 'only'

/** What the person wants to know about the row. */
export const ASPECTS = ['who', 'responsible', 'accountable', 'consulted', 'informed', 'is-it-us'] as const
export type Aspect = (typeof ASPECTS)[number]

/** What a question supposes that wants a yes or a no: "do we have to restore it" that the customer does the work. */
export interface Claim {
  /** As its column is named, or `ANYONE`. */
  readonly party: string
  readonly part: 'doing' | 'accountable' | 'consulted' | 'informed'
  /** The party is told or asked by another: the letter says yes where it stands, and its absence says nothing. */
  readonly object?: true
  /** It is asked whether the party can: the letter says yes where it stands, and its absence says nothing. */
  readonly may?: true
  /** The question states that it is not so, and asks whether that is right. */
  readonly denied?: true
}

/** What a question asks for whoever does not hold it: the work, a letter, any part at all. */
export type Without = 'doing' | 'accountable' | 'consulted' | 'informed' | 'role'

/** How the question was understood. */
export interface Reading {
  readonly question: string
  readonly products: readonly string[]
  /** Absent when no product was recognised. */
  readonly basis?: ProductBasis
  readonly aspect: Aspect
  /** The party whose part in the row is asked for, as its column is named; absent when nobody's in particular. */
  readonly party?: string
  /** Absent when the question is not certainly one for a yes or a no. */
  readonly claim?: Claim
  /** Set where the question asks who does not hold it. */
  readonly without?: Without
  /** Of two questions in one message the one that was answered, and the one that was not. */
  readonly leftOut?: { readonly answered: string; readonly left: string }
  /** Concept names and words the ranking went by, for `--explain`. */
  readonly understood: readonly string[]
  /** What the question is about in words for a person (`restore`, `backup`); absent or empty when nothing was recognised. */
  readonly about?: readonly string[]
}

/** Why one entry was ranked where it was. */
export interface Evidence {
  readonly entry: Entry
  /** 0 to 1; comparable within one resolution only. */
  readonly score: number
  /** What of the question met what of the entry, strongest first. */
  readonly because: readonly string[]
}

export type UnknownReason =
  | 'no-question'
  | 'product-not-covered'
  | 'activity-not-covered'
  | 'not-about-responsibility'
  | 'holder-unknown'

/** What tells the offered options apart. */
export type Difference = 'product' | 'condition' | 'holder' | 'activity'

/**
 * What a list asks of one party's letters. `any`: one of them is enough. `all`: every one. `only`: these and no other.
 * `none`: the cell holds no letter. `without`: none of these. `alone`: one of them, and nobody else holds anything.
 * `sole`: all of them, and nobody else holds one of them.
 */
export interface Holding {
  /** As the documents write it, or `ANYONE`. */
  readonly party: string
  readonly letters: readonly Letter[]
  readonly how: 'any' | 'all' | 'only' | 'none' | 'without' | 'alone' | 'sole'
  /** Letters that the same cell must not hold: accountable but not responsible. */
  readonly lacks?: readonly Letter[]
}

/** Who holds a letter where any party will do. */
export const ANYONE = 'Somebody'

/** The set a list question asked for. */
export interface ListScope {
  readonly section?: string
  /** Every heading named, each once, without the numbers where several products are listed. */
  readonly sections?: readonly string[]
  /** Headings or topics whose rows are left out. */
  readonly except?: readonly string[]
  /** All that the question asks of letters; a row of the list meets every one, unless `none` is set. */
  readonly holds?: readonly Holding[]
  /** No row meets `holds`: the rows are what the documents state in this scope instead, or empty where that is much. */
  readonly none?: true
  /** Rows in the scope whoever holds them; set with `none`. */
  readonly of?: number
  /** The variant of the product that the rows apply to, as the document writes it. */
  readonly variant?: string
  /** Products set side by side, each with its best rows; one without a row states nothing that comes near. */
  readonly compared?: readonly string[]
  readonly party?: string
  readonly letters?: readonly Letter[]
  readonly topic?: string
  /** The rows are done only so: what one of these stands for must happen first. */
  readonly occasions?: readonly Occasion[]
}

export type Resolution =
  | {
      readonly kind: 'answer'
      readonly reading: Reading
      readonly rows: readonly Activity[]
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly kind: 'rule'
      readonly reading: Reading
      readonly rules: readonly CommunicationRule[]
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly kind: 'choices'
      readonly reading: Reading
      readonly options: readonly Entry[]
      readonly difference: Difference
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly kind: 'list'
      readonly reading: Reading
      readonly rows: readonly Entry[]
      readonly scope: ListScope
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly kind: 'unknown'
      readonly reading: Reading
      readonly reason: UnknownReason
      /** The product asked about that no document covers, as the person wrote it. */
      readonly missing?: string
      /** What the question names by a number that the documents do not have: "Severity 5". */
      readonly absent?: string
      /** Two or three entries that come close; empty when none does. The row that was meant, where only its holder is unknown. */
      readonly near: readonly Entry[]
      readonly evidence: readonly Evidence[]
    }

/** Whether this one row or rule was meant: what is said next may be about it. */
export function isDirect(resolution: Resolution): boolean {
  return (
    resolution.kind === 'answer' ||
    resolution.kind === 'rule' ||
    (resolution.kind === 'unknown' && resolution.reason === 'holder-unknown')
  )
}

/** What a resolution shows: the rows, rules or options, or what comes near where nothing answers. */
export function shownIn(resolution: Resolution): readonly Entry[] {
  switch (resolution.kind) {
    case 'answer':
    case 'list':
      return resolution.rows
    case 'rule':
      return resolution.rules
    case 'choices':
      return resolution.options
    case 'unknown':
      return resolution.near
  }
}
