// All entries, ready to be scored: each as a list of feature numbers, with the rarity of every word and concept.

import type { Entry } from '../domain/knowledge.ts'
import type { ConceptFinder } from './concepts.ts'
import { featuresOf } from './entry-features.ts'
import { once } from './once.ts'
import { CONCEPT_WEIGHT, WORD_WEIGHT } from './thresholds.ts'

export interface IndexedEntry {
  readonly entry: Entry
  /** Numbers of its named features, then of its stems. */
  readonly features: Int32Array
  /** 1 / sqrt(number of named features and stems): long rows would win by length alone. */
  readonly norm: number
  /** Where its stems begin in `features`. */
  readonly words: number
  /** What a question gains that holds every one of its stems. */
  readonly wordGain: number
}

export interface EntryIndex {
  readonly entries: readonly IndexedEntry[]
  /** Positions in `entries` by product. */
  readonly byProduct: ReadonlyMap<string, readonly number[]>
  /** Number of a named feature, e.g. `restore`, `#incident`. */
  named(name: string): number | undefined
  /** Number of a stem of rows. */
  stem(stem: string): number | undefined
  /** The product whose rows alone hold this stem, more than once: its word, whatever else a question says. */
  owner(stem: string): string | undefined
  /** Whether rows of another product hold this stem. */
  elsewhere(stem: string, product: string): boolean
  /** What a question gains when it shows this feature too. */
  readonly gain: Float64Array
  /** Concepts of the action that the entry begins with. */
  leads(entry: Entry): readonly string[]
  /** Concepts that two entries share, 0 to 1 of the poorer one's. */
  likeness(a: Entry, b: Entry): number
  /** How many features there are. */
  readonly size: number
}

/** Builds the index once for a knowledge. */
export function indexEntries(entries: readonly Entry[], finder: ConceptFinder): EntryIndex {
  const numbers = new Map<string, number>()
  const seen: number[] = []
  const owners: string[] = []
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    seen[number] = (seen[number] ?? 0) + 1
    return number
  }
  const byProduct = new Map<string, number[]>()
  const indexed = entries.map((entry, position): IndexedEntry => {
    const { named, stems } = featuresOf(entry, finder)
    const features = Int32Array.from([
      ...named.map((name) => numberOf(name)),
      ...stems.map((stem) => numberOf(`~${stem}`)),
    ])
    for (const number of features)
      owners[number] = owners[number] === undefined || owners[number] === entry.product ? entry.product : ''
    const positions = byProduct.get(entry.product)
    if (positions) positions.push(position)
    else byProduct.set(entry.product, [position])
    return { entry, features, norm: 1 / Math.sqrt(Math.max(4, features.length)), words: named.length, wordGain: 0 }
  })
  const gain = new Float64Array(numbers.size)
  for (const [key, number] of numbers) {
    const rarity = Math.log(1 + entries.length / (seen[number] ?? 1))
    if (key.startsWith('~')) gain[number] = WORD_WEIGHT * rarity
    else if (!key.startsWith('#') && !key.startsWith('^')) gain[number] = CONCEPT_WEIGHT * rarity
  }
  const positions = new Map(entries.map((entry, position) => [entry, position]))
  const concepts = once((entry: Entry): ReadonlySet<number> => {
    const one = indexed[positions.get(entry) ?? -1]
    return new Set(one?.features.subarray(0, one.words).filter((number) => (gain[number] ?? 0) > 0))
  })
  return {
    entries: indexed.map((one) => ({
      ...one,
      wordGain: one.features.subarray(one.words).reduce((sum, number) => sum + (gain[number] ?? 0), 0),
    })),
    byProduct,
    named: (name) => numbers.get(name),
    stem: (stem) => numbers.get(`~${stem}`),
    owner(stem) {
      const number = numbers.get(`~${stem}`)
      return number === undefined || (seen[number] ?? 0) < 2 ? undefined : owners[number] || undefined
    },
    elsewhere(stem, product) {
      const number = numbers.get(`~${stem}`)
      return number !== undefined && owners[number] !== product
    },
    gain,
    leads: once((entry: Entry) =>
      featuresOf(entry, finder)
        .named.filter((name) => name.startsWith('^'))
        .map((name) => name.slice(1)),
    ),
    likeness(a, b) {
      const [one, other] = [concepts(a), concepts(b)]
      let both = 0
      for (const number of one) if (other.has(number)) both += 1
      return both / Math.max(1, Math.min(one.size, other.size))
    },
    size: numbers.size,
  }
}
