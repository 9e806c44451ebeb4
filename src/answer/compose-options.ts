// Options that choose an entry: each title says what tells it apart, each detail who holds it.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import type { Difference } from '../domain/resolution.ts'
import type { Option } from './answer.ts'
import { holdersInBrief } from './roles.ts'
import { listed, shortened } from './wording.ts'

/** What a button can say (see `Action.label`). */
const LABEL_LENGTH = 75
/** A quoted rule beside its heading: enough to recognise it. */
const QUOTE_LENGTH = 240
/** Enough of a rule to tell it from its neighbours under one heading. */
const BEGINNING_LENGTH = 50

interface Draft {
  readonly entry: Entry
  readonly title: string
  /** What stands before the holders in the detail. */
  readonly words?: string
}

/** One option an entry, in the same order; no two titles are the same where the entries tell themselves apart. */
export function composeOptions(entries: readonly Entry[], difference: Difference): readonly Option[] {
  const mixed = entries.some(({ product }) => product !== entries[0]?.product)
  const drafts = entries.map((entry) =>
    difference === 'product' ? draftByProduct(entry, entries) : draftByWords(entry, difference, mixed),
  )
  return drafts.map(({ entry, title, words = '' }) => {
    const twin = drafts.filter((other) => other.title === title).length > 1
    const told = twin ? apart(title, entry) : title
    return {
      action: { name: 'choose', value: entry.id, label: shortened(told, LABEL_LENGTH) },
      title: told,
      detail: [words, contentOf(entry)].filter(Boolean).join(' · '),
    }
  })
}

/** The product alone where it tells all apart; with the words where one of them has several rows. */
function draftByProduct(entry: Entry, entries: readonly Entry[]): Draft {
  const words = wordsOf(entry)
  if (new Set(entries.map(({ product }) => product)).size < entries.length) {
    return { entry, title: `${entry.product}: ${words}` }
  }
  const same = entries.every((other) => wordsOf(other) === words)
  return { entry, title: entry.product, ...(same ? {} : { words }) }
}

/** Words lead, behind the product where others are on offer too: a button shows the title alone. */
function draftByWords(entry: Entry, difference: Difference, mixed: boolean): Draft {
  const limit = difference === 'condition' ? limitOf(entry) : undefined
  const title = limit?.title ?? wordsOf(entry)
  return { entry, title: mixed ? `${entry.product}: ${title}` : title, ...(limit ? { words: limit.words } : {}) }
}

/** Who holds a row; the beginning of a rule. */
function contentOf(entry: Entry): string {
  return entry.type === 'activity' ? holdersInBrief(entry) : shortened(entry.quote, QUOTE_LENGTH)
}

function wordsOf(entry: Entry): string {
  return entry.type === 'activity' ? entry.text : (entry.section.at(-1) ?? shortened(entry.quote, LABEL_LENGTH))
}

/** A row's condition as a title, and what the row says without it; its variants where it has no condition. */
function limitOf(entry: Entry): { readonly title: string; readonly words: string } | undefined {
  if (entry.type === 'rule') return undefined
  const condition = conditionOf(entry.text)
  if (condition) {
    const title = condition.charAt(0).toUpperCase() + condition.slice(1)
    const words = entry.text.replace(condition, '').replace(/\(\s*\)/u, '')
    return { title, words: words.replaceAll(/\s+/gu, ' ').replace(/^[\s:,;]+|[\s:,;(]+$/gu, '') }
  }
  return entry.appliesTo?.length ? { title: `For ${listed(entry.appliesTo)}`, words: entry.text } : undefined
}

/** A title of its own for one of several entries of the same words: rules by their beginning, rows by where they stand. */
function apart(title: string, entry: Entry): string {
  if (entry.type === 'rule') return `${title}: ${shortened(entry.quote, BEGINNING_LENGTH)}`
  const variants = listed(entry.appliesTo ?? [])
  return `${title} (${variants || (entry.section.at(-1) ?? entry.document)})`
}
