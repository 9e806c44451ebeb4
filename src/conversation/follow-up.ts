// "And who is informed?" on the same row, "and on Trusted Exchange?" the same question on another product.
// Only what stands alone as a follow-up is taken: anything that names an activity is a question of its own.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import { type Aspect, isDirect, type Reading, type Resolution } from '../domain/resolution.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import type { Context } from '../resolve/resolver.ts'
import { withClaim } from './claimed.ts'
import { followList } from './follow-list.ts'
import type { Inside } from './inside.ts'
import { partyNamed } from './party-named.ts'

/** Words that say which part in the row is asked for. */
const ASPECT_WORDS: Readonly<Record<string, Aspect>> = {
  informed: 'informed',
  notified: 'informed',
  told: 'informed',
  consulted: 'consulted',
  asked: 'consulted',
  accountable: 'accountable',
  answerable: 'accountable',
  responsible: 'responsible',
  does: 'responsible',
  us: 'is-it-us',
  we: 'is-it-us',
  ours: 'is-it-us',
  our: 'is-it-us',
}

/** Words that carry no question of their own in a follow-up. */
const EMPTY_WORDS = new Set(
  'and what about how then so also who whos is are gets get be must needs need have has to it that this the a for on in with of same question ok okay please else work do row one no i mean meant sorry actually rather instead involved anybody anyone somebody someone'.split(
    ' ',
  ),
)

const OPENING =
  /^\s*(?:(?:ok(?:ay)?|no|sorry|actually)\W+)*(?:and|what about|how about|same|also|then|i (?:mean|meant)|rather|on|for|in)\b/iu

/** The resolution of a follow-up; undefined when the text is a question of its own. */
export function followUp(
  text: string,
  memory: ConversationMemory | undefined,
  context: Context,
  inside: Inside,
): Resolution | undefined {
  if (!memory) return undefined
  const rest = words(text).filter((word) => !EMPTY_WORDS.has(word))
  const same = sameRow(text, rest, memory, inside)
  if (same || !OPENING.test(text)) return same
  // A party may be called much like a product: "and OVHcloud?".
  const known = inside.knowledge.documents.find(({ product }) => product === memory.product)?.parties ?? []
  const other = partyNamed(rest, known) === undefined ? sameQuestion(rest, memory, inside) : undefined
  return other ?? sameSet(rest, memory, context, inside)
}

/** After several rows: the list of another section or party, or the open choices once more. */
function sameSet(
  rest: readonly string[],
  memory: ConversationMemory,
  context: Context,
  inside: Inside,
): Resolution | undefined {
  if (memory.entry !== undefined || !rest.length || memory.shown.length < 2) return undefined
  const before = inside.resolver.resolve(memory.question, context)
  if (before.kind === 'list') return followList(rest, before, inside)
  if (before.kind !== 'choices') return undefined
  const aspect = aspectOf(rest)
  if (aspect === undefined && partyNamed(rest, partiesOf(before.options)) === undefined) return undefined
  return { ...before, reading: { ...before.reading, ...(aspect ? { aspect } : {}) } }
}

function words(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/['’]/gu, '')
      .match(/[\p{L}\p{N}.-]+/gu) ?? []
  )
}

/** Another part of the row that was just shown. */
function sameRow(
  text: string,
  rest: readonly string[],
  memory: ConversationMemory,
  { resolver, knowledge }: Inside,
): Resolution | undefined {
  const row = memory.entry === undefined ? undefined : resolver.entry(memory.entry)
  if (row?.type !== 'activity') return undefined
  const aspect = aspectOf(rest)
  if (aspect) return withClaim(rowResolution(row, memory.question, aspect), text, knowledge)
  const party = partyNamed(rest, partiesOf([row]))
  if (party !== undefined) return rowResolution(row, memory.question, memory.aspect, party)
  return partOfParty(row, rest, text, memory, knowledge)
}

/** "Is OVH accountable?": a party of the row and a part of it, and nothing else. */
function partOfParty(
  row: Activity,
  rest: readonly string[],
  text: string,
  { question }: ConversationMemory,
  knowledge: Knowledge,
): Resolution | undefined {
  const [parts, names] = [rest.filter((word) => isAspect(word)), rest.filter((word) => !isAspect(word))]
  const aspect = aspectOf(parts)
  const party = aspect && partyNamed(names, partiesOf([row]))
  if (!party) return undefined
  const supposed = withClaim(rowResolution(row, question, aspect), text, knowledge)
  return supposed.reading.claim ? supposed : rowResolution(row, question, aspect, party)
}

const isAspect = (word: string): boolean => Object.hasOwn(ASPECT_WORDS, word)

/** The part that the words ask for and nothing else. */
function aspectOf(rest: readonly string[]): Aspect | undefined {
  const aspects = rest.map((word) => (isAspect(word) ? ASPECT_WORDS[word] : undefined))
  return aspects.includes(undefined) ? undefined : aspects[0]
}

function partiesOf(entries: readonly Entry[]): readonly string[] {
  const rows = entries.filter((entry) => entry.type === 'activity')
  return [...new Set(rows.flatMap((row) => row.assignments.map((held) => held.party)))]
}

/** The same question on the product that the words name. */
function sameQuestion(rest: readonly string[], memory: ConversationMemory, inside: Inside): Resolution | undefined {
  const product = rest.length ? inside.resolver.product(rest.join(' ')) : undefined
  if (!product) return undefined
  const row = memory.entry === undefined ? undefined : inside.resolver.entry(memory.entry)
  const twin = row && inside.resolver.elsewhere(row).find((entry) => entry.product === product)
  if (row?.type === 'activity' && twin?.type === 'activity' && twin.text === row.text) {
    return rowResolution(twin, `${twin.text} on ${product}`, memory.aspect)
  }
  const question = withoutProducts(memory.question || (row?.type === 'activity' ? row.text : ''), inside)
  const found = inside.resolver.resolve(`${question.trim()} on ${product}`)
  // the part that was asked for last stays asked for
  const resolution = { ...found, reading: { ...found.reading, aspect: memory.aspect } }
  if (resolution.kind !== 'unknown' || isDirect(resolution) || !twin) return resolution
  return { ...resolution, near: [twin, ...resolution.near.filter((entry) => entry.id !== twin.id)] }
}

/** The question without the products it names by a name or alias. */
export function withoutProducts(question: string, { knowledge }: Inside): string {
  const asked = question.toLowerCase()
  const names = knowledge.documents
    .flatMap((document) => [document.product, ...document.aliases])
    .filter((name) => asked.includes(name.toLowerCase()))
    .toSorted((a, b) => b.length - a.length)
  return names.reduce((text, name) => {
    const pattern = `(?:\\b(?:on|for|of|in|with)\\s+)?(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')}(?![\\p{L}\\p{N}])`
    return text.replace(new RegExp(pattern, 'giu'), ' ')
  }, question)
}

/** A resolution that is this row, said as the person asked for it. */
export function rowResolution(row: Activity, question: string, aspect: Aspect, party?: string): Resolution {
  const part = party === undefined ? {} : { party }
  const reading: Reading = { question, products: [row.product], basis: 'named', aspect, ...part, understood: [] }
  if (row.lost) return { kind: 'unknown', reading, reason: 'holder-unknown', near: [row], evidence: [] }
  return { kind: 'answer', reading, rows: [row], evidence: [] }
}
