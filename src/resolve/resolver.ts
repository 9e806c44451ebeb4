// The door of this room: a question and its context in, a Resolution out.

import type { Document, Entry, Knowledge } from '../domain/knowledge.ts'
import type { Reading, Resolution, UnknownReason } from '../domain/resolution.ts'
import { aboutWords } from './about.ts'
import type { AssociationTable } from './associations.ts'
import { type Candidate, decide } from './decide.ts'
import { doubtOf, sureOf } from './doubt.ts'
import { textOf } from './entry-features.ts'
import { evidenceOf } from './evidence.ts'
import { createGrain } from './grain.ts'
import { listAsked, saysNoScope } from './list-asked.ts'
import { createMeasure, type Measure } from './measure.ts'
import { absentNumber } from './numbered.ts'
import { prepare } from './prepared.ts'
import { type QuestionFeatures, questionFeatures } from './question-features.ts'
import type { Context, Understanding } from './reading.ts'
import { withOwner } from './rule-owner.ts'
import {
  ELSEWHERE_SHARE,
  ENOUGH_SCORE,
  FOREIGN_DOUBT,
  MOST_NEAR,
  MOST_OPTIONS,
  NEAR_DOUBT,
  NEAR_FRACTION,
  NEAR_SCORE,
  SOLE_SHARE,
} from './thresholds.ts'
import { variantsOf } from './variants.ts'
import ASSOCIATIONS from './vocabulary/associations.json' with { type: 'json' }
import UNANSWERABLE from './vocabulary/unanswerable.json' with { type: 'json' }
import { wordsOf } from './words.ts'

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

/** A resolver that shows its measures, for fitting thresholds. */
export interface MeasuringResolver extends Resolver {
  measure(question: string, context: Context): Measure
}

/** Builds the index once; the resolver holds no other state. */
export function createResolver(
  knowledge: Knowledge,
  learned: AssociationTable = ASSOCIATIONS,
  sounds: AssociationTable = UNANSWERABLE,
): MeasuringResolver {
  const prepared = prepare(knowledge, learned)
  const { entries, finder, sections, index, products, siblings, common, lexicon, rank } = prepared
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const measure = createMeasure(prepared, sounds)
  const grainOf = createGrain(prepared)
  const documentsOf = (asked: readonly string[]): readonly Document[] =>
    asked.length ? knowledge.documents.filter(({ product }) => asked.includes(product)) : knowledge.documents

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
    const foreign = !known && !features.stems.some(lexicon.generic)
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

  const nearest = (ranked: readonly Candidate[]): readonly Entry[] =>
    ranked
      .filter(({ score, share }) => score >= NEAR_SCORE && share >= (ranked[0]?.share ?? 0) * NEAR_FRACTION)
      .slice(0, MOST_NEAR)
      .map(({ entry }) => entry)

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
        const ranked = product === entry.product ? [] : rank(features, [product], { atLeast: entries.length })
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
