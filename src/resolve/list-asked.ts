// Whether a question is answered by a list, and by which: rows of a scope, or products side by side.

import type { Document, Entry } from '../domain/knowledge.ts'
import type { ListScope } from '../domain/resolution.ts'
import type { ConceptFinder } from './concepts.ts'
import type { Candidate } from './decide.ts'
import { EVERY_PRODUCT, listRows, MOST_PRODUCTS } from './list.ts'
import { compareProducts, productsJoined, productsNamed } from './list-compare.ts'
import { variantAsked } from './list-variants.ts'
import type { Mention, Products } from './products.ts'
import type { Understanding } from './reading.ts'
import { LIST_DOUBT } from './thresholds.ts'

export interface Listed {
  readonly rows: readonly Entry[]
  readonly scope: ListScope
  /** The products listed, where the question named them; what it was understood to be about otherwise. */
  readonly products: readonly string[]
}

export interface Lister {
  readonly documents: readonly Document[]
  readonly products: Products
  /** Knows what people call sections. */
  readonly sections: ConceptFinder
  readonly finder: ConceptFinder
}

/**
 * The list that a question asks for; undefined when it asks for none, or for one that no document has.
 * @param doubt That any row answers; above `LIST_DOUBT` a topic alone is no list.
 * @param rankIn The candidates of one product for this question, best first.
 */
export function listAsked(
  understood: Understanding,
  doubt: number,
  rankIn: (product: string) => readonly Candidate[],
  { documents, products, sections, finder }: Lister,
): Listed | undefined {
  const { kind, text } = understood
  const all = text.split(' ')
  const mentions = products.mentions(all)
  const variant = kind.wants === 'set' ? variantAsked(all, mentions, documents) : undefined
  const named =
    kind.compares && !understood.products.length
      ? comparable(text, documents)
      : productsNamed(all, mentions, understood)
  const together = productsJoined(all, mentions)
  const several =
    named.length > 1 && (kind.compares || kind.wants === 'set' || named.every((one) => together.includes(one)))
  const asked = variant ? [variant.product] : several ? named : understood.products
  const isSet = kind.wants === 'set'
  if (!isSet && !several) return undefined
  const scoped = documents.filter(({ product }) => !asked.length || asked.includes(product))
  const among = variant ? scoped.map((document) => ({ ...document, entries: variant.entries })) : scoped
  const left = withoutNames(all, mentions, asked).filter((word) => !variant?.words.includes(word))
  const found =
    isSet || kind.compares
      ? listRows({
          text: variant ? textWithout(all, variant.words) : text,
          words: left,
          documents: among,
          sections,
          finder,
        })
      : undefined
  const limit = variant ? { variant: variant.name } : {}
  if (found && (isSet ? found.named || doubt < LIST_DOUBT : found.exact))
    return { rows: found.rows, scope: { ...found.scope, ...limit }, products: asked }
  if (!several || doubt > (kind.compares ? LIST_DOUBT : 0)) return undefined
  const compared = compareProducts(named, rankIn, kind.compares)
  return compared && { ...compared, products: named }
}

/** "On bare metal only" says nothing of who is alone. */
function textWithout(words: readonly string[], out: readonly string[]): string {
  const isOut = (word: string | undefined): boolean => word !== undefined && out.includes(word)
  return words.filter((word, at) => !isOut(word) && !(word === 'only' && isOut(words[at - 1]))).join(' ')
}

/** The products to set side by side where none is named: all that have a matrix, unless they are too many to look at. */
function comparable(text: string, documents: readonly Document[]): readonly string[] {
  const products = [...new Set(documents.filter(({ kind }) => kind === 'matrix').map(({ product }) => product))]
  return products.length <= MOST_PRODUCTS || EVERY_PRODUCT.test(text) ? products : []
}

/** The words of the question besides the names of its products; part of a name may be the topic: "everything on keys". */
function withoutNames(
  words: readonly string[],
  mentions: readonly Mention[],
  asked: readonly string[],
): readonly string[] {
  const names = mentions.filter(
    ({ strength, products }) => strength !== 'word' && products.some((one) => asked.includes(one)),
  )
  return words.filter((_, at) => !names.some(({ from, to }) => at >= from && at < to))
}
