// A part of a document as it stands: a section or the whole, with how much it holds.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Answer } from './answer.ts'
import { lostNote, sourcesOf } from './compose-list.ts'
import { matrixBlocks } from './matrix.ts'
import { counted, listed } from './wording.ts'

/** The entries as tables and quotes under a headline such as `Email Pro, 3.2.1. Incidents: 3 activities.` */
export function composeEntries(name: string, entries: readonly Entry[], knowledge: Knowledge): Answer {
  return {
    kind: 'list',
    blocks: [
      { type: 'sentence', text: `${name}: ${countWords(entries)}.` },
      ...matrixBlocks(entries, knowledge),
      ...lostNote(entries),
      ...sourcesOf(entries),
    ],
    actions: [],
    items: entries,
  }
}

/** `3 activities`, `2 statements`, `3 activities and 2 statements`. */
export function countWords(entries: readonly Entry[]): string {
  const activities = entries.filter((entry) => entry.type === 'activity').length
  const rules = entries.length - activities
  const counts = [
    ...(activities ? [counted(activities, 'activity', 'activities')] : []),
    ...(rules ? [counted(rules, 'statement')] : []),
  ]
  return listed(counts) || 'nothing stated'
}
