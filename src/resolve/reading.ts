// How a question is understood before anything is ranked: its words, the products it may be about, what it wants.

import type { Entry } from '../domain/knowledge.ts'
import type { ProductBasis } from '../domain/resolution.ts'
import { withoutNegated } from './negated.ts'
import type { Hint, Mention, Outside, Products } from './products.ts'
import { type QuestionKind, questionKind } from './question-kind.ts'
import type { Speller } from './spelling.ts'
import { withNamesRight, writtenOut } from './typed-names.ts'
import { plain, stemOf, wordsOf } from './words.ts'

/** What is known besides the question. */
export interface Context {
  /** The channel's name, without `#`. */
  readonly channel?: string
  /** Product the channel was bound to, as the knowledge names it. */
  readonly product?: string
  /** The entry that the previous answer of this conversation rested on, for follow-ups. */
  readonly previous?: Entry
}

export interface Understanding {
  /** The plain question with spelling corrected: what patterns are read on. */
  readonly text: string
  /** Words without product names, spelling corrected. */
  readonly words: readonly string[]
  /** Words of what the message says it does not mean. */
  readonly rejected: readonly string[]
  /** Products to search; empty: all. */
  readonly products: readonly string[]
  readonly basis?: ProductBasis
  /** Where no product was recognised: those that the words hint at, to be borne out by their rows. */
  readonly hinted: readonly Hint[]
  /** A product asked about that no document covers. */
  readonly missing?: string
  readonly kind: QuestionKind
  /** The words say that a condition of some rows does not hold: "we bought no option". */
  readonly unconditional: boolean
}

export interface Lexicon {
  readonly products: Products
  readonly speller: Speller
  /** Whether a stem is a word of documents or of the vocabulary, so that it may mean the thing and not the product. */
  readonly generic: (stem: string) => boolean
  /** Whether a stem is a word of the vocabulary or of another product's rows, so that it may not mean this product. */
  readonly saysElse: (stem: string, product: string) => boolean
  /** Concepts that a run of stems shows. */
  readonly conceptsOf: (stems: readonly string[]) => readonly string[]
  /** Whether a stem stands in the name of a party or a provider. */
  readonly isCast: (stem: string) => boolean
  /** Whether a stem stands in a row of the loaded documents. */
  readonly inRows: (stem: string) => boolean
}

export function understand(asked: string, context: Context, lexicon: Lexicon): Understanding {
  const { speller, products } = lexicon
  const question = writtenOut(asked).replace(TAG, '')
  const corrected = (text: string): readonly string[] => {
    const typed = wordsOf(text)
    const right = typed.map((word) => speller.correct(word))
    return withNamesRight(typed, right, products.names, speller.knows)
  }
  const all = corrected(question)
  const meant = withoutNegated(plain(question))
  const words = meant === plain(question) ? all : corrected(meant)
  const mentions = lexicon.products.mentions(words)
  const isWeak = (mention: Mention): boolean =>
    !mention.placed &&
    mention.to - mention.from === 1 &&
    mention.products.some((product) => lexicon.saysElse(stemOf(words[mention.from] ?? ''), product))
  const strong = mentions.filter((mention) => !isWeak(mention))
  const surrounding = surroundingProducts(context, lexicon.products)
  const text = all.join(' ') || plain(question)
  const dropped = new Set(strong.flatMap((mention) => range(mention.from, mention.to)))
  const kept = words.filter((_, at) => !dropped.has(at))
  const kind = questionKind(spelt(question, lexicon.speller))
  const rejected = all.filter((word) => !words.includes(word))
  const base = { text, words: kept, rejected, kind, unconditional: NO_CONDITION.test(text), hinted: [] }
  const outside = foreign(words, lexicon)
  const short = strong.every((mention) => mention.to - mention.from === 1)
  const topical =
    outside &&
    (isBorrowed(outside, mentions, words) ||
      (outside.provider
        ? short || isAskedOf(words, outside.from)
        : !strong.length && !mentions.length && (!surrounding || kept.length <= SHORT_QUESTION)))
  if (topical) return { ...base, products: [], missing: asWritten(outside.name, question) }
  const told = (found: readonly Mention[]): readonly string[] => {
    const products = narrow(found, words)
    return found.some(({ strength }) => strength === 'full') ? products : toldApart(products, words, lexicon)
  }
  if (strong.length) return { ...base, products: told(strong), basis: 'named' }
  if (surrounding) return { ...base, ...surrounding }
  if (mentions.length) return { ...base, products: told(mentions), basis: 'named' }
  if (lexicon.products.all.length === 1) return { ...base, products: lexicon.products.all, basis: 'only' }
  const unheard = unheardName(question, words, lexicon)
  if (unheard) return { ...base, products: [], missing: unheard }
  return { ...base, products: [], hinted: lexicon.products.hinted(words) }
}

/** What the question is about outside the loaded documents, unless it is named in passing or their rows know it. */
function foreign(words: readonly string[], lexicon: Lexicon): Outside | undefined {
  const outside = lexicon.products.outside(words)
  if (!outside || inPassing(words, outside.from)) return undefined
  const single = outside.to - outside.from === 1
  return single && lexicon.inRows(stemOf(words[outside.from] ?? '')) ? undefined : outside
}

/** "Shopify POS" is no Tilla POS: another name stands where the product's own begins. */
function isBorrowed({ to }: Outside, mentions: readonly Mention[], words: readonly string[]): boolean {
  return mentions.some(
    ({ from, strength, products }) =>
      strength !== 'full' && from === to && !products.some((product) => wordsOf(product)[0] === words[from]),
  )
}

/** "…, right?" asks for a yes and says nothing of the row. */
const TAG = /[,;.!?-] *(?:right|correct|true|yes|no|yeah|yep|ok|okay|eh|huh)[ ?!.]*$/i

/** "no option", "without a subscription to it", "we did not ask for it". */
const NO_CONDITION =
  /\b(?:no|without|not|never|nor|n't|didn|haven|don|hasn)\b(?: \w+){0,4} (?:options?|optional|subscri\w*|add ?ons?|extras?|requested|request|ask(?:ed)?|managed backup|book(?:ed)?|order(?:ed)?)\b/

/** In a product's channel a name from outside is the topic of a short question only; in a story it is named in passing. */
const SHORT_QUESTION = 6

function surroundingProducts(
  context: Context,
  products: Products,
): { products: readonly string[]; basis: ProductBasis } | undefined {
  if (context.product) return { products: [context.product], basis: 'bound' }
  const words = wordsOf((context.channel ?? '').replaceAll('_', '-'))
  const channel = products.mentions(words)
  const found = channel.filter((mention) => mention.strength !== 'word' || channel.length === 1)
  if (found.length) return { products: narrow(found), basis: 'channel' }
  const [hint, ...others] = products.hinted(words)
  if (hint && !others.length) return { products: [hint.product], basis: 'channel' }
  if (context.previous) return { products: [context.previous.product], basis: 'previous' }
  return undefined
}

/** Full names win over parts of names; the products of all that is left. What is left behind or moved to is no topic. */
function narrow(mentions: readonly Mention[], words: readonly string[] = []): readonly string[] {
  const best = (['full', 'part', 'word'] as const).find((strength) =>
    mentions.some((mention) => mention.strength === strength),
  )
  const named = mentions.filter((mention) => mention.strength === best)
  const topical = named.filter((mention) => !inPassing(words, mention.from))
  return [...new Set((topical.length ? topical : named).flatMap((mention) => mention.products))]
}

/** Of several products that share a part of their names, those whose names hold more of what the question says. */
function toldApart(found: readonly string[], words: readonly string[], lexicon: Lexicon): readonly string[] {
  if (found.length < 2) return found
  const said = new Set(lexicon.conceptsOf(words.map(stemOf)))
  const overlap = found.map(
    (product) => new Set(lexicon.conceptsOf(wordsOf(product).map(stemOf))).intersection(said).size,
  )
  const most = Math.max(...overlap)
  return found.filter((_, at) => overlap[at] === most)
}

const PASSING = new Set(['from', 'off', 'onto', 'to', 'into', 'than', 'like', 'with', 'via', 'using', 'towards', 'or'])

/** "Moving from Zimbra to here" is about here. */
function inPassing(words: readonly string[], at: number): boolean {
  return (
    PASSING.has(words[at - 1] ?? '') ||
    (['the', 'our', 'my', 'old', 'a'].includes(words[at - 1] ?? '') && PASSING.has(words[at - 2] ?? ''))
  )
}

/** "Does AWS patch Email Pro", "should Hetzner …": whoever is asked whether they do it is no party here. */
function isAskedOf(words: readonly string[], at: number): boolean {
  return /^(?:does|do|did|can|could|must|should|shall|will|would)$/.test(words[at - 1] ?? '')
}

/** A capitalised name that nothing loaded knows, where no product was recognised: "who patches Nutanix". */
function unheardName(question: string, words: readonly string[], lexicon: Lexicon): string | undefined {
  for (const [name] of question.slice(1).matchAll(/(?<=\s)\p{Lu}[\p{L}\p{N}]{3,}(?:\s\p{Lu}[\p{L}\p{N}]+)*/gu)) {
    const parts = wordsOf(name)
    const isUnheard = (part: string): boolean => !lexicon.speller.knows(part) && !lexicon.isCast(stemOf(part))
    if (parts.length && parts.every((part) => isUnheard(part) && words.includes(part))) return name
  }
  return undefined
}

/** A name in the person's own spelling, where their words hold it. */
function asWritten(name: string, question: string): string {
  const at = question.toLowerCase().indexOf(name)
  return at < 0 ? name : question.slice(at, at + name.length)
}

/** The question as a person would have spelt it: punctuation stays, for patterns. */
function spelt(question: string, speller: Speller): string {
  return plain(question).replace(/[\p{L}]{4,}/gu, (word) => speller.correct(word))
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, step) => from + step)
