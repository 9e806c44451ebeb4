// What an answer follows from travels in the address, not in a session: every answer can be linked and reloaded.

import { ACTION_NAMES } from '../../src/answer/answer.ts'
import type { ActionCall } from '../../src/conversation/incoming.ts'
import { ASPECTS, type Aspect } from '../../src/domain/resolution.ts'
import { type Html, html } from './html.ts'

/** Longer earlier questions are not carried along (characters). */
const LONGEST_EARLIER = 300

/** The exchange before: its question, and the entry that its answer rested on. */
export interface Earlier {
  readonly question: string
  readonly entry?: string
  /** The part of the row that was asked for last. */
  readonly aspect?: Aspect
}

/** One request to the page: what was asked, after what, and the button that was pressed on its answer. */
export interface Trail {
  readonly question: string
  readonly earlier?: Earlier
  readonly action?: ActionCall
}

/** Reads an address or a form; undefined when nothing was asked. A button's name and value are taken as they come. */
export function readTrail(fields: URLSearchParams): Trail | undefined {
  const question = fields.get('q')
  const name = ACTION_NAMES.find((one) => fields.get(one))
  const value = name && fields.get(name)
  if (question === null && !value) return undefined
  const earlier = readEarlier(fields)
  return {
    question: question ?? '',
    ...(earlier ? { earlier } : {}),
    ...(name && value ? { action: { name, value } } : {}),
  }
}

function readEarlier(fields: URLSearchParams): Earlier | undefined {
  const question = fields.get('after')
  const entry = fields.get('row')
  if (!question || question.length > LONGEST_EARLIER) return undefined
  const aspect = ASPECTS.find((one) => one === fields.get('part'))
  return { question, ...(entry ? { entry } : {}), ...(aspect ? { aspect } : {}) }
}

/** The question and what it followed from, as hidden fields of a button's form. */
export function carryQuestion({ question, earlier }: Trail): Html {
  return html`<input type="hidden" name="q" value="${question}">${earlier && carryEarlier(earlier)}`
}

/** What the next question follows from, as hidden fields of the box's form. */
export function carryEarlier({ question, entry, aspect }: Earlier): Html | undefined {
  if (!question || question.length > LONGEST_EARLIER) return undefined
  return html`<input type="hidden" name="after" value="${question}">${entry && html`<input type="hidden" name="row" value="${entry}">`}${aspect && html`<input type="hidden" name="part" value="${aspect}">`}`
}
