// "Show section": everything the document states in the section of one row.

import type { Answer } from '../answer/answer.ts'
import { composeEntries } from '../answer/compose-entries.ts'
import { gone } from './gone.ts'
import type { Inside } from './inside.ts'

/** The matrix of the section that the entry stands in. */
export function section(id: string, { resolver, knowledge }: Inside): Answer {
  const entry = resolver.entry(id)
  if (!entry) return gone()
  const document = knowledge.documents.find((one) => one.id === entry.document)
  const path = entry.section.join('\n')
  const entries = document?.entries.filter((one) => one.section.join('\n') === path) ?? [entry]
  return composeEntries([entry.product, ...entry.section.slice(-1)].join(', '), entries, knowledge)
}
