// Scores entries for a question: what was learned about people's words, and the words and concepts they share.

import { type AssociationTable, eachAssociation, isLearned } from './associations.ts'
import type { EntryIndex, IndexedEntry } from './entry-index.ts'
import type { QuestionFeatures } from './question-features.ts'
import { ASSOCIATION_SCALE, QUOTED_WEIGHT } from './thresholds.ts'

export interface Ranker {
  /** Scores the entries at these positions, in the same order. */
  score(question: QuestionFeatures, positions: readonly number[]): Float64Array
  /** What the question adds for the entry at one position by what the entry at another has not. */
  apart(question: QuestionFeatures, one: number, other: number): number
}

/** Keys of a question in the table of associations. */
export function associationKeys(question: QuestionFeatures): string[] {
  return [...question.stems, ...question.concepts.map((concept) => `=${concept}`)]
}

/** Fewer keys than this weigh as if they were so many: one odd word proves little. */
const FEWEST_KEYS = 3

/** 1 / sqrt(number of keys): a long message is no stronger evidence than a short one. */
export function questionNorm(question: QuestionFeatures): number {
  return 1 / Math.sqrt(Math.max(FEWEST_KEYS, question.stems.length + question.concepts.length))
}

/** How much of the row's own words the question holds: a row that is quoted outright is meant. */
function coverage(held: number, wordGain: number): number {
  if (wordGain === 0) return 0
  const share = held / wordGain
  return QUOTED_WEIGHT * share * share
}

/** All entries in a few long arrays: scoring reads them from end to end, over and over. */
function flattened(entries: readonly IndexedEntry[]) {
  const starts = new Int32Array(entries.length + 1)
  entries.forEach(({ features }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + features.length
  })
  const features = new Int32Array(starts.at(-1) ?? 0)
  entries.forEach((entry, at) => {
    features.set(entry.features, starts[at])
  })
  return {
    features,
    starts,
    /** Where the stems of each begin. */
    words: Int32Array.from(entries, ({ words }, at) => (starts[at] ?? 0) + words),
    norms: Float64Array.from(entries, ({ norm }) => norm),
    wordGains: Float64Array.from(entries, ({ wordGain }) => wordGain),
  }
}

/** The associations of one key with features that the loaded entries have; kept per word of the table once met. */
interface Pull {
  readonly numbers: number[]
  readonly values: number[]
}

/** Holds two scratch arrays, so a ranker serves one question at a time (scoring is synchronous). */
export function createRanker(index: EntryIndex, table: AssociationTable): Ranker {
  const flat = flattened(index.entries)
  const weight = new Float64Array(index.size)
  const shown = new Uint8Array(index.size)
  /** What the question before has left in the two: few of thousands, so clearing them all would take longer than scoring. */
  const touched: number[] = []
  const show = (number: number | undefined): void => {
    if (number === undefined) return
    shown[number] = 1
    weight[number] = (weight[number] ?? 0) + (index.gain[number] ?? 0)
    touched.push(number)
  }
  const met = new Map<string, Pull>()
  /** Numbers in the index of the table's features; -1 for those that no loaded entry has. */
  const numbered = Int32Array.from(table.features, (feature) => index.named(feature) ?? -1)
  const pullOf = (key: string): Pull => {
    const known = met.get(key)
    if (known) return known
    const pull: Pull = { numbers: [], values: [] }
    eachAssociation(table, key, (feature, value) => {
      const number = numbered[feature] ?? -1
      if (number < 0) return
      pull.numbers.push(number)
      pull.values.push(ASSOCIATION_SCALE * value)
    })
    if (isLearned(table, key)) met.set(key, pull)
    return pull
  }
  const associate = (question: QuestionFeatures): void => {
    for (const key of associationKeys(question)) {
      const { numbers, values } = pullOf(key)
      for (let at = 0; at < numbers.length; at += 1) {
        const number = numbers[at] ?? 0
        weight[number] = (weight[number] ?? 0) + (values[at] ?? 0)
        touched.push(number)
      }
    }
  }
  const weigh = (question: QuestionFeatures): void => {
    for (const number of touched) {
      weight[number] = 0
      shown[number] = 0
    }
    touched.length = 0
    associate(question)
    for (const stem of question.stems) show(index.stem(stem))
    for (const concept of question.concepts) show(index.named(concept))
  }
  return {
    apart(question, one, other) {
      weigh(question)
      const [a, b] = [index.entries[one], index.entries[other]]
      if (!a || !b) return 0
      const sum = (own: IndexedEntry, of: IndexedEntry): number =>
        own.features.reduce((total, number) => total + (of.features.includes(number) ? 0 : (weight[number] ?? 0)), 0)
      return (sum(a, b) - sum(b, a)) * Math.sqrt(a.norm * b.norm) * questionNorm(question)
    },
    score(question, positions) {
      weigh(question)
      const norm = questionNorm(question)
      const scores = new Float64Array(positions.length)
      const { features, starts, words, norms, wordGains } = flat
      for (let at = 0; at < positions.length; at += 1) {
        const position = positions[at] ?? 0
        const end = starts[position + 1] ?? 0
        const firstWord = words[position] ?? 0
        let sum = 0
        let held = 0
        for (let each = starts[position] ?? 0; each < end; each += 1) {
          const number = features[each] ?? 0
          sum += weight[number] ?? 0
          if (each >= firstWord && shown[number]) held += index.gain[number] ?? 0
        }
        scores[at] = sum * (norms[position] ?? 0) * norm + coverage(held, wordGains[position] ?? 0)
      }
      return scores
    },
  }
}
