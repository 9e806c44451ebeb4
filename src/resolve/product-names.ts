// Every way to call a product: its name, aliases, initials, joined spelling and telling parts of a name.

import type { Document } from '../domain/knowledge.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

/** A run of stems that calls one product, or several when it is only part of their names. */
export interface ProductName {
  readonly stems: readonly string[]
  readonly products: readonly string[]
  /** `full`: a name of its own. `part`: two or more words of a longer name. `word`: one telling word of it. */
  readonly strength: 'full' | 'part' | 'word'
}

/**
 * Names of all products of the documents, by first stem, longest first.
 * @param common Words that say too much besides to call a product on their own (the vocabulary, words of rows).
 */
export function productNames(
  documents: readonly Document[],
  common: (stem: string) => boolean,
): ReadonlyMap<string, readonly ProductName[]> {
  const full = new Map<string, Set<string>>()
  const parts = new Map<string, Set<string>>()
  for (const { product, aliases } of documents) {
    for (const name of new Set([product, ...aliases])) {
      const words = wordsOf(name)
      if (!words.length) continue
      note(full, words, product)
      if (words.length > 1) {
        note(full, [words.join('')], product)
        const initials = words.map((word) => word[0]).join('')
        if (!STOP_WORDS.has(initials)) note(full, [initials], product)
      }
      for (let from = 0; from < words.length; from += 1) {
        for (let to = from + 1; to <= words.length; to += 1) {
          const part = words.slice(from, to)
          if (part.length < words.length && !part.every((word) => STOP_WORDS.has(word))) note(parts, part, product)
        }
      }
    }
  }
  const names = new Map<string, ProductName[]>()
  const add = (key: string, products: ReadonlySet<string>, strength: ProductName['strength']): void => {
    const stems = key.split(' ')
    const first = stems[0] ?? ''
    const list = names.get(first) ?? []
    list.push({ stems, products: [...products], strength })
    names.set(first, list)
  }
  for (const [key, products] of full) add(key, products, 'full')
  for (const [key, products] of parts) {
    if (full.has(key)) continue
    if (key.includes(' ')) add(key, products, 'part')
    else if (key.length > 2 && !common(key)) add(key, products, 'word')
  }
  for (const list of names.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return names
}

function note(into: Map<string, Set<string>>, words: readonly string[], product: string): void {
  const key = words.map(stemOf).join(' ')
  const known = into.get(key)
  if (known) known.add(product)
  else into.set(key, new Set([product]))
}
