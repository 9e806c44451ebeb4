// "Show section": everything the document states in the section of one row.

import type { Answer } from '../answer/answer.ts'
import { composeEntries } from '../answer/compose-entries.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import { show } from './browse.ts'
import { gone } from './gone.ts'
import type { Inside } from './inside.ts'

const SHOW =
  /^\W*(?:(?:ok(?:ay)?|please|can you|could you)\W+)*(?:show|open|see|display|print)(?: me)?(?: the| that| this| its)?(?: (?<what>whole|full|entire|complete))?(?: (?<part>section|rows?|matrix|table|document))?(?: please)?\W*$/iu

/** "Show the section", "show the matrix" after an answer; undefined when the text asks something else or nothing was said before. */
export function shownSection(text: string, memory: ConversationMemory | undefined, inside: Inside): Answer | undefined {
  const { part, what } = SHOW.exec(text)?.groups ?? {}
  if (!memory || !(part || what)) return undefined
  const isWhole = part !== 'section' && !part?.startsWith('row')
  const [shown] = memory.shown
  const entry = memory.entry ?? (isWhole ? undefined : shown)
  const product = memory.product ?? (entry === undefined ? undefined : inside.resolver.entry(entry)?.product)
  if (isWhole) return product === undefined ? undefined : show(product, '', inside)
  return entry === undefined ? undefined : section(entry, inside)
}

/** The matrix of the section that the entry stands in. */
export function section(id: string, { resolver, knowledge }: Inside): Answer {
  const entry = resolver.entry(id)
  if (!entry) return gone()
  const document = knowledge.documents.find((one) => one.id === entry.document)
  const path = entry.section.join('\n')
  const entries = document?.entries.filter((one) => one.section.join('\n') === path) ?? [entry]
  return composeEntries([entry.product, ...entry.section.slice(-1)].join(', '), entries, knowledge)
}
