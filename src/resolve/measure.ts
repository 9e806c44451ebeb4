// How a question was understood, which rows come near it and how well the best of them fits: what is decided on.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import { askingClause } from './asking-clause.ts'
import { asks } from './asks.ts'
import type { AssociationTable } from './associations.ts'
import { borneOut } from './borne-out.ts'
import type { Candidate } from './decide.ts'
import { type Fit, fitOf } from './fit.ts'
import type { Prepared } from './prepared.ts'
import { type QuestionFeatures, questionFeatures } from './question-features.ts'
import { type Context, type Understanding, understand } from './reading.ts'
import { ALIKE, FAMILY, FAMILY_FRACTION } from './thresholds.ts'
import { createSound } from './unanswerable.ts'
import { createWordWeights } from './word-weights.ts'
import { plain, stemOf, wordsOf } from './words.ts'

/** What a question was measured at. */
export interface Measure {
  readonly understood: Understanding
  readonly features: QuestionFeatures
  /** The candidates that matter, best first; see `candidatesOf`. */
  readonly ranked: readonly Candidate[]
  /** How unanswerable it sounds; see `createSound`. */
  readonly sound: number
  /** Whether the words or the channel say which product is meant. */
  readonly known: boolean
  /** How well the best candidate fits; absent when there is none. */
  readonly fit?: Fit
}

/** Words that go on with what was spoken of. */
const FOLLOWS = /^(?:and|what about|how about)\b/

/** Whether an entry holds without any option or request. */
function holdsAnyway(entry: Entry): boolean {
  return entry.type === 'rule' || conditionOf(entry.text) === undefined
}

/** @param sounds What was learned about how questions sound that nothing answers. */
export function createMeasure(
  { knowledge, learned, finder, index, ranker, lexicon, isVocabulary, positionOf, rank }: Prepared,
  sounds: AssociationTable,
): (question: string, context: Context) => Measure {
  const { speller, isCast, conceptsOf } = lexicon
  const soundOf = createSound(sounds)
  const weightOf = createWordWeights(index, ranker, learned, conceptsOf)
  const namesOf = new Map(
    knowledge.documents.map(({ product, aliases }) => [product, [product, ...aliases].flatMap(wordsOf).map(stemOf)]),
  )

  /** Share of the best candidate and of the others that say nearly the same and fit nearly as well. */
  const familyShare = ([best, ...rest]: readonly Candidate[]): number => {
    if (!best) return 0
    const near = rest.slice(0, FAMILY).filter(({ score }) => score >= best.score * FAMILY_FRACTION)
    const family = near.filter(({ entry }) => index.likeness(best.entry, entry) >= ALIKE)
    return family.reduce((sum, { share }) => sum + share, best.share)
  }

  return (question, context) => {
    const given = understand(question, context, lexicon)
    const features = questionFeatures(given.words, finder)
    const rejected = questionFeatures(given.rejected, finder)
    const everything = rank(features, given.products, { rejected })
    const meant = borneOut(given.hinted, everything, index, isVocabulary)
    const understood: Understanding = meant.length ? { ...given, products: meant, basis: 'named' } : given
    const again = meant.length || understood.unconditional
    const admits = understood.unconditional ? holdsAnyway : undefined
    const ranked = again ? rank(features, understood.products, { admits, rejected }) : everything
    const sound = soundOf(understood.words)
    const told = understood.products.length > 0 && (understood.basis !== 'previous' || FOLLOWS.test(understood.text))
    const [best] = ranked
    // "a customer's mailbox": whichever mail product it is, what is asked about is known
    const isHinted = given.hinted.some(({ product }) => product === best?.entry.product)
    const known = told || isHinted || features.stems.some((stem) => index.owner(stem) !== undefined)
    if (!best) return { understood, features, ranked, sound, known }
    const said = (stem: string) => weightOf(stem, positionOf(best.entry), understood.products)
    const asking = wordsOf(askingClause(plain(question))).map((word) => stemOf(speller.correct(word)))
    const hinting = given.hinted.filter(({ product }) => meant.includes(product)).flatMap(({ stems }) => stems)
    const names = new Set([...understood.products.flatMap((product) => namesOf.get(product) ?? []), ...hinting])
    const telling = features.stems.filter((stem) => !isCast(stem) && !names.has(stem))
    const asked = asking.find((stem) => telling.includes(stem))
    const fit = fitOf(
      ranked,
      telling.map(said),
      asked === undefined ? undefined : said(asked),
      sound,
      familyShare(ranked),
      !asks(question.toLowerCase()),
    )
    return { understood, features, ranked, sound, known, fit }
  }
}
