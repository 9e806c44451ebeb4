// The card for an incident channel: who manages and notifies incidents, severities, what is communicated and
// how often, contacts. Only what the documents of the product state, each part with its source.

import type { Answer, Block } from '../answer/answer.ts'
import { coveredWords } from '../answer/compose-unknown.ts'
import { quoteBlock, rowBlock, sourceBlock } from '../answer/entry-blocks.ts'
import { quoted, shortened } from '../answer/wording.ts'
import type { Entry } from '../domain/knowledge.ts'
import { channelProduct } from './channel-product.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'

interface Part {
  readonly title: string
  /** Whether the entry belongs to the part, by its headings and by its own words. */
  readonly belongs: (heading: string, words: string, entry: Entry) => boolean
  /** Entries shown at most. */
  readonly limit: number
}

const isRow = (entry: Entry): boolean => entry.type === 'activity'
const INCIDENT = /\bincidents?\b|\boutages?\b/iu
const TELLS = /\b(?:notif|inform|report|communicat|announc)/iu

const PARTS: readonly Part[] = [
  {
    title: 'Who manages incidents',
    belongs: (_heading, words, entry) =>
      isRow(entry) && INCIDENT.test(words) && /\b(?:manag|qualif|handl|resolv|interven|treat|fix)/iu.test(words),
    limit: 3,
  },
  {
    title: 'Who notifies',
    belongs: (_heading, words, entry) =>
      INCIDENT.test(words) && (isRow(entry) ? TELLS.test(words) : /\b(?:informs|notifies|reports)\b/iu.test(words)),
    limit: 3,
  },
  {
    title: 'How severity is defined',
    belongs: (heading, words, entry) =>
      !isRow(entry) && (/\bseverit/iu.test(heading) || /^severity \w+ (?:is|means)/iu.test(words)),
    limit: 5,
  },
  {
    title: 'What is communicated, and how often',
    belongs: (heading, words, entry) => !isRow(entry) && INCIDENT.test(heading) && TELLS.test(`${heading} ${words}`),
    limit: 5,
  },
  {
    title: 'Contacts',
    belongs: (heading, words, entry) =>
      !isRow(entry) && (/\bcontact|\bphone/iu.test(heading) || /\b(?:by|via) phone\b|\+\d/iu.test(words)),
    limit: 4,
  },
]

/** The card for the product that the words name, else that of the channel; asks for one when there is none. */
export async function incidentCard(words: string, setting: Setting, inside: Inside): Promise<Answer> {
  const product = words ? inside.resolver.product(words) : await channelProduct(setting, inside)
  if (!product) return noProduct(words, inside)
  const entries = inside.knowledge.documents
    .filter((document) => document.product === product)
    .flatMap((document) => document.entries)
  const taken = new Set<string>()
  const parts = PARTS.map((part) => {
    const found = entries.filter(
      (entry) => !taken.has(entry.id) && part.belongs(headingOf(entry), wordsOf(entry), entry),
    )
    const shown = found.slice(0, part.limit)
    for (const { id } of shown) taken.add(id)
    return { part, shown }
  })
  return {
    kind: 'list',
    blocks: [
      { type: 'sentence', text: `Incident on ${product}` },
      ...parts.flatMap(({ part, shown }) => partBlocks(part.title, shown)),
      ...unsaid(
        product,
        parts.flatMap(({ part, shown }) => (shown.length ? [] : [part.title])),
      ),
    ],
    actions: [],
    items: parts.flatMap(({ shown }) => shown),
  }
}

function partBlocks(title: string, shown: readonly Entry[]): readonly Block[] {
  if (!shown.length) return []
  return [
    { type: 'facts', title, facts: [] },
    ...shown.flatMap((entry): readonly Block[] =>
      entry.type === 'activity' ? [rowBlock(entry), sourceBlock(entry)] : [quoteBlock(entry), sourceBlock(entry)],
    ),
  ]
}

/** What was looked for and not recognised. */
function unsaid(product: string, titles: readonly string[]): readonly Block[] {
  if (!titles.length) return []
  const parts = titles.map((title) => title.replace(/^./u, (first) => first.toLowerCase()).replace(',', ''))
  return [{ type: 'note', text: `Not found in the ${product} document: ${parts.join('; ')}.` }]
}

function noProduct(words: string, { knowledge }: Inside): Answer {
  const text = words
    ? `No loaded document covers ${quoted(shortened(words, 60))}.`
    : 'I do not know which product this channel is about. Say “incident PRODUCT”, or “bind PRODUCT” once.'
  return {
    kind: 'unknown',
    blocks: [
      { type: 'sentence', text },
      { type: 'note', text: coveredWords(knowledge) },
    ],
    actions: [],
    items: [],
  }
}

function headingOf({ section }: Entry): string {
  return section.join(' ')
}

function wordsOf(entry: Entry): string {
  return entry.type === 'activity' ? entry.text : entry.quote
}
