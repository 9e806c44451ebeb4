// Judges one reply against the right answer of its question: the rules of the shared scorer, in short.

import type { Entry } from '../../src/domain/knowledge.ts'
import type { Resolution } from '../../src/domain/resolution.ts'

export interface Gold {
  readonly doc: string
  readonly activity?: string
  readonly facts?: readonly string[]
}

export interface Question {
  readonly id: string
  readonly kb: string
  readonly question: string
  readonly channel?: string
  readonly expect: 'answer' | 'choose' | 'list' | 'rule' | 'unknown'
  readonly gold?: readonly Gold[]
}

export type Verdict = 'right' | 'offered' | 'wrong' | 'missed'

/** A reply shows at most this many options that count. */
const SHOWN = 6

export function judge({ expect, gold = [] }: Question, resolution: Resolution): Verdict {
  const entries = entriesOf(resolution)
  const isGold = (entry: Entry): boolean => gold.some((row) => same(entry, row))
  const hits = gold.filter((row) => entries.slice(0, SHOWN).some((entry) => same(entry, row))).length
  switch (expect) {
    case 'answer':
      if (resolution.kind === 'answer') return entries.every(isGold) ? 'right' : 'wrong'
      if (resolution.kind === 'rule') return 'wrong'
      return resolution.kind === 'choices' && hits > 0 ? 'offered' : 'missed'
    case 'choose':
      if (hits >= Math.min(gold.length, Math.max(2, gold.length - 1))) return 'right'
      return resolution.kind === 'answer' ? 'wrong' : 'missed'
    case 'list': {
      const found = entries.filter(isGold).length
      return found >= 0.8 * gold.length && found >= 0.6 * entries.length ? 'right' : 'missed'
    }
    case 'rule': {
      const text = plain(entries.map((entry) => `${entry.section.join(' ')} ${words(entry)}`).join(' '))
      const holds = gold.every(({ facts = [] }) => facts.every((fact) => text.includes(plain(fact))))
      if (resolution.kind === 'rule' || resolution.kind === 'answer') return holds ? 'right' : 'wrong'
      return resolution.kind === 'choices' && holds ? 'offered' : 'missed'
    }
    case 'unknown':
      if (resolution.kind === 'unknown') return 'right'
      return resolution.kind === 'choices' ? 'missed' : 'wrong'
  }
}

/** Whether a direct answer names another holder than every right row does: the worst mistake. */
export function namesWrongHolder({ gold = [] }: Question, resolution: Resolution, rows: readonly Entry[]): boolean {
  const [shown] = resolution.kind === 'answer' ? resolution.rows : []
  if (!shown) return false
  return !rows.some((row) => gold.some((right) => same(row, right)) && letters(row) === letters(shown))
}

function letters(entry: Entry): string {
  return entry.type === 'activity'
    ? entry.assignments.map(({ party, letters: held }) => `${party} ${held.join('')}`).join(';')
    : ''
}

function entriesOf(resolution: Resolution): readonly Entry[] {
  switch (resolution.kind) {
    case 'answer':
    case 'list':
      return resolution.rows
    case 'rule':
      return resolution.rules
    case 'choices':
      return resolution.options
    case 'unknown':
      return []
  }
}

function same(entry: Entry, gold: Gold): boolean {
  return entry.document === gold.doc && gold.activity !== undefined && plain(words(entry)) === plain(gold.activity)
}

const words = (entry: Entry): string => (entry.type === 'activity' ? entry.text : entry.quote)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u00b4]/g, "'")
    .replace(/[*_`>\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
