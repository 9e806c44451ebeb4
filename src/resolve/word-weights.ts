// What single words of a question say: for one entry, for any entry of the products asked about, and at all. A word that
// says much elsewhere and nothing here is the sign of an activity that a document does not have.

import { type AssociationTable, peakOf } from './associations.ts'
import type { EntryIndex } from './entry-index.ts'
import type { Ranker } from './rank.ts'

export interface WordWeight {
  /** What the word alone adds to the score of the entry. */
  readonly added: number
  /** The most that it adds to any entry of the products. */
  readonly most: number
  /** What it adds to entries that it is a word for, in practice; 0 for a word that nothing was learned about. */
  readonly peak: number
}

/** Bounds the memory that strange input can claim. */
const KEPT = 5_000

/** @returns the weight of a stem for the entry at a position, among these products (all when there are none). */
export function createWordWeights(
  { byProduct }: EntryIndex,
  ranker: Ranker,
  learned: AssociationTable,
  conceptsOf: (stems: readonly string[]) => readonly string[],
): (stem: string, position: number, products: readonly string[]) => WordWeight {
  const everywhere = [...byProduct.values()].flat()
  const known = new Map<string, number>()
  const featuresOf = (stem: string) => ({ stems: [stem], concepts: [...new Set(conceptsOf([stem]))] })
  /** @param product Absent: of any. */
  const mostIn = (stem: string, product?: string): number => {
    const key = product === undefined ? stem : `${stem} ${product}`
    const before = known.get(key)
    if (before !== undefined) return before
    const positions = product === undefined ? everywhere : (byProduct.get(product) ?? [])
    const most = ranker.score(featuresOf(stem), positions).reduce((a, b) => Math.max(a, b), 0)
    if (known.size >= KEPT) known.clear()
    known.set(key, most)
    return most
  }
  return (stem, position, products) => ({
    added: ranker.score(featuresOf(stem), [position])[0] ?? 0,
    most: products.length ? Math.max(...products.map((product) => mostIn(stem, product))) : mostIn(stem),
    peak: peakOf(learned, stem),
  })
}
