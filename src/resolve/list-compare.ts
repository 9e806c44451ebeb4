// Two or more products that a question names, set side by side: the best row of each on what is asked.

import type { Entry } from '../domain/knowledge.ts'
import type { ListScope } from '../domain/resolution.ts'
import type { Candidate } from './decide.ts'
import type { Mention } from './products.ts'
import type { Understanding } from './reading.ts'
import type { Siblings } from './siblings.ts'
import { COMPARE_FRACTION, COMPARE_NEAR, COMPARE_SCORE, COMPARE_SURE, MOST_COMPARED } from './thresholds.ts'

const JOINT = /^(?:and|or|plus|vs|versus|than|with|against)$/
const BETWEEN = /^(?:on|for|of|in|the|our|to)$/

/**
 * Products that are named each by a name of its own, in the order of the words. A full name that is a common word too
 * counts where it is joined to another product's: "KMS and Block Storage".
 */
export function productsNamed(
  words: readonly string[],
  mentions: readonly Mention[],
  { products: asked, basis, kind }: Understanding,
): readonly string[] {
  if (basis !== 'named') return []
  const joined = kind.compares ? mentions : joinedMentions(words, mentions)
  return productsOf(
    mentions.filter(
      (mention) =>
        asked.includes(mention.products[0] ?? '') || (mention.strength === 'full' && joined.includes(mention)),
    ),
  )
}

/** Of the products named, those that the words join: "on X, Y and on Z". */
export function productsJoined(words: readonly string[], mentions: readonly Mention[]): readonly string[] {
  return productsOf(joinedMentions(words, mentions))
}

const productsOf = (mentions: readonly Mention[]): readonly string[] => [
  ...new Set(mentions.flatMap(({ products }) => (products.length === 1 ? products : []))),
]

/** Mentions in a row with a joint in it; of the names before the last, commas leave nothing between them. */
function joinedMentions(words: readonly string[], mentions: readonly Mention[]): readonly Mention[] {
  const joined = new Set<Mention>()
  for (let at = mentions.length - 1; at > 0; at -= 1) {
    const [first, second] = [mentions[at - 1], mentions[at]]
    if (!first || !second) continue
    const between = words.slice(first.to, second.from)
    const near = between.every((word) => JOINT.test(word) || BETWEEN.test(word))
    if (near && (between.some((word) => JOINT.test(word)) || joined.has(second))) joined.add(first).add(second)
  }
  return mentions.filter((mention) => joined.has(mention))
}

export interface Compared {
  readonly rows: readonly Entry[]
  readonly scope: ListScope
}

/**
 * The rows of each product that answer best; undefined when none of them comes near.
 * @param rankIn The candidates of one product, best first.
 * @param compares Whether the words ask for a comparison; without, the rows must come nearer.
 * @param siblings The same activity under other conditions, which may turn the owner round.
 * @param spoken Whether rows hold the very words: one word that does needs no high score.
 */
export function compareProducts(
  products: readonly string[],
  rankIn: (product: string) => readonly Candidate[],
  compares: boolean,
  siblings: Siblings,
  spoken = false,
): Compared | undefined {
  const ranked = products.map(rankIn)
  const highest = Math.max(0, ...ranked.map(([best]) => best?.score ?? 0))
  if (!compares && highest < COMPARE_SURE) return undefined
  const least = Math.max(spoken ? Number.MIN_VALUE : COMPARE_SCORE, highest * COMPARE_FRACTION)
  const rows = ranked.flatMap((own) => bestOf(own, least, siblings))
  return rows.length ? { rows, scope: { compared: products } } : undefined
}

/** The best row, the same under other conditions, and those as likely. */
function bestOf(ranked: readonly Candidate[], least: number, siblings: Siblings): readonly Entry[] {
  const [best] = ranked
  if (!best || best.score < least) return []
  const near = ranked.slice(1).filter(({ share }) => share >= best.share * COMPARE_NEAR)
  const rows = [best.entry, ...siblings(best.entry), ...near.map(({ entry }) => entry)]
  return [...new Set(rows)].slice(0, MOST_COMPARED)
}
