// The headings that rows stand under, each with all of its rows: what a section is called and what is in it.

import type { Entry } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import { once } from './once.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

export interface Heading<Row extends Entry = Activity> {
  readonly text: string
  /** 0 is the outermost. */
  readonly level: number
  /** Of its telling words. */
  readonly stems: readonly string[]
  readonly rows: readonly Row[]
}

/** Every heading of every document, in the order of the rows. */
export const headingsOf: <Row extends Entry>(rows: readonly Row[]) => readonly Heading<Row>[] = once(readHeadings)

function readHeadings<Row extends Entry>(rows: readonly Row[]): readonly Heading<Row>[] {
  const found = new Map<string, { text: string; level: number; stems: readonly string[]; rows: Row[] }>()
  for (const row of rows)
    row.section.forEach((text, level) => {
      const key = `${row.document}\n${row.section.slice(0, level + 1).join('\n')}`
      const heading = found.get(key) ?? { text, level, stems: headingStems(text), rows: [] }
      heading.rows.push(row)
      found.set(key, heading)
    })
  return [...found.values()]
}

/** "2.1.", "B.2", "C2", "Stage A:", "Phase 3 -": what numbers a heading. */
const NUMBER =
  /^[\d.\s]+|^(?:(?:stage|phase|part|section|chapter|step)\s+)?(?:[A-Z]?\d+|[A-Z])(?:\.\d+)*[.:)]?\s+(?:[-–—]\s*)?(?=\p{L})/iu

/** Without its number and without words that say nothing, unless it has no other. */
function headingStems(text: string): readonly string[] {
  const words = wordsOf(text.replace(NUMBER, ''))
  const telling = words.filter((word) => !STOP_WORDS.has(word))
  return (telling.length ? telling : words).map(stemOf)
}
