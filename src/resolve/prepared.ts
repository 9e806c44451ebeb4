// What the documents and the learned tables are made into once, for every question: the index of the rows, what words mean
// in them, what the products are called.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import { type AssociationTable, isLearned } from './associations.ts'
import { candidatesOf } from './candidates.ts'
import { type ConceptFinder, createConceptFinder } from './concepts.ts'
import type { Candidate } from './decide.ts'
import { textOf } from './entry-features.ts'
import { type EntryIndex, indexEntries } from './entry-index.ts'
import { createProducts, type Products } from './products.ts'
import type { QuestionFeatures } from './question-features.ts'
import { createRanker, type Ranker } from './rank.ts'
import type { Lexicon } from './reading.ts'
import { createSiblings, type Siblings } from './siblings.ts'
import { createSpeller } from './spelling.ts'
import { FRAME_WORDS } from './vocabulary/frame.ts'
import { SECTIONS } from './vocabulary/sections.ts'
import { listed, VOCABULARY } from './vocabulary/vocabulary.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

export interface Prepared {
  readonly knowledge: Knowledge
  readonly entries: readonly Entry[]
  readonly learned: AssociationTable
  readonly finder: ConceptFinder
  /** Finds the words of sections and phases. */
  readonly sections: ConceptFinder
  readonly index: EntryIndex
  readonly ranker: Ranker
  readonly products: Products
  readonly lexicon: Lexicon
  readonly siblings: Siblings
  /** Whether a stem is a word of the vocabulary. */
  readonly isVocabulary: (stem: string) => boolean
  /** Whether a stem is a word of rows or the vocabulary, or one that something was learned about. */
  readonly common: (stem: string) => boolean
  /** Place of an entry in `entries`. */
  readonly positionOf: (entry: Entry) => number
  /** Candidates of these products (all when there are none), best first. */
  readonly rank: (
    features: QuestionFeatures,
    among: readonly string[],
    /** `atLeast`: how many are kept whatever they score. `rejected`: what the question says it does not mean. */
    options?: {
      readonly admits?: ((entry: Entry) => boolean) | undefined
      readonly atLeast?: number
      readonly rejected?: QuestionFeatures
    },
  ) => readonly Candidate[]
}

/** Whom a question is about and what part they play: they speak for no row. */
const PARTY_WORDS =
  'customer client user provider vendor supplier ovh ovhcloud informed consulted told notified allowed'

export function prepare(knowledge: Knowledge, learned: AssociationTable): Prepared {
  const entries = knowledge.documents.flatMap((document) => document.entries)
  const finder = createConceptFinder(knowledge.vocabulary ? [VOCABULARY, knowledge.vocabulary] : [VOCABULARY])
  const sections = createConceptFinder([listed(SECTIONS)])
  const index = indexEntries(entries, finder)
  const ranker = createRanker(index, learned)
  const cast = new Set(
    [PARTY_WORDS, ...knowledge.documents.flatMap(({ provider = '', parties }) => [provider, ...parties])]
      .flatMap(wordsOf)
      .map(stemOf),
  )
  const vocabulary = new Set([...finder.words].map(stemOf))
  const isVocabulary = (stem: string): boolean => vocabulary.has(stem)
  const isCast = (stem: string): boolean => cast.has(stem)
  const inRows = (stem: string): boolean => index.stem(stem) !== undefined
  const generic = (stem: string): boolean => isVocabulary(stem) || inRows(stem)
  const common = (stem: string): boolean => generic(stem) || isLearned(learned, stem)
  const saysElse = (stem: string, product: string): boolean => isVocabulary(stem) || index.elsewhere(stem, product)
  const products = createProducts(
    knowledge.documents,
    (stem, product) => saysElse(stem, product) || isLearned(learned, stem),
    index.elsewhere,
  )
  const speller = createSpeller([
    products.all.flatMap(wordsOf),
    knowledge.documents.flatMap((document) => document.aliases.flatMap(wordsOf)),
    entries.flatMap((entry) => wordsOf(textOf(entry))),
    finder.words,
    sections.words,
    products.outsideWords,
    Object.keys(learned.words).filter((key) => !key.startsWith('=')),
    STOP_WORDS,
    FRAME_WORDS,
  ])
  const conceptsOf = (stems: readonly string[]): readonly string[] => finder.find(stems).map(({ concept }) => concept)
  const positions = new Map(entries.map((entry, position) => [entry, position]))
  const everywhere = entries.map((_, position) => position)
  return {
    knowledge,
    entries,
    learned,
    finder,
    sections,
    index,
    ranker,
    products,
    lexicon: { products, speller, generic, saysElse, inRows, isCast, conceptsOf },
    siblings: createSiblings(entries, index, conceptsOf),
    isVocabulary,
    common,
    positionOf: (entry) => positions.get(entry) ?? 0,
    rank(features, among, { admits, atLeast, rejected } = {}) {
      const asked = among.length ? among.flatMap((product) => index.byProduct.get(product) ?? []) : everywhere
      const competing = among.length ? asked.flatMap((position) => entries[position] ?? []) : entries
      const scores = ranker.score(features, asked)
      if (rejected?.stems.length)
        ranker.score(rejected, asked).forEach((against, at) => {
          scores[at] = (scores[at] ?? 0) - Math.max(0, against)
        })
      return candidatesOf(competing, scores, admits, atLeast)
    },
  }
}
