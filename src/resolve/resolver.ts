// The door of this room: a question and its context in, a Resolution out.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { Evidence, Reading, Resolution, UnknownReason } from '../domain/resolution.ts'
import { createConceptFinder } from './concepts.ts'
import { type Candidate, decide } from './decide.ts'
import { indexEntries } from './entry-index.ts'
import { listRows } from './list.ts'
import { createProducts } from './products.ts'
import { type QuestionFeatures, questionFeatures } from './question-features.ts'
import { type Associations, createRanker } from './rank.ts'
import { type Context, type Understanding, understand } from './reading.ts'
import { createSpeller } from './spelling.ts'
import ASSOCIATIONS from './vocabulary/associations.json' with { type: 'json' }
import { SECTIONS } from './vocabulary/sections.ts'
import { listed, VOCABULARY } from './vocabulary/vocabulary.ts'
import { stemOf, wordsOf } from './words.ts'

export type { Context } from './reading.ts'

export interface Resolver {
  /** Never throws for any text; an empty question is `unknown` with reason `no-question`. */
  resolve(question: string, context?: Context): Resolution
  /** The same activity on other products, nearest first, one entry a product. */
  elsewhere(entry: Entry): readonly Entry[]
  /** The entry with this id; undefined when the knowledge no longer has it. */
  entry(id: string): Entry | undefined
  /** The product that these words name, tolerant of misspelling; undefined when none is recognised. */
  product(words: string): string | undefined
}

/** Builds the index once; the resolver holds no other state. */
export function createResolver(knowledge: Knowledge, learned: Associations = ASSOCIATIONS): Resolver {
  const entries = knowledge.documents.flatMap((document) => document.entries)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const finder = createConceptFinder(knowledge.vocabulary ? [VOCABULARY, knowledge.vocabulary] : [VOCABULARY])
  const sections = createConceptFinder([listed(SECTIONS)])
  const index = indexEntries(entries, finder)
  const ranker = createRanker(index, learned)
  const vocabulary = new Set([...finder.words].map(stemOf))
  const inRows = (stem: string): boolean => index.stem(stem) !== undefined
  const common = (stem: string): boolean => vocabulary.has(stem) || inRows(stem) || learned[stem] !== undefined
  const products = createProducts(knowledge.documents, common)
  const rowWords = entries.flatMap((entry) => wordsOf(entry.type === 'activity' ? entry.text : entry.quote))
  const speller = createSpeller([
    products.all.flatMap(wordsOf),
    knowledge.documents.flatMap((document) => document.aliases.flatMap(wordsOf)),
    rowWords,
    finder.words,
    sections.words,
    Object.keys(learned).filter((key) => !/[=_*]/.test(key)),
  ])
  const everywhere = entries.map((_, position) => position)

  const rank = (features: QuestionFeatures, among: readonly string[]): { ranked: Candidate[]; none: number } => {
    const positions = among.length ? among.flatMap((product) => index.byProduct.get(product) ?? []) : everywhere
    const { scores, none } = ranker.score(features, positions)
    let highest = none
    for (const score of scores) highest = Math.max(highest, score)
    let total = Math.exp(none - highest)
    for (const score of scores) total += Math.exp(score - highest)
    const ranked: Candidate[] = []
    positions.forEach((position, at) => {
      const entry = entries[position]
      const score = scores[at] ?? 0
      if (entry) ranked.push({ entry, score, share: Math.exp(score - highest) / total })
    })
    ranked.sort((a, b) => b.score - a.score)
    return { ranked, none: Math.exp(none - highest) / total }
  }

  const readingOf = (question: string, understood: Understanding, features: QuestionFeatures): Reading => ({
    question,
    products: understood.products,
    ...(understood.basis ? { basis: understood.basis } : {}),
    aspect: understood.kind.aspect,
    understood: [...features.concepts, ...features.stems.filter(common)],
  })

  const resolve = (question: string, context: Context = {}): Resolution => {
    const understood = understand(question, context, { products, speller, common, inRows })
    const features = questionFeatures(understood.words, finder)
    const reading = readingOf(question, understood, features)
    const unknown = (
      reason: UnknownReason,
      near: readonly Entry[] = [],
      evidence: readonly Evidence[] = [],
    ): Resolution => ({
      kind: 'unknown',
      reading,
      reason,
      near,
      evidence,
      ...(understood.missing ? { missing: understood.missing } : {}),
    })
    if (!/\p{L}/u.test(question)) return unknown('no-question')
    if (understood.missing) return unknown('product-not-covered')
    const { ranked, none } = rank(features, understood.products)
    const evidence = ranked
      .slice(0, 6)
      .map(({ entry, share }): Evidence => ({ entry, score: share, because: because(features, entry) }))
    if (understood.kind.wants === 'set') {
      const documents = knowledge.documents.filter(
        (document) => !understood.products.length || understood.products.includes(document.product),
      )
      const found = listRows(understood.text, understood.words, documents, sections, ranked)
      if (found?.rows.length) return { kind: 'list', reading, rows: found.rows, scope: found.scope, evidence }
    }
    const decision = decide(ranked, none)
    switch (decision.kind) {
      case 'clear': {
        const rows = decision.entries.filter((entry): entry is Activity => entry.type === 'activity')
        const rules = decision.entries.filter((entry) => entry.type === 'rule')
        return rules.length ? { kind: 'rule', reading, rules, evidence } : { kind: 'answer', reading, rows, evidence }
      }
      case 'offer':
        return { kind: 'choices', reading, options: decision.entries, difference: decision.difference, evidence }
      case 'none':
        return unknown(
          features.stems.some(common) && (understood.products.length || decision.near.length)
            ? 'activity-not-covered'
            : 'not-about-responsibility',
          [],
          evidence,
        )
    }
  }

  const because = (features: QuestionFeatures, entry: Entry): readonly string[] => {
    const body = wordsOf(entry.type === 'activity' ? entry.text : entry.quote).map(stemOf)
    const shown = new Set(finder.find(body).map(({ concept }) => concept))
    return [
      ...features.concepts.filter((concept) => shown.has(concept)),
      ...features.stems.filter((stem) => body.includes(stem)),
    ]
  }

  return {
    resolve,
    elsewhere(entry) {
      const features = questionFeatures(wordsOf(entry.type === 'activity' ? entry.text : entry.quote), finder)
      const found: Entry[] = []
      for (const product of products.all) {
        if (product === entry.product) continue
        const { ranked, none } = rank(features, [product])
        const [best] = ranked
        if (best && best.share > none && best.share >= 0.2 && best.entry.type === entry.type) found.push(best.entry)
      }
      return found
    },
    entry: (id) => byId.get(id),
    product: (words) => products.named(words),
  }
}
