// No loaded document says: what was understood, what is missing, what is covered, and what comes near.

import type { Knowledge } from '../domain/knowledge.ts'
import type { Resolution } from '../domain/resolution.ts'
import { assertNever } from '../errors.ts'
import type { Answer, Block } from './answer.ts'
import { composeOptions } from './compose-options.ts'
import { courtesyReply } from './courtesy.ts'
import { productNote } from './product-note.ts'
import { listed, quoted, shortened } from './wording.ts'

type Found = Extract<Resolution, { kind: 'unknown' }>

/** How much of a person's own words is said back. */
const ECHO_LENGTH = 60
/** Products named before the rest is counted. */
const NAMED_PRODUCTS = 8

/** What a verb may end with: back up, turn off. */
const PARTICLES = new Set(['up', 'down', 'off', 'out', 'over', 'back'])

/** The honest answer. */
export function composeUnknown(resolution: Found, knowledge: Knowledge): Answer {
  const courtesy = courtesyReply(resolution.reading.question, knowledge)
  if (courtesy) return { kind: 'unknown', blocks: [{ type: 'sentence', text: courtesy }], actions: [], items: [] }
  return {
    kind: 'unknown',
    blocks: [
      { type: 'sentence', text: missingWords(resolution) },
      ...understoodNote(resolution),
      ...nearBlocks(resolution),
      { type: 'note', text: coveredWords(knowledge) },
    ],
    actions: [],
    // Nothing answers, so nothing is rested on: what comes near is on offer only.
    items: [],
  }
}

function missingWords({ reason, missing, reading }: Found): string {
  const product = listed(reading.products)
  switch (reason) {
    case 'no-question':
      return 'Ask who is responsible for something, for example: who restores backups?'
    case 'product-not-covered':
      return `No loaded document covers ${missing ? quoted(shortened(missing, ECHO_LENGTH)) : 'that product'}.`
    case 'activity-not-covered':
      if (reading.about?.length === 0)
        return `I do not know what ${quoted(shortened(reading.question, ECHO_LENGTH))} is about. Name the activity, for example “who restores backups”.`
      return product
        ? `I do not know: the ${product} ${reading.products.length > 1 ? 'documents do' : 'document does'} not say.`
        : 'I do not know: no loaded document says.'
    case 'not-about-responsibility':
      return 'I can only say who is responsible for what, and this does not look like such a question.'
    default:
      return assertNever(reason)
  }
}

/** What was taken from the question, so that a person sees which word went wrong. */
function understoodNote({ reason, reading }: Found): readonly Block[] {
  if (reason !== 'activity-not-covered' && reason !== 'product-not-covered') return []
  const words = reading.about?.map((word) => withParticle(word, reading.question)) ?? []
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

function nearBlocks({ near }: Found): readonly Block[] {
  if (!near.length) return []
  return [
    { type: 'lines', lines: ['Near, but not the same:'] },
    { type: 'options', options: composeOptions(near, 'activity') },
  ]
}
