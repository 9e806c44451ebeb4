// What a person can do after an answer; every value finds its way back without a memory of the conversation.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Action } from './answer.ts'

/** Longest value a platform carries back (see `Action.value`). */
const VALUE_LENGTH = 300

/** Show the section, the same on other products, and what to do when this was not meant. */
export function nextActions(entry: Entry, question: string, knowledge: Knowledge): readonly Action[] {
  const products = new Set(knowledge.documents.map((document) => document.product))
  const section: Action = { name: 'section', value: entry.id, label: 'Show section' }
  const elsewhere: Action = { name: 'elsewhere', value: entry.id, label: 'Other products' }
  return [section, ...(entry.type === 'activity' && products.size > 1 ? [elsewhere] : []), ...missAction(question)]
}

/** "Not what I asked": carries the question, so that the next candidates can be found again. */
export function missAction(question: string): readonly Action[] {
  const value = [...question.trim().toWellFormed()].slice(0, VALUE_LENGTH).join('')
  return value ? [{ name: 'miss', value, label: 'Not what I asked' }] : []
}
