// Looking round without a question: which products are covered, and what a document states as a whole.

import type { Answer, Option } from '../answer/answer.ts'
import { composeEntries, countWords } from '../answer/compose-entries.ts'
import { composeList } from '../answer/compose-list.ts'
import { quoted, shortened, spokenDay } from '../answer/wording.ts'
import type { Document } from '../domain/knowledge.ts'
import type { Inside } from './inside.ts'

/** How much of a person's own words is said back. */
const ECHO_LENGTH = 60

/** Every product with what is known of its document, each to be opened. */
export function products({ knowledge }: Inside): Answer {
  const options = knowledge.documents.map((document): Option => {
    const updated = document.updated ? `updated ${spokenDay(document.updated)}` : 'no date stated'
    return {
      action: { name: 'product', value: document.product.slice(0, 300), label: document.product.slice(0, 75) },
      title: document.product,
      detail: `${countWords(document.entries)}, ${updated}`,
    }
  })
  const count = options.length === 1 ? '1 product is covered:' : `${options.length} products are covered:`
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text: count },
      { type: 'options', options },
    ],
    actions: [],
    items: [],
  }
}

/** What is stated about a product, as a whole or in the sections that `section` names. */
export function show(product: string, section: string, { knowledge, resolver }: Inside): Answer {
  const documents = documentsOf(product, knowledge.documents)
  const all = documents.flatMap((document) => document.entries)
  if (!section) return composeEntries(product, all, knowledge)
  const entries = all.filter((entry) => headingOf(entry.section, section) !== undefined)
  if (entries.length) {
    const headings = new Set(entries.map((entry) => headingOf(entry.section, section)))
    const name = headings.size === 1 ? [...headings].join('') : quoted(section)
    return composeEntries(`${product}, ${name}`, entries, knowledge)
  }
  // no heading says it: perhaps rows do
  const about = resolver.resolve(`everything about ${section} on ${product}`)
  const own = about.kind === 'list' && about.rows.length > 0 && about.rows.every((row) => row.product === product)
  if (about.kind === 'list' && own) return composeList(about, knowledge)
  return {
    kind: 'unknown',
    blocks: [
      { type: 'sentence', text: `${product} has no section ${quoted(shortened(section, ECHO_LENGTH))}. Its sections:` },
      { type: 'lines', lines: sectionsOf(documents) },
    ],
    actions: [],
    items: [],
  }
}

/** Whether a heading of the product's documents is what the words say. */
export function hasSection(product: string, section: string, { knowledge }: Inside): boolean {
  const documents = documentsOf(product, knowledge.documents)
  return documents.some(({ entries }) => entries.some((entry) => headingOf(entry.section, section) !== undefined))
}

function documentsOf(product: string, documents: readonly Document[]): readonly Document[] {
  return documents.filter((document) => document.product === product)
}

/** Each section's path once, in the document's order. */
export function sectionsOf(documents: readonly Document[]): readonly string[] {
  const paths = documents.flatMap((document) => document.entries.map((entry) => entry.section.join(' > ')))
  return [...new Set(paths)].filter(Boolean)
}

/** The outermost heading that is meant: a number (`3.2`) means what it begins, words what holds them all. */
function headingOf(path: readonly string[], section: string): string | undefined {
  const asked = folded(section)
  if (/^[\d.]+$/u.test(asked)) {
    const number = asked.replace(/\.+$/u, '')
    return path.find((heading) => folded(heading) === number || folded(heading).startsWith(`${number}.`))
  }
  return path.find((heading) => asked.split(' ').every((word) => folded(heading).includes(singular(word))))
}

/** "Incident" and "incidents" are one heading. */
function singular(word: string): string {
  return word.replace(/(?<=\p{L}{3})s$/u, '')
}

function folded(words: string): string {
  return words.toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}
