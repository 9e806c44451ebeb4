// Which product a question or a channel name speaks of, and which part of the text said so.

import Fuse from 'fuse.js'
import type { Document } from '../domain/knowledge.ts'
import { bareParty } from './parties.ts'
import { type ProductName, productHints, productNames, VAGUE } from './product-names.ts'
import { withShortNames } from './short-names.ts'
import { NAME_LENGTH_TOLERANCE, NAME_TOLERANCE, SHORTEST_FUZZY_NAME } from './thresholds.ts'
import { OUTSIDE_PRODUCTS, OUTSIDE_PROVIDERS } from './vocabulary/outside-products.ts'
import { TRADE_NAMES } from './vocabulary/trade-names.ts'
import { stemOf, wordsOf } from './words.ts'

export interface Mention {
  /** One product, or those that share the part of a name that was found. */
  readonly products: readonly string[]
  readonly from: number
  /** After the last word. */
  readonly to: number
  readonly strength: ProductName['strength']
  /** A short name that stands where products are named: "on kubernetes". */
  readonly placed?: true
}

export interface Outside {
  readonly name: string
  readonly from: number
  readonly to: number
  /** Another provider: its name decides even beside a short name of a loaded product. */
  readonly provider: boolean
}

export interface Hint {
  readonly product: string
  /** The stems that hint at it. */
  readonly stems: readonly string[]
}

export interface Products {
  readonly all: readonly string[]
  /** Mentions in a run of words (lower case, spelling corrected), left to right, longest first, not overlapping. */
  mentions(words: readonly string[]): readonly Mention[]
  /** Products that some words hint at without naming them: "the broker", "VDI"; to be borne out by their rows. */
  hinted(words: readonly string[]): readonly Hint[]
  /** What lies outside the loaded documents: its words as written, where they stand, and how firmly they say so. */
  outside(words: readonly string[]): Outside | undefined
  /** Words of outside names, for spelling. */
  readonly outsideWords: readonly string[]
  /** Words of each name that has several, for slips in each of them. */
  readonly names: readonly (readonly string[])[]
  /** The product that a name typed by a person means, tolerant of misspelling. */
  named(name: string): string | undefined
}

/**
 * @param common Whether a stem says too much else to call this product on its own.
 * @param elsewhere Whether rows of another product hold a stem: then it is no short name of this one.
 */
export function createProducts(
  documents: readonly Document[],
  common: (stem: string, product: string) => boolean,
  elsewhere: (stem: string, product: string) => boolean = () => true,
): Products {
  const names = productNames(documents, common)
  const all = [...new Set(documents.map((document) => document.product))]
  const labels = documents.flatMap(({ product, aliases }) => [product, ...aliases].map((name) => ({ name, product })))
  const fuse = new Fuse(labels, { keys: ['name'], threshold: NAME_TOLERANCE, includeScore: true })
  const hints = productHints(documents, TRADES)
  const outsiders = outsideNames(names, hints, insidersOf(documents))
  const named = (name: string): string | undefined => {
    const stems = wordsOf(name).map(stemOf)
    const [mention] = mentionsIn(stems, names)
    if (mention?.products.length === 1 && mention.to - mention.from === stems.length) return mention.products[0]
    const [short, ...others] = hints.get(stems.join(' ')) ?? []
    if (short !== undefined && !others.length && !stems.some((stem) => elsewhere(stem, short))) return short
    const wanted = name.trim()
    if (wanted.length < SHORTEST_FUZZY_NAME || mentionsIn(stems, outsiders).length) return undefined
    const [hit] = fuse.search(wanted, { limit: 1 })
    const near = hit && Math.abs(hit.item.name.length - wanted.length) <= NAME_LENGTH_TOLERANCE
    return near ? hit.item.product : undefined
  }
  return {
    all,
    mentions: (words) => withShortNames(words, mentionsIn(words.map(stemOf), names), hints, elsewhere),
    hinted: (words) => hintedBy(words.map(stemOf), hints),
    outside(words) {
      const [mention] = mentionsIn(words.map(stemOf), outsiders)
      if (!mention) return undefined
      const { from, to, products } = mention
      return { name: words.slice(from, to).join(' '), from, to, provider: products.includes(PROVIDER) }
    },
    outsideWords: `${OUTSIDE_PROVIDERS},${OUTSIDE_PRODUCTS}`.split(',').flatMap(wordsOf),
    names: labels.map(({ name }) => wordsOf(name)).filter((words) => words.length > 1),
    named,
  }
}

function mentionsIn(stems: readonly string[], names: ReadonlyMap<string, readonly ProductName[]>): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < stems.length; ) {
    const name = names
      .get(stems[at] ?? '')
      ?.find(({ stems: wanted }) => wanted.every((stem, step) => stems[at + step] === stem))
    if (name) found.push({ products: name.products, from: at, to: at + name.stems.length, strength: name.strength })
    at += name ? name.stems.length : 1
  }
  return found
}

const TRADES = TRADE_NAMES.trim()
  .split('\n')
  .map((line) => line.split(', '))

/** Longest words that hint at one product. */
const LONGEST_HINT = 4

/** The products that most of the hints agree on; none where everything hints at everything. */
function hintedBy(stems: readonly string[], hints: ReadonlyMap<string, readonly string[]>): readonly Hint[] {
  const votes = new Map<string, { count: number; stems: string[] }>()
  stems.forEach((_, from) => {
    for (let to = from + 1; to <= Math.min(stems.length, from + LONGEST_HINT); to += 1) {
      const run = stems.slice(from, to)
      const products = hints.get(run.join(' ')) ?? []
      for (const product of products) {
        const vote = votes.get(product) ?? { count: 0, stems: [] }
        vote.count += 1 / products.length
        vote.stems.push(...run)
        votes.set(product, vote)
      }
    }
  })
  const most = Math.max(0, ...[...votes.values()].map(({ count }) => count))
  return [...votes].filter(([, { count }]) => count === most).map(([product, vote]) => ({ product, stems: vote.stems }))
}

/** Whoever is a party of a loaded document or provides its product, by stems: never outside. */
function insidersOf(documents: readonly Document[]): ReadonlySet<string> {
  const names = documents.flatMap(({ provider = '', parties }) => [provider, ...parties, ...parties.map(bareParty)])
  return new Set(names.map(keyOf))
}

const keyOf = (name: string): string => wordsOf(name).map(stemOf).join(' ')

/** Whether an outside name is another for a loaded product: "managed k8s" of "Managed Kubernetes", not "hosted exchange" of "Trusted Exchange". */
function callsLoaded(words: readonly string[], hints: ReadonlyMap<string, readonly string[]>): boolean {
  const telling = words.filter((word) => !VAGUE.has(word))
  if (telling.length === words.length) return false
  const products = hints.get(telling.map(stemOf).join(' ')) ?? []
  const rest = words.filter((word) => VAGUE.has(word) && !/^services?$/.test(word))
  return products.some((product) => rest.every((word) => wordsOf(product).includes(word)))
}

/** Marks the names of other providers among outside names. */
const PROVIDER = '(provider)'

function outsideNames(
  loaded: ReadonlyMap<string, readonly ProductName[]>,
  hints: ReadonlyMap<string, readonly string[]>,
  insiders: ReadonlySet<string>,
): ReadonlyMap<string, readonly ProductName[]> {
  const names = new Map<string, ProductName[]>()
  const add = (list: string, products: readonly string[]): void => {
    for (const name of list.split(',')) {
      const stems = wordsOf(name).map(stemOf)
      const first = stems[0]
      if (first === undefined || mentionsIn(stems, loaded).some(({ from, to }) => to - from === stems.length)) continue
      if (insiders.has(stems.join(' ')) || hints.has(stems.join(' ')) || callsLoaded(wordsOf(name), hints)) continue
      names.set(first, [...(names.get(first) ?? []), { stems, products, strength: 'full' }])
    }
  }
  add(OUTSIDE_PROVIDERS, [PROVIDER])
  add(OUTSIDE_PRODUCTS, [])
  for (const list of names.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return names
}
