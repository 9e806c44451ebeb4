// What of a question can meet an entry: its words and the concepts they show.

import type { ConceptFinder } from './concepts.ts'
import { STOP_WORDS, stemOf } from './words.ts'

export interface QuestionFeatures {
  /** Stems without stop words, each once. */
  readonly stems: readonly string[]
  readonly concepts: readonly string[]
}

/** Features of the words that are left once product names are taken out. */
export function questionFeatures(words: readonly string[], finder: ConceptFinder): QuestionFeatures {
  const stems = words.map(stemOf)
  const concepts = new Set(finder.find(stems).map(({ concept }) => concept))
  const content = stems.filter((_, index) => !STOP_WORDS.has(words[index] ?? ''))
  return { stems: [...new Set(content)], concepts: [...concepts] }
}
