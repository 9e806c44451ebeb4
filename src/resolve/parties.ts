// Which parties a question names: columns of the loaded documents by their names, the company behind a product, and the
// two sides that people call "we" and "they". What is asked of them is the concern of letter-tests.ts.

import type { Document } from '../domain/knowledge.ts'
import { withoutFrames } from './asides.ts'
import { once } from './once.ts'
import { STOP_WORDS, wordsOf } from './words.ts'

/** Sides of a document: people say "we" and "they" where its columns have names. */
export type Side = 'customer' | 'provider'

/** Whom a question means: one column, whoever stands on a side, or with neither any party at all. */
export interface Who {
  readonly party?: string
  readonly side?: Side
}

export interface Mention {
  readonly who: Who
  /** Offsets in the text. */
  readonly from: number
  readonly to: number
  /** A pronoun may belong to the story ("we're leaving"); a name is meant. */
  readonly by: 'name' | 'pronoun'
}

/** Who may be spoken of. */
export interface Cast {
  /** Columns of the documents, each once. */
  readonly parties: readonly string[]
  /** Companies that provide the products. */
  readonly providers: readonly string[]
  /** Words of the products asked about: a company's name in front of one belongs to the product. */
  readonly productWords: ReadonlySet<string>
  /** The question as it was written, where letters tell a party from a word: "IT" from "it". */
  readonly written?: string
  /** The ways to speak of all these, where they were worked out before. */
  readonly ways?: readonly Way[]
}

/** One way to speak of somebody. */
interface Way {
  readonly who: Who
  readonly by: Mention['by']
  readonly pattern: RegExp
}

/** Who may be spoken of in a question about these documents. @param written The question as the person wrote it. */
export function castOf(documents: readonly Document[], written?: string): Cast {
  return { ...castIn(documents), ...(written === undefined ? {} : { written }) }
}

const castIn = once((documents: readonly Document[]): Cast => {
  const cast = {
    parties: [...new Set(documents.flatMap(({ parties }) => parties))],
    providers: [...new Set(documents.flatMap(({ provider }) => provider ?? []))],
    productWords: new Set(documents.flatMap(({ product }) => wordsOf(product)).filter((word) => !STOP_WORDS.has(word))),
  }
  return { ...cast, ways: waysOf(cast) }
})

/** The text with every party called the same, whatever its column is named, for patterns that know no document. */
export function withPartiesCalled(text: string, cast: Cast): string {
  const named = mentionsOf(text, cast).filter(({ by, who }) => by === 'name' && (who.party ?? who.side) !== undefined)
  return named.reduceRight(
    (said, { from, to }) => `${said.slice(0, from).replace(/\b(?:the|an?) $/, '')}the partner${said.slice(to)}`,
    text,
  )
}

const CUSTOMER_PARTY = /\b(customer|client|tenant|user|business|buyer|subscriber)/i
const PROVIDER_PARTY = /\b(provider|vendor|supplier|hoster|host)/i

/** Whether a column is the customer's, by its name. */
export function isCustomer(party: string): boolean {
  return CUSTOMER_PARTY.test(party)
}

/** A column's name without what documents add to it: "Client Role", "Security Team". */
export function bareParty(party: string): string {
  const words = party
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.replace(/(?<=\w) (role|team)s?$/, '')
}

const PRONOUNS: readonly (readonly [side: Side, pattern: RegExp])[] = [
  ['customer', /\b(we|us|ours?|ourselves|i|my|mine|me)\b/g],
  ['provider', /\b(you|yours?|yourselves|they|theirs?|them)\b/g],
]

const GENERIC: readonly (readonly [side: Side, names: string])[] = [
  ['customer', 'customer|client|tenant|subscriber'],
  ['provider', 'provider|vendor|supplier|hoster|host'],
]

/**
 * Every mention, left to right, not overlapping.
 * @param text Words in lower case with single spaces between them.
 */
export function mentionsOf(text: string, cast: Cast): readonly Mention[] {
  const { productWords, written, ways = waysOf(cast) } = cast
  const bare = withoutFrames(text)
  const found: Mention[] = []
  for (const { who, by, pattern } of ways) {
    if (bare.search(pattern) < 0) continue
    for (const match of bare.matchAll(pattern)) {
      if (STOP_WORDS.has(match[0]) && by === 'name' && !isCapital(text, match, written)) continue
      const from = match.index
      const to = from + match[0].length
      const next = /^ (\w+)/.exec(bare.slice(to))?.[1]
      const ofProduct = next !== undefined && productWords.has(next) && !isGeneric(match[0])
      if (!ofProduct && !found.some((other) => from < other.to && other.from < to)) found.push({ who, by, from, to })
    }
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/** Those that are looked for first take their words from the others. */
function waysOf({ parties, providers, productWords }: Cast): readonly Way[] {
  const ways: Way[] = []
  const add = (who: Who, by: Mention['by'], pattern: RegExp): void => {
    ways.push({ who, by, pattern })
  }
  for (const party of parties.toSorted((a, b) => b.length - a.length)) {
    const name = bareParty(party)
    const isProduct = name.split(' ').every((word) => productWords.has(word)) && !isGeneric(name)
    if (name) add(whoIs(party, parties), 'name', isProduct ? asParty(escaped(name)) : named(escaped(name)))
  }
  add({}, 'name', ANYONE)
  for (const provider of providers) add(onSide('provider', parties, provider), 'name', companyAsParty(provider))
  for (const [side, names] of GENERIC) add(onSide(side, parties), 'name', named(names))
  for (const [side, pattern] of PRONOUNS) add(onSide(side, parties), 'pronoun', pattern)
  return ways
}

const ANYONE =
  /\b(?:an?|any|one|some|another|either|at least one)(?: of the)? (?:two )?(?:party|parties|sides?|columns?)\b|\bone of (?:them|the two)\b|\b(?:some|any)(?:body|one)\b/g

/** Whether a word that is a party only in capitals ("IT") stands so in the question as written. */
function isCapital(text: string, { 0: word, index }: RegExpMatchArray, written = ''): boolean {
  const pattern = new RegExp(`\\b${word}\\b`, 'giu')
  const before = [...text.slice(0, index).matchAll(pattern)].length
  const spelt = [...written.matchAll(pattern)][before]?.[0]
  return spelt !== undefined && spelt === spelt.toUpperCase()
}

const isGeneric = (name: string): boolean => isCustomer(name) || PROVIDER_PARTY.test(name)

/** A column alone on its side is the side: other documents call it otherwise. */
function whoIs(party: string, parties: readonly string[]): Who {
  const peers = parties.filter((other) => isCustomer(other) === isCustomer(party))
  return peers.length === 1 ? { side: isCustomer(party) ? 'customer' : 'provider' } : { party }
}

/** Among several columns that are not the customer's, the provider is the one that is called so. */
function onSide(side: Side, parties: readonly string[], company?: string): Who {
  const others = parties.filter((party) => !isCustomer(party))
  if (side === 'customer' || others.length < 2) return { side }
  const column = others.find((party) => bareParty(party) === company?.toLowerCase() || PROVIDER_PARTY.test(party))
  return column ? { party: column } : { side }
}

/** "customer data" and "client software" are nobody who does something. */
function named(names: string): RegExp {
  return new RegExp(
    `\\b(?:${names})s?( s)?\\b(?! (information|data|service|software|area|is (?:installation|setup))\\b)`,
    'g',
  )
}

const COMPANY_THEN =
  's|does|do|must|has|have|is|are|should|will|only|just|merely|simply|alone|itself|still|column|holds?|carries|carry|wants?|needs?|takes?|part|role|side|as|row|cell|duties|tasks|and|i|a|c|r|ra|stays?|keeps?|jobs?|work|responsible|accountable|never|not|cannot|refuses?'
const THEN_COMPANY =
  'does|do|must|is|are|by|should|will|has|have|did|consults?|informs?|asks?|tells?|as|only|without|no|any|with|purely|solely|t|not|never|isnt|doesnt|except|but|outside|beyond'

/** A company is a party where it does or has something, as products carry its name too: "does Acme", "Acme must". */
function companyAsParty(company: string): RegExp {
  const name = company.toLowerCase()
  const starts = [...name].map((_, end) => name.slice(0, end + 1)).filter((start) => start.length >= SHORTEST_COMPANY)
  return asParty(starts.toReversed().map(escaped).join('|'))
}

/** @param forms Alternatives of a pattern. */
function asParty(forms: string): RegExp {
  return new RegExp(`\\b(${forms})s?\\b(?= (${COMPANY_THEN})\\b)|(?<=\\b(${THEN_COMPANY}) )(${forms})s?\\b`, 'g')
}

/** People shorten a company's name ("ovh"), but not to two letters. */
const SHORTEST_COMPANY = 3

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
