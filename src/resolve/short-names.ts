// Short names of products where products are named: a telling word of a name, or what the trade calls its kind, calls
// the product in "on kubernetes" and beside another product in a comparison. Elsewhere it may be the thing and not the
// product, and its rows have to bear it out.

import { VAGUE } from './product-names.ts'
import type { Mention } from './products.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

/** Longest words of a short name. */
const LONGEST = 4
const BEFORE = /(?:^| )on(?: the| our| my| your)?$/
/** What may follow a name, besides a word without a meaning of its own. */
const AFTER = /^(?:services?|platform)$/
const JOINT = /(?:^| )(?:and|or|vs|versus|than|with|against)(?: on| in| for| of)?(?: the| our)?$/
const COMPARES = /^(?:compar(?:e|ed|es|ing|ison)|vs|versus|differences?|differs?)$/

/**
 * The mentions with those of short names that stand in such a place and hint at one product alone.
 * @param words Lower case, spelling corrected.
 * @param hints Products by run of stems.
 * @param elsewhere Whether rows of another product hold a stem.
 */
export function withShortNames(
  words: readonly string[],
  mentions: readonly Mention[],
  hints: ReadonlyMap<string, readonly string[]>,
  elsewhere: (stem: string, product: string) => boolean,
): readonly Mention[] {
  const free = (from: number, to: number): boolean => !mentions.some((other) => from < other.to && other.from < to)
  const short = shortNames(words, hints).filter(({ from, to }) => free(from, to))
  const all = [...mentions, ...short].toSorted((a, b) => a.from - b.from)
  const compares = words.some((word) => COMPARES.test(word))
  const joins = (one: Mention | undefined, other: Mention | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    one.products.join() !== other.products.join() &&
    JOINT.test(words.slice(one.to, other.from).join(' '))
  return all.filter((mention, at) => {
    if (!mention.placed) return true
    const [product = ''] = mention.products
    const stems = words.slice(mention.from, mention.to).map(stemOf)
    if (isPlaced(mention, words) && !stems.some((stem) => elsewhere(stem, product))) return true
    return compares && (joins(all[at - 1], mention) || joins(mention, all[at + 1]))
  })
}

/** The longest run at each place that hints at one product alone. */
function shortNames(words: readonly string[], hints: ReadonlyMap<string, readonly string[]>): readonly Mention[] {
  const found: Mention[] = []
  const stems = words.map(stemOf)
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + LONGEST); to > from; to -= 1) {
      const products = hints.get(stems.slice(from, to).join(' '))
      if (products?.length !== 1) continue
      const before = isOfName(words[from - 1], products[0]) ? from - 1 : from
      found.push({ products, from: before, to, strength: 'full', placed: true })
      from = to - 1
      break
    }
  }
  return found
}

/** "managed k8s" of a Managed Kubernetes: a word that many names have, and this one has too. */
function isOfName(word = '', product = ''): boolean {
  return VAGUE.has(word) && wordsOf(product).includes(word)
}

function isPlaced({ from, to, products }: Mention, words: readonly string[]): boolean {
  const next = words[to]
  if (to - from > 1 && isOfName(words[from], products[0])) return true
  return BEFORE.test(words.slice(0, from).join(' ')) && (next === undefined || STOP_WORDS.has(next) || AFTER.test(next))
}
