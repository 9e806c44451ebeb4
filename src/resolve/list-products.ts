// Which products a list is about where the question calls none by its name: rows are asked for, so a word that hints at
// one product alone is enough, and so is the company that is both a product's name and one of its parties.

import type { Document } from '../domain/knowledge.ts'
import { textOf } from './entry-features.ts'
import { once } from './once.ts'
import type { Understanding } from './reading.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

export interface Meant {
  readonly products: readonly string[]
  /** Stems of the question that said so: no topic of their own. */
  readonly by: readonly string[]
}

/** The products that are named, or the one that is hinted at; none where nothing tells. */
export function productsMeant({ products, hinted, words }: Understanding, documents: readonly Document[]): Meant {
  if (products.length)
    return { products, by: hinted.filter(({ product }) => products.includes(product)).flatMap(({ stems }) => stems) }
  const company = documents.filter((document) => words.some((word) => isOwnCompany(document, word, documents)))
  const [only, ...others] = new Set(company.map(({ product }) => product))
  if (only !== undefined && !others.length) return { products: [only], by: [] }
  const telling =
    hinted.length < 2
      ? hinted
      : hinted.filter((hint) => hint.stems.some((stem) => isOwn(stem, hint.product, documents)))
  const [hint, ...more] = telling
  return hint && !more.length ? { products: [hint.product], by: hint.stems } : { products: [], by: [] }
}

/** A party that the product is called after, and no other has: "PayLane" of the PayLane gateway. */
function isOwnCompany({ product, parties }: Document, word: string, documents: readonly Document[]): boolean {
  const isParty = (party: string): boolean => party.toLowerCase() === word
  return (
    !STOP_WORDS.has(word) &&
    parties.some(isParty) &&
    wordsOf(product).includes(word) &&
    documents.every((other) => other.product === product || !other.parties.some(isParty))
  )
}

/** Whether no other product's rows and headings speak of it. */
function isOwn(stem: string, product: string, documents: readonly Document[]): boolean {
  return documents.filter((document) => document.product !== product).every((document) => !stemsOf(document).has(stem))
}

/** Of all rows and headings of a document. */
const stemsOf = once(({ entries }: Document): ReadonlySet<string> => {
  const texts = new Set(entries.flatMap((entry) => [...entry.section, textOf(entry)]))
  return new Set([...texts].flatMap(wordsOf).map(stemOf))
})
