// One short question back: each option carries what tells it apart, and who holds it.

import { conditionOf } from '../domain/condition.ts'
import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Difference, Resolution } from '../domain/resolution.ts'
import type { Answer, Option } from './answer.ts'
import { missAction } from './next-actions.ts'
import { productNote } from './product-note.ts'
import { holdersInBrief } from './roles.ts'
import { listed, shortened } from './wording.ts'

type Found = Extract<Resolution, { kind: 'choices' }>

/** What a button can say (see `Action.label`). */
const LABEL_LENGTH = 75
/** A quoted rule beside its heading: enough to recognise it. */
const QUOTE_LENGTH = 240

/** The question back with its options. */
export function composeChoices({ reading, options, difference }: Found, _knowledge: Knowledge): Answer {
  const text = difference === 'product' ? 'Which product?' : 'Which of these do you mean?'
  return {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text },
      ...productNote(reading),
      { type: 'options', options: composeOptions(options, difference) },
    ],
    actions: missAction(reading.question),
    items: options,
  }
}

/** Options that choose an entry, each with a title of its own. */
export function composeOptions(entries: readonly Entry[], difference: Difference): readonly Option[] {
  const sameWords = new Set(entries.map(wordsOf)).size === 1
  const severalProducts = new Set(entries.map((entry) => entry.product)).size > 1
  const drafts = entries.map((entry) => {
    if (difference === 'product') return draft(entry.product, sameWords ? '' : wordsOf(entry), entry)
    const limit = difference === 'condition' ? limitOf(entry) : undefined
    const place = severalProducts ? entry.product : ''
    return limit ? draft(limit.title, limit.words, entry, place) : draft(wordsOf(entry), '', entry, place)
  })
  return drafts.map(({ title, detail, entry }) => {
    const twin = drafts.filter((other) => other.title === title).length > 1
    const told = twin ? `${title} (${standing(entry)})` : title
    return {
      action: { name: 'choose', value: entry.id, label: shortened(told, LABEL_LENGTH) },
      title: told,
      detail,
    }
  })
}

function draft(title: string, words: string, entry: Entry, place = '') {
  const holders = entry.type === 'activity' ? holdersInBrief(entry) : ''
  const quote = entry.type === 'rule' ? shortened(entry.quote, QUOTE_LENGTH) : ''
  const detail = [place, words === quote ? '' : words, holders, quote].filter(Boolean).join(' · ')
  return { title, detail, entry }
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

/** What tells two entries of the same words apart. */
function standing(entry: Entry): string {
  const variants = entry.type === 'activity' ? listed(entry.appliesTo ?? []) : ''
  return variants || (entry.section.at(-1) ?? entry.document)
}
