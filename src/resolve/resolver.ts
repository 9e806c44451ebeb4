// The door of this room: a question and its context in, a Resolution out.

import { conditionOf } from '../domain/condition.ts'
import type { Document, Entry, Knowledge } from '../domain/knowledge.ts'
import type { Reading, Resolution, UnknownReason } from '../domain/resolution.ts'
import { aboutWords } from './about.ts'
import { askingClause } from './asking-clause.ts'
import type { AssociationTable } from './associations.ts'
import { borneOut } from './borne-out.ts'
import { candidatesOf } from './candidates.ts'
import { createConceptFinder } from './concepts.ts'
import { type Candidate, decide, type Grain } from './decide.ts'
import { doubtOf, sureOf } from './doubt.ts'
import { textOf } from './entry-features.ts'
import { indexEntries } from './entry-index.ts'
import { evidenceOf } from './evidence.ts'
import { type Fit, fitOf } from './fit.ts'
import { listAsked, saysNoScope } from './list-asked.ts'
import { absentNumber } from './numbered.ts'
import { createProducts } from './products.ts'
import { type QuestionFeatures, questionFeatures } from './question-features.ts'
import { createRanker } from './rank.ts'
import { type Context, type Understanding, understand } from './reading.ts'
import { withOwner } from './rule-owner.ts'
import { createSiblings } from './siblings.ts'
import { createSpeller } from './spelling.ts'
import {
  ALIKE,
  ELSEWHERE_SHARE,
  ENOUGH_SCORE,
  FAMILY,
  FAMILY_FRACTION,
  FOREIGN_DOUBT,
  MOST_NEAR,
  MOST_OPTIONS,
  NEAR_DOUBT,
  NEAR_FRACTION,
  NEAR_SCORE,
  SOLE_SHARE,
  TELLS,
  TERSE_WORDS,
} from './thresholds.ts'
import { createSound } from './unanswerable.ts'
import { variantsOf } from './variants.ts'
import ASSOCIATIONS from './vocabulary/associations.json' with { type: 'json' }
import { FRAME_WORDS } from './vocabulary/frame.ts'
import { SECTIONS } from './vocabulary/sections.ts'
import UNANSWERABLE from './vocabulary/unanswerable.json' with { type: 'json' }
import { listed, VOCABULARY } from './vocabulary/vocabulary.ts'
import { createWordWeights } from './word-weights.ts'
import { plain, STOP_WORDS, stemOf, wordsOf } from './words.ts'

export type { Context } from './reading.ts'

export interface Resolver {
  /** Never throws for any text; an empty question is `unknown` with reason `no-question`. */
  resolve(question: string, context?: Context): Resolution
  /** The same activity on other products: of each the nearest row, then those like it that differ in holder or condition. */
  elsewhere(entry: Entry): readonly Entry[]
  /** The entry with this id; undefined when the knowledge no longer has it. */
  entry(id: string): Entry | undefined
  /** The product that these words name, tolerant of misspelling; undefined when none is recognised. */
  product(words: string): string | undefined
}

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

/** A resolver that shows its measures, for fitting thresholds. */
export interface MeasuringResolver extends Resolver {
  measure(question: string, context: Context): Measure
}

/** Whom a question is about and what part they play: they speak for no row. */
const PARTY_WORDS =
  'customer client user provider vendor supplier ovh ovhcloud informed consulted told notified allowed'

/** Words that say no more of an activity than that somebody has it. */
const HANDLING =
  'manage managed management handle look looks after take takes care charge deal run runs govern oversee cover sort bring carry happen hold'

/** Words that go on with what was spoken of. */
const FOLLOWS = /^(?:and|what about|how about)\b/

/** Concepts of a question that speak of a condition. */
const CONDITION_CONCEPTS = new Set(['with-option', 'on-request', 'option', 'third-party'])

/** Whether an entry holds without any option or request. */
function holdsAnyway(entry: Entry): boolean {
  return entry.type === 'rule' || conditionOf(entry.text) === undefined
}

/** Builds the index once; the resolver holds no other state. */
export function createResolver(
  knowledge: Knowledge,
  learned: AssociationTable = ASSOCIATIONS,
  sounds: AssociationTable = UNANSWERABLE,
): MeasuringResolver {
  const entries = knowledge.documents.flatMap((document) => document.entries)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const finder = createConceptFinder(knowledge.vocabulary ? [VOCABULARY, knowledge.vocabulary] : [VOCABULARY])
  const sections = createConceptFinder([listed(SECTIONS)])
  const index = indexEntries(entries, finder)
  const ranker = createRanker(index, learned)
  const soundOf = createSound(sounds)
  const namesOf = new Map(
    knowledge.documents.map(({ product, aliases }) => [product, [product, ...aliases].flatMap(wordsOf).map(stemOf)]),
  )
  const cast = new Set(
    [PARTY_WORDS, ...knowledge.documents.flatMap(({ parties }) => parties)].flatMap(wordsOf).map(stemOf),
  )
  const vocabulary = new Set([...finder.words].map(stemOf))
  const inRows = (stem: string): boolean => index.stem(stem) !== undefined
  const generic = (stem: string): boolean => vocabulary.has(stem) || inRows(stem)
  const common = (stem: string): boolean => generic(stem) || Object.hasOwn(learned, stem)
  const products = createProducts(knowledge.documents, common, index.elsewhere)
  const rowWords = entries.flatMap((entry) => wordsOf(textOf(entry)))
  const speller = createSpeller([
    products.all.flatMap(wordsOf),
    knowledge.documents.flatMap((document) => document.aliases.flatMap(wordsOf)),
    rowWords,
    finder.words,
    sections.words,
    products.outsideWords,
    Object.keys(learned).filter((key) => !key.startsWith('=')),
    STOP_WORDS,
    FRAME_WORDS,
  ])
  const conceptsOf = (stems: readonly string[]): readonly string[] => finder.find(stems).map(({ concept }) => concept)
  const siblings = createSiblings(entries, index, conceptsOf)
  const lexicon = { products, speller, generic, inRows, conceptsOf }
  const documentsOf = (asked: readonly string[]): readonly Document[] =>
    asked.length ? knowledge.documents.filter(({ product }) => asked.includes(product)) : knowledge.documents
  const everywhere = entries.map((_, position) => position)

  const rank = (
    features: QuestionFeatures,
    among: readonly string[],
    admits?: (entry: Entry) => boolean,
    atLeast?: number,
    rejected?: QuestionFeatures,
  ): readonly Candidate[] => {
    const positions = among.length ? among.flatMap((product) => index.byProduct.get(product) ?? []) : everywhere
    const competing = among.length ? positions.flatMap((position) => entries[position] ?? []) : entries
    const scores = ranker.score(features, positions)
    if (rejected?.stems.length)
      ranker.score(rejected, positions).forEach((against, at) => {
        scores[at] = (scores[at] ?? 0) - Math.max(0, against)
      })
    return candidatesOf(competing, scores, admits, atLeast)
  }

  const positionOf = new Map(entries.map((entry, position) => [entry, position]))
  const weightOf = createWordWeights(index, ranker, learned, conceptsOf)
  const apart = (stem: string, a: Entry, b: Entry): number =>
    ranker.apart({ stems: [stem], concepts: conceptsOf([stem]) }, positionOf.get(a) ?? 0, positionOf.get(b) ?? 0)

  const measure = (question: string, context: Context): Measure => {
    const given = understand(question, context, lexicon)
    const features = questionFeatures(given.words, finder)
    const rejected = questionFeatures(given.rejected, finder)
    const everything = rank(features, given.products, undefined, undefined, rejected)
    const meant = borneOut(given.hinted, everything, index)
    const understood: Understanding = meant.length ? { ...given, products: meant, basis: 'named' } : given
    const again = meant.length || understood.unconditional
    const admits = understood.unconditional ? holdsAnyway : undefined
    const ranked = again ? rank(features, understood.products, admits, undefined, rejected) : everything
    const sound = soundOf(understood.words)
    const told = understood.products.length > 0 && (understood.basis !== 'previous' || FOLLOWS.test(understood.text))
    const known = told || features.stems.some((stem) => index.owner(stem) !== undefined)
    const [best] = ranked
    if (!best) return { understood, features, ranked, sound, known }
    const said = (stem: string) => weightOf(stem, positionOf.get(best.entry) ?? 0, understood.products)
    const asking = wordsOf(askingClause(plain(question))).map((word) => stemOf(speller.correct(word)))
    const hinting = given.hinted.filter(({ product }) => meant.includes(product)).flatMap(({ stems }) => stems)
    const names = new Set([...understood.products.flatMap((product) => namesOf.get(product) ?? []), ...hinting])
    const telling = features.stems.filter((stem) => !cast.has(stem) && !names.has(stem))
    const asked = asking.find((stem) => telling.includes(stem))
    const fit = fitOf(
      ranked,
      telling.map(said),
      asked === undefined ? undefined : said(asked),
      sound,
      familyShare(ranked),
    )
    return { understood, features, ranked, sound, known, fit }
  }

  const resolve = (question: string, context: Context = {}): Resolution => {
    const { understood, features, ranked, sound, known, fit } = measure(question, context)
    const reading = readingOf(question, understood, features)
    const evidence = ranked.slice(0, MOST_OPTIONS).map((candidate) => evidenceOf(candidate, features, finder, learned))
    const unknown = (reason: UnknownReason, near: readonly Entry[] = [], absent?: string): Resolution => ({
      kind: 'unknown',
      reading,
      reason,
      near,
      evidence,
      ...(understood.missing ? { missing: understood.missing } : {}),
      ...(absent ? { absent } : {}),
    })
    if (!/\p{L}/u.test(question)) return unknown('no-question')
    if (understood.missing) return unknown('product-not-covered')
    const absent = absentNumber(understood.text, documentsOf(understood.products))
    if (absent) return unknown('activity-not-covered', [], absent)
    const [best] = ranked
    // "who should I vote for": with no product and no word of the trade nothing that people's words recall is meant
    const foreign = !known && !features.stems.some(generic)
    const doubt = best && fit ? doubtOf(fit, best.entry, known) + (foreign ? FOREIGN_DOUBT : 0) : 0
    const sure = best && fit ? sureOf(fit, best.entry, known) : 0
    const inProduct = (product: string) => rank(features, [product])
    const list = listAsked(question, understood, doubt, (best?.share ?? 0) >= SOLE_SHARE, inProduct, {
      documents: knowledge.documents,
      products,
      sections,
      finder,
      siblings,
    })
    if (list) {
      const { rows, scope, products: about } = list
      return { kind: 'list', reading: { ...reading, products: about }, rows, scope, evidence }
    }
    if (saysNoScope(understood, products, common)) return unknown('activity-not-covered')
    // rows were asked for: one of them is no answer
    const sureOfOne = understood.kind.wants === 'set' ? Number.NEGATIVE_INFINITY : sure
    const decision = decide(ranked, doubt, sureOfOne, grainOf(features))
    switch (decision.kind) {
      case 'clear': {
        const rows = decision.entries.filter((entry) => entry.type === 'activity')
        const rules = decision.entries.filter((entry) => entry.type === 'rule')
        if (rows.some(({ lost }) => lost)) return unknown('holder-unknown', rows)
        const said = withOwner(
          rules,
          { text: understood.text, stems: features.stems },
          ranked,
          documentsOf(understood.products),
        )
        return rules.length
          ? { kind: 'rule', reading, rules: said, evidence }
          : { kind: 'answer', reading, rows, evidence }
      }
      case 'offer':
        return { kind: 'choices', reading, options: decision.entries, difference: decision.difference, evidence }
      case 'none':
        return unknown(
          understood.products.length || sound < 0 ? 'activity-not-covered' : 'not-about-responsibility',
          understood.products.length && doubt < NEAR_DOUBT ? nearest(ranked) : [],
        )
    }
  }

  /** Share of the best candidate and of the others that say nearly the same and fit nearly as well. */
  const familyShare = ([best, ...rest]: readonly Candidate[]): number => {
    if (!best) return 0
    const near = rest.slice(0, FAMILY).filter(({ score }) => score >= best.score * FAMILY_FRACTION)
    const family = near.filter(({ entry }) => index.likeness(best.entry, entry) >= ALIKE)
    return family.reduce((sum, { share }) => sum + share, best.share)
  }

  const nearest = (ranked: readonly Candidate[]): readonly Entry[] =>
    ranked
      .filter(({ score, share }) => score >= NEAR_SCORE && share >= (ranked[0]?.share ?? 0) * NEAR_FRACTION)
      .slice(0, MOST_NEAR)
      .map(({ entry }) => entry)

  /** "handle", "look after": what any row may begin with. */
  const handling = new Set(wordsOf(HANDLING).map(stemOf))
  const isHandling = (stem: string): boolean => handling.has(stem)

  const grainOf = ({ stems, concepts }: QuestionFeatures): Grain => ({
    terse: stems.length <= TERSE_WORDS,
    single: stems.filter((stem) => !cast.has(stem) && !isHandling(stem)).length <= 1,
    namesCondition: concepts.some((concept) => CONDITION_CONCEPTS.has(concept)),
    names: (entry) => index.leads(entry).some((concept) => concepts.includes(concept)),
    likeness: (a, b) => index.likeness(a, b),
    siblings,
    tellsApart: (a, b) => stems.some((stem) => apart(stem, a, b) >= TELLS),
  })

  const readingOf = (
    question: string,
    { products: asked, basis, kind, words, missing = '' }: Understanding,
    features: QuestionFeatures,
  ): Reading => {
    const missed = wordsOf(missing)
    return {
      question,
      products: asked,
      ...(basis ? { basis } : {}),
      aspect: kind.aspect,
      understood: [...features.concepts, ...features.stems.filter(common)],
      about: aboutWords(words, common).filter((word) => !missed.includes(word)),
    }
  }

  return {
    measure,
    resolve,
    elsewhere(entry) {
      const features = questionFeatures(wordsOf(textOf(entry)), finder)
      return products.all.flatMap((product) => {
        const ranked = product === entry.product ? [] : rank(features, [product], undefined, entries.length)
        const [best] = ranked
        const same =
          best && best.share >= ELSEWHERE_SHARE && best.score >= ENOUGH_SCORE / 2 && best.entry.type === entry.type
        if (!same) return []
        return [...new Set([best.entry, ...siblings(best.entry), ...variantsOf(ranked, index.likeness)])]
      })
    },
    entry: (id) => byId.get(id),
    product: (words) => products.named(words),
  }
}
