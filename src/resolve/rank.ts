// Scores entries for a question: what was learned about people's words, and the words and concepts they share.

import { NONE } from './entry-features.ts'
import type { EntryIndex } from './entry-index.ts'
import type { QuestionFeatures } from './question-features.ts'
import { ASSOCIATION_SCALE } from './thresholds.ts'

/** What a word (`padlock`), a concept (`=renew`) or a pair of words (`how_much`) speaks for or against. */
export type Associations = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface Scores {
  /** One an entry position asked for, in the same order. */
  readonly scores: Float64Array
  /** The score of "no entry answers this". */
  readonly none: number
}

export interface Ranker {
  /** Scores the entries at these positions. */
  score(question: QuestionFeatures, positions: readonly number[]): Scores
}

/** Keys of a question in the table of associations. */
export function associationKeys(question: QuestionFeatures): string[] {
  return [...question.stems, ...question.concepts.map((concept) => `=${concept}`)]
}

/** 1 / sqrt(number of keys): a long message is no stronger evidence than a short one. */
export function questionNorm(question: QuestionFeatures): number {
  return 1 / Math.sqrt(Math.max(1, question.stems.length + question.concepts.length))
}

/** Holds one scratch array, so a ranker serves one question at a time (scoring is synchronous). */
export function createRanker(index: EntryIndex, associations: Associations): Ranker {
  const weight = new Float64Array(index.size)
  return {
    score(question, positions) {
      weight.fill(0)
      let none = 0
      const norm = questionNorm(question)
      for (const key of [...associationKeys(question), ...question.pairs, '*']) {
        const known = associations[key]
        if (known === undefined) continue
        for (const name in known) {
          const amount = ASSOCIATION_SCALE * (known[name] ?? 0)
          if (name === NONE) none += key === '*' ? amount / norm : amount
          const number = index.named(name)
          if (number !== undefined) weight[number] = (weight[number] ?? 0) + amount
        }
      }
      for (const stem of question.stems) add(weight, index, index.stem(stem))
      for (const concept of question.concepts) add(weight, index, index.named(concept))
      const scores = new Float64Array(positions.length)
      positions.forEach((position, at) => {
        const entry = index.entries[position]
        if (entry === undefined) return
        let sum = 0
        for (const number of entry.features) sum += weight[number] ?? 0
        scores[at] = sum * entry.norm * norm
      })
      return { scores, none: none * norm }
    },
  }
}

function add(weight: Float64Array, index: EntryIndex, number: number | undefined): void {
  if (number !== undefined) weight[number] = (weight[number] ?? 0) + (index.gain[number] ?? 0)
}
