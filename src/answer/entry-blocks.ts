// The blocks that show one entry: its words and cells, what limits it, and where it stands.

import type { CommunicationRule } from '../domain/communication-rule.ts'
import { conditionOf } from '../domain/condition.ts'
import type { Document, Entry, Knowledge } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { Block } from './answer.ts'
import { ownPage, publisherLink } from './links.ts'
import { rolesOf } from './roles.ts'
import { listed, quoted } from './wording.ts'

/** The document an entry was read from; undefined when the knowledge no longer has it. */
export function documentOf(entry: Entry, knowledge: Knowledge): Document | undefined {
  return knowledge.documents.find((document) => document.id === entry.document)
}

/** The row verbatim with its cells. */
export function rowBlock(activity: Activity): Block {
  const { product, section, text } = activity
  return { type: 'row', product, section, text, roles: rolesOf(activity) }
}

/** The rule verbatim. */
export function quoteBlock(rule: CommunicationRule): Block {
  return { type: 'quote', product: rule.product, section: rule.section, lines: rule.quote.split('\n') }
}

/** Title, date and links of the entry's document; the publisher's page is marked at the entry unless `marked` is false. */
export function sourceBlock(entry: Entry, marked = true): Block {
  const { title, updated } = entry.source
  const url = marked ? publisherLink(entry) : entry.source.url
  return { type: 'source', title, ...(updated ? { updated } : {}), ...(url ? { url } : {}), page: ownPage(entry) }
}

/** What limits the row: its condition, its variants, and the document's own remarks beside it. */
export function limitNotes(activity: Activity): readonly Block[] {
  const condition = conditionOf(activity.text)
  const lines = [
    ...(condition ? [`This holds on a condition: ${quoted(condition)}.`] : []),
    ...(activity.appliesTo?.length ? [`This applies to ${listed(activity.appliesTo)}.`] : []),
    ...Object.entries(activity.notes ?? {})
      .filter(([, note]) => note)
      .map(([column, note]) => `${column}: ${note}`),
  ]
  return lines.map((text) => ({ type: 'note', text }))
}

/** Full names of the row's abbreviated parties, from the document's own glossary. */
export function partyNote(activity: Activity, knowledge: Knowledge): readonly Block[] {
  const names = documentOf(activity, knowledge)?.partyNames ?? {}
  const spelled = activity.assignments.flatMap(({ party }) => {
    const name = Object.hasOwn(names, party) ? names[party] : undefined
    return name && name !== party ? [`${party}: ${name}`] : []
  })
  return spelled.length ? [{ type: 'note', text: `${spelled.join('; ')}.` }] : []
}
