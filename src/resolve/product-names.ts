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
 * @param common Whether a word says too much besides to call this product on its own (the vocabulary, rows of others).
 */
export function productNames(
  documents: readonly Document[],
  common: (stem: string, product: string) => boolean,
): ReadonlyMap<string, readonly ProductName[]> {
  const full = new Map<string, Set<string>>()
  const parts = new Map<string, Set<string>>()
  const branded = new Set<string>()
  const makers = makersOf(documents)
  for (const { product, aliases } of documents) {
    for (const name of new Set([product, ...aliases].flatMap((called) => [called, ...withinParentheses(called)]))) {
      for (const [word] of name.matchAll(BRANDED)) for (const part of wordsOf(word)) branded.add(stemOf(part))
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
          if (part.length === words.length || isJoint(part, makers)) continue
          note(parts, part, product)
          if (part.length > 1) note(parts, [part.join('')], product)
        }
      }
    }
  }
  const isNone = (products: ReadonlySet<string>, key: string): boolean =>
    [...products].every((product) => !common(key, product))
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
    else if (key.length > 2 && (branded.has(key) && !makers.has(key) ? products.size === 1 : isNone(products, key)))
      add(key, products, 'word')
  }
  for (const list of names.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return names
}

/** "On OVHcloud", "of the": nothing of the name but small words, and who makes it. */
function isJoint(part: readonly string[], makers: ReadonlySet<string>): boolean {
  const telling = part.filter((word) => !STOP_WORDS.has(word))
  return telling.length < part.length && telling.every((word) => makers.has(stemOf(word)))
}

/** Stems of who provides and who uses: "SAP on OVHcloud" is not called by its provider. */
function makersOf(documents: readonly Document[]): ReadonlySet<string> {
  return new Set(documents.flatMap(castOf))
}

const castOf = ({ provider = '', parties }: Document): readonly string[] =>
  [provider, ...parties].flatMap(wordsOf).map(stemOf)

/** Those of several products: who makes one product alone hints at it. */
function makersOfSeveral(documents: readonly Document[]): ReadonlySet<string> {
  const made = new Map<string, Set<string>>()
  for (const document of documents)
    for (const stem of castOf(document)) made.set(stem, (made.get(stem) ?? new Set()).add(document.product))
  return new Set([...made].filter(([, products]) => products.size > 1).map(([stem]) => stem))
}

/**
 * Words that hint at a product without being its name: single words of its names, and other names that the trade gives
 * its kind. By run of stems.
 */
export function productHints(
  documents: readonly Document[],
  trade: readonly (readonly string[])[],
): ReadonlyMap<string, readonly string[]> {
  const hints = new Map<string, Set<string>>()
  const makers = makersOfSeveral(documents)
  for (const { product, aliases, id } of documents) {
    for (const name of [product, ...aliases, id]) {
      const words = wordsOf(name)
      const key = ` ${words.map(stemOf).join(' ')} `
      for (const word of words)
        if (word.length > 1 && !STOP_WORDS.has(word) && !VAGUE.has(word) && !makers.has(stemOf(word)))
          note(hints, [word], product)
      for (const kind of trade)
        if (kind.some((called) => key.includes(` ${wordsOf(called).map(stemOf).join(' ')} `)))
          for (const called of kind) note(hints, wordsOf(called), product)
    }
  }
  return new Map([...hints].map(([key, products]) => [key, [...products]]))
}

/** Words that stand in the names of products of every kind. */
export const VAGUE = new Set(
  'service services managed hosted cloud public private platform solution product system systems online enterprise pro plus standard premium shared'.split(
    ' ',
  ),
)

/** A word of a name that is nothing but a name: `SIEM`, `VoIP`, `OpenSearch`, `NAS-HA`. */
const BRANDED = /(?<![\p{L}\p{N}])[\p{L}\p{N}]*(?:\p{Ll}\p{Lu}|\p{Lu}\p{Lu})[\p{L}\p{N}]*/gu

/** "Mail Archive (ARC)": what stands before and what stands within. */
function withinParentheses(name: string): readonly string[] {
  const [, before = '', within = ''] = /^([^()]+)\(([^()]+)\)/.exec(name) ?? []
  return [before.trim(), within.trim()].filter(Boolean)
}

function note(into: Map<string, Set<string>>, words: readonly string[], product: string): void {
  const key = words.map(stemOf).join(' ')
  const known = into.get(key)
  if (known) known.add(product)
  else into.set(key, new Set([product]))
}
