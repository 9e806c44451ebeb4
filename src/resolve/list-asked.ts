// Whether a question is answered by a list, and by which: rows of a scope, or products side by side.

import type { Document, Entry } from '../domain/knowledge.ts'
import type { ListScope } from '../domain/resolution.ts'
import { aboutWords } from './about.ts'
import type { ConceptFinder } from './concepts.ts'
import type { Candidate } from './decide.ts'
import { EVERY_PRODUCT, type ListFound, listRows, MOST_PRODUCTS } from './list.ts'
import { compareProducts, productsJoined, productsNamed } from './list-compare.ts'
import { activitiesOf } from './list-everywhere.ts'
import { productsMeant } from './list-products.ts'
import { telling, topicRows } from './list-topic.ts'
import { variantAsked } from './list-variants.ts'
import { once } from './once.ts'
import { castOf, withPartiesCalled } from './parties.ts'
import type { Mention, Products } from './products.ts'
import { asksWhetherAlike, wantsSet } from './question-kind.ts'
import type { Understanding } from './reading.ts'
import type { Siblings } from './siblings.ts'
import { COMPARE_DOUBT, LIST_DOUBT } from './thresholds.ts'
import { plain, stemOf } from './words.ts'

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
  readonly siblings: Siblings
}

/**
 * The list that a question asks for; undefined when it asks for none, or for one that no document has.
 * @param question As it was written.
 * @param doubt That any row answers; above `LIST_DOUBT` a topic alone is no list.
 * @param sole Whether one row fits far better than all others: then the words of a heading are its words.
 * @param rankIn The candidates of one product for this question, best first.
 */
export function listAsked(
  question: string,
  understood: Understanding,
  doubt: number,
  sole: boolean,
  rankIn: (product: string) => readonly Candidate[],
  { documents, products, sections, finder, siblings }: Lister,
): Listed | undefined {
  const { kind, text } = understood
  const meant = productsMeant(understood, documents)
  const about = documentsOn(meant.products, documents)
  const isSet = kind.wants === 'set' || wantsSet(withPartiesCalled(plain(question), castOf(about, question)))
  const all = text.split(' ')
  const mentions = products.mentions(all)
  const variant = isSet ? variantAsked(all, mentions, documents) : undefined
  const named =
    kind.compares && !meant.products.length ? comparable(text, documents) : productsNamed(all, mentions, understood)
  const together = productsJoined(all, mentions)
  const compares = kind.compares || (named.length > 1 && asksWhetherAlike(text))
  const several = named.length > 1 && (compares || isSet || named.every((one) => together.includes(one)))
  const asked = variant ? [variant.product] : several ? named : meant.products
  const scoped = documentsOn(asked, documents)
  const among = variant ? scoped.map((document) => ({ ...document, entries: variant.entries })) : scoped
  const left = withoutNames(all, mentions, asked).filter((word) => !variant?.words.includes(word))
  // "end of service trusted exchange": the words of a heading and nothing else
  const titled = !sole && asked.length === 1 && left.length <= TITLE_WORDS && !ASKS.test(text)
  if (!isSet && !several && !titled) return undefined
  const found =
    isSet || compares || titled
      ? listRows({
          text: variant ? textWithout(all, variant.words) : text,
          words: left,
          documents: among,
          sections,
          finder,
          written: question,
          hints: meant.by,
        })
      : undefined
  const limit = variant ? { variant: variant.name } : {}
  if (found && (isSet ? found.named || (doubt < LIST_DOUBT && !isOneRow(found)) : found.exact))
    return { rows: found.rows, scope: { ...found.scope, ...limit }, products: asked }
  if (!several) return undefined
  const spoken = compares && isInRows(left, documentsOn(named, documents), finder)
  if (!spoken && doubt > (compares ? COMPARE_DOUBT : 0)) return undefined
  const compared = compareProducts(named, rankIn, compares, siblings, spoken)
  return compared && { ...compared, products: named }
}

/** Whether what is compared is spoken of in these documents by the very words: then no other row can be meant. */
function isInRows(words: readonly string[], documents: readonly Document[], finder: ConceptFinder): boolean {
  const about = aboutWords(words, () => true)
  return topicRows(about, documents.flatMap(activitiesOf), finder, NO_STEMS).worded.length > 0
}

/** The documents on these products; all where none is asked about. What is known of a selection is found again by it. */
function documentsOn(products: readonly string[], documents: readonly Document[]): readonly Document[] {
  const [product, ...others] = products
  if (product === undefined) return documents
  if (!others.length) return byProduct(documents).get(product) ?? []
  return documents.filter((document) => products.includes(document.product))
}

const byProduct = once((documents: readonly Document[]) => Map.groupBy(documents, ({ product }) => product))

/** A heading has at most so many words. */
const TITLE_WORDS = 4
const ASKS = /\b(?:who|whose|whom|which|what|when|how|where|is|are|do|does|must|should|can)\b/

/**
 * Whether a question asks for rows and says nothing of which: "list everything", or of things that nobody has heard of.
 * @param isKnown Whether documents or the vocabulary have the stem.
 */
export function saysNoScope(
  { kind, words, products: asked }: Understanding,
  products: Products,
  isKnown: (stem: string) => boolean,
): boolean {
  const said = telling(withoutNames(words, products.mentions(words), asked), NO_STEMS)
  const asksForRows =
    kind.wants === 'set' || (!said.length && /^(?:list|show|print|overview|everything)\b/.test(words.join(' ')))
  return asksForRows && !said.some((word) => /\p{L}/u.test(word) && isKnown(stemOf(word)))
}

const NO_STEMS: ReadonlySet<string> = new Set()

/** One row on a topic is no list: what answers is decided as of any question. */
function isOneRow({ rows, scope }: ListFound): boolean {
  return rows.length === 1 && rows[0]?.type === 'activity' && scope.topic !== undefined && scope.holds === undefined
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

const ENDS = /\bend of(?: the| our| your| my)?$/

/**
 * The words of the question besides the names of its products; part of a name may be the topic: "everything on keys".
 * The end of a product is the end of the service.
 */
function withoutNames(
  words: readonly string[],
  mentions: readonly Mention[],
  asked: readonly string[],
): readonly string[] {
  const names = mentions.filter(
    ({ strength, products }) => strength !== 'word' && products.some((one) => asked.includes(one)),
  )
  return words.flatMap((word, at) => {
    const name = names.find(({ from, to }) => at >= from && at < to)
    if (!name) return [word]
    return at === name.from && ENDS.test(words.slice(0, at).join(' ')) ? ['service'] : []
  })
}
