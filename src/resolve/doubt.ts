// How much speaks for "no loaded document answers this", and how much for "the best entry is the one that is meant".

import type { Entry } from '../domain/knowledge.ts'
import { type Fit, type FitModel, isPlain, oddsOf } from './fit.ts'
import { DOUBT_START, SURE_ENOUGH } from './thresholds.ts'
import FITS from './vocabulary/fit.json' with { type: 'json' }

/** What was learned for a row of a known product, a rule of one, and where every product competes. */
export type Fits = Readonly<Record<'row' | 'rule' | 'open', FitModel>>

/** Which of them holds. */
export function situationOf(best: Entry, productKnown: boolean): keyof Fits {
  if (!productKnown) return 'open'
  return best.type === 'activity' ? 'row' : 'rule'
}

/** Above 0: rather none than the best candidate. */
export function doubtOf(fit: Fit, best: Entry, productKnown: boolean): number {
  const situation = situationOf(best, productKnown)
  const odds = oddsOf(fit, FITS[situation].doubt) - DOUBT_START[situation]
  return productKnown && isPlain(fit) ? Math.min(odds, 0) : odds
}

/** Log-odds that the best entry is the one that is meant. */
export function sureOf(fit: Fit, best: Entry, productKnown: boolean): number {
  const odds = oddsOf(fit, FITS[situationOf(best, productKnown)].sure)
  return productKnown && isPlain(fit) ? Math.max(odds, SURE_ENOUGH) : odds
}
