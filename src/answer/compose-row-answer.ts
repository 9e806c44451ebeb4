// One row, or a few that say it together: who does it, then the row, then where it stands.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { Reading, Resolution } from '../domain/resolution.ts'
import type { Answer, Block } from './answer.ts'
import { blankSentence, claimSentence } from './claim-sentence.ts'
import { documentOf, limitNotes, partyNote, rowBlock, sourceBlock } from './entry-blocks.ts'
import { nextActions } from './next-actions.ts'
import { partSentence } from './part-sentence.ts'
import { productNote } from './product-note.ts'
import { roleSentence } from './role-sentence.ts'
import { withoutSentence } from './without-sentence.ts'

type Found = Extract<Resolution, { kind: 'answer' }>

/** The direct answer. */
export function composeRowAnswer({ reading, rows }: Found, knowledge: Knowledge): Answer {
  return { kind: 'answer', ...rowAnswer(reading, rows, knowledge) }
}

/** What is said of rows, whoever holds them. */
export function rowAnswer(reading: Reading, rows: readonly Activity[], knowledge: Knowledge): Omit<Answer, 'kind'> {
  const [first] = rows
  const blocks = rows.flatMap((row, position): readonly Block[] => {
    const sentence =
      partSentence(row, reading.party) ??
      withoutSentence(row, reading.without) ??
      claimSentence(row, reading.claim) ??
      blankSentence(row, reading.claim) ??
      roleSentence(row, reading.aspect, documentOf(row, knowledge)?.parties)
    return [
      { type: 'sentence', text: sentence },
      ...(position === 0 ? productNote(reading) : []),
      rowBlock(row),
      ...limitNotes(row),
      ...partyNote(row, knowledge),
      ...(sameSource(row, rows[position + 1]) ? [] : [sourceBlock(row)]),
    ]
  })
  return {
    blocks,
    actions: first ? nextActions(first, reading.question, knowledge) : [],
    items: rows,
  }
}

/** Two rows of one document without a page to mark share one source line. */
function sameSource(row: Activity, next: Entry | undefined): boolean {
  return next !== undefined && next.document === row.document && !row.source.url
}
