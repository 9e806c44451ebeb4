// No loaded document says: what was understood, what is missing, what is covered, and what comes near.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Reading, Resolution } from '../domain/resolution.ts'
import { assertNever } from '../errors.ts'
import type { Answer, Block } from './answer.ts'
import { composeOptions } from './compose-options.ts'
import { rowAnswer } from './compose-row-answer.ts'
import { courtesyReply } from './courtesy.ts'
import { isOtherLanguage } from './language.ts'
import { productNote } from './product-note.ts'
import { typedWords } from './typed-words.ts'
import { listed, quoted, shortened } from './wording.ts'

type Found = Extract<Resolution, { kind: 'unknown' }>

/** How much of a person's own words is said back. */
const ECHO_LENGTH = 60
/** Products named before the rest is counted. */
const NAMED_PRODUCTS = 8

/** Whoever asks like this asks who is responsible, for whatever it may be. */
const ASKS_OWNER = /\b(?:who|whose|whom|who['’]?s|responsib\w+|accountab\w+)\b/iu

/** A shorter word begins too many others (letters). */
const SHORTEST_WORD = 5

/** What a verb may end with: back up, turn off. */
const PARTICLES = new Set(['up', 'down', 'off', 'out', 'over', 'back'])

/** The honest answer. */
export function composeUnknown(resolution: Found, knowledge: Knowledge): Answer {
  const courtesy = courtesyReply(resolution.reading.question, knowledge)
  if (courtesy) return { kind: 'unknown', blocks: [{ type: 'sentence', text: courtesy }], actions: [], items: [] }
  const { reading, reason, near } = resolution
  if (reason === 'holder-unknown') {
    const rows = near.filter((entry) => entry.type === 'activity')
    return { kind: 'unknown', ...rowAnswer(reading, rows, knowledge) }
  }
  if (isOtherLanguage(reading.question)) return englishOnly(knowledge)
  return {
    kind: 'unknown',
    blocks: [
      { type: 'sentence', text: missingWords(resolution, reason, knowledge) },
      ...nearBlocks(resolution),
      ...understoodNote(resolution, knowledge),
      { type: 'note', text: coveredWords(knowledge) },
    ],
    actions: [],
    // Nothing answers, so nothing is rested on: what comes near is on offer only.
    items: [],
  }
}

/** What was asked is not known, so nothing is said of what documents say. */
function englishOnly(knowledge: Knowledge): Answer {
  const text = 'I only read English questions, for example “who restores backups”.'
  const blocks = [{ type: 'sentence', text } as const, { type: 'note', text: coveredWords(knowledge) } as const]
  return { kind: 'unknown', blocks, actions: [], items: [] }
}

function missingWords(
  { missing, absent, reading, near }: Found,
  reason: Exclude<Found['reason'], 'holder-unknown'>,
  knowledge: Knowledge,
): string {
  const product = listed(reading.products)
  switch (reason) {
    case 'no-question':
      return 'Ask who is responsible for something, for example: who restores backups?'
    case 'product-not-covered':
      return `No loaded document covers ${missing ? quoted(shortened(missing, ECHO_LENGTH)) : 'that product'}.`
    case 'activity-not-covered':
      if (absent) return `There is no ${absent}${product ? ` in the ${product} document` : ' in any loaded document'}.`
      if (near.length) return `Not sure: ${noneWords(near)} says this in so many words. Nearest:`
      if (reading.about?.length === 0 && reading.basis === 'named')
        return `What about ${product}? Name the activity, for example “who restores backups”.`
      if (reading.about?.length === 0)
        return `I do not know what ${quoted(shortened(reading.question, ECHO_LENGTH))} is about. Name the activity, for example “who restores backups”.`
      return product
        ? `I do not know: the ${product} ${reading.products.length > 1 ? 'documents do' : 'document does'} not say.`
        : 'I do not know: no loaded document says.'
    case 'not-about-responsibility':
      return isTopical(reading, knowledge)
        ? 'I do not know: no loaded document says.'
        : 'I can only say who is responsible for what, and this does not look like such a question.'
    default:
      return assertNever(reason)
  }
}

/** Whether somebody asks for an owner, names a party, or uses a word of a row. */
function isTopical({ question, about = [] }: Reading, { documents }: Knowledge): boolean {
  if (ASKS_OWNER.test(question)) return true
  const said = ` ${question.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  if (documents.some(({ parties }) => parties.some((party) => said.includes(` ${party.toLowerCase()} `)))) return true
  const beginnings = about
    .filter((word) => word.length >= SHORTEST_WORD)
    .map((word) => word.replace(/(?:e?s|ed|ing)$/u, ''))
  return documents.some(({ entries }) =>
    entries.some((entry) => {
      const row = entry.type === 'activity' ? ` ${entry.text.toLowerCase()}` : ''
      return beginnings.some((word) => row.includes(` ${word}`))
    }),
  )
}

/** What was taken from the question, so that a person sees which word went wrong. */
function understoodNote({ reason, reading }: Found, knowledge: Knowledge): readonly Block[] {
  const asked = reason === 'not-about-responsibility' && isTopical(reading, knowledge)
  if (reason !== 'activity-not-covered' && reason !== 'product-not-covered' && !asked) return []
  const typed = typedWords(reading.about ?? [], reading.question)
  const words = typed.map((word) => withParticle(word, reading.question))
  const about = words.length ? `What I understood: ${words.join(', ')}.` : ''
  return [...(about ? [{ type: 'note', text: about } as const] : []), ...productNote(reading)]
}

/** `Products covered: Email Pro, OX Cloud.` */
export function coveredWords(knowledge: Knowledge): string {
  const products = [...new Set(knowledge.documents.map((document) => document.product))]
  const named = products.slice(0, NAMED_PRODUCTS)
  const rest = products.length - named.length
  return `Products covered: ${named.join(', ')}${rest ? ` and ${rest} more: “raci products” lists them all` : ''}.`
}

/** `backs up` for `backs`: half a verb says nothing. */
function withParticle(word: string, question: string): string {
  const words: readonly string[] = question.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []
  const next = words[words.indexOf(word) + 1]
  return words.includes(word) && next && PARTICLES.has(next) ? `${word} ${next}` : word
}

/** `no row of Email Pro`, `no statement of OX Cloud` */
function noneWords(near: readonly Entry[]): string {
  const types = new Set(near.map(({ type }) => type))
  const what = types.size > 1 ? 'nothing' : types.has('rule') ? 'no statement' : 'no row'
  return `${what} of ${listed([...new Set(near.map(({ product }) => product))], 'or')}`
}

function nearBlocks({ near, reason }: Found): readonly Block[] {
  if (!near.length) return []
  const said: readonly Block[] =
    reason === 'activity-not-covered' ? [] : [{ type: 'lines', lines: ['Near, but of other products:'] }]
  return [...said, { type: 'options', options: composeOptions(near, 'activity') }]
}
