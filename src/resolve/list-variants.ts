// A variant of a product that a list is limited to: "SAP on Bare Metal" is one column of the SAP document, even where
// bare metal is a product as well.

import type { Document, Entry } from '../domain/knowledge.ts'
import type { Mention } from './products.ts'
import { stemOf, wordsOf } from './words.ts'

export interface Variant {
  readonly product: string
  /** As the document writes it. */
  readonly name: string
  /** The rows that apply to it. */
  readonly entries: readonly Entry[]
  /** Words of the question that named it. */
  readonly words: readonly string[]
}

/** The variant named beside its product; undefined when the question names none. */
export function variantAsked(
  words: readonly string[],
  mentions: readonly Mention[],
  documents: readonly Document[],
): Variant | undefined {
  for (const document of documents) {
    if (!mentions.some(({ products }) => products.length === 1 && products[0] === document.product)) continue
    const variants = new Set(
      document.entries.flatMap((entry) => (entry.type === 'activity' ? (entry.appliesTo ?? []) : [])),
    )
    for (const name of variants) {
      const own = wordsOf(name).filter(
        (word) => [...variants].filter((other) => wordsOf(other).includes(word)).length === 1,
      )
      const stems = new Set(own.map(stemOf))
      const said = words.filter((word) => stems.has(stemOf(word)))
      if (!own.length || new Set(said.map(stemOf)).size < stems.size) continue
      const entries = document.entries.filter(
        (entry) => entry.type !== 'activity' || (entry.appliesTo ?? [name]).includes(name),
      )
      return { product: document.product, name, entries, words: said }
    }
  }
  return undefined
}
