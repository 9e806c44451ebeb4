// A set of rows: how many and whose in one sentence, then the rows with their cells.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Letter } from '../domain/raci.ts'
import type { ListScope, Resolution } from '../domain/resolution.ts'
import type { Answer, Block } from './answer.ts'
import { sourceBlock } from './entry-blocks.ts'
import { matrixBlocks } from './matrix.ts'
import { missAction } from './next-actions.ts'
import { productNote } from './product-note.ts'
import { MEANINGS } from './roles.ts'
import { counted, listed, quoted } from './wording.ts'

type Found = Extract<Resolution, { kind: 'list' }>

/** The list with its headline. */
export function composeList({ reading, rows, scope }: Found, knowledge: Knowledge): Answer {
  return {
    kind: 'list',
    blocks: [
      { type: 'sentence', text: headline(rows, scope) },
      ...productNote(reading),
      ...matrixBlocks(rows, knowledge),
      ...lostNote(rows),
      ...sourcesOf(rows),
    ],
    actions: missAction(reading.question),
    items: rows,
  }
}

/** One source line a document; several rows cannot all be marked, so the page is linked as a whole. */
export function sourcesOf(rows: readonly Entry[]): readonly Block[] {
  const firsts = new Map<string, Entry>()
  for (const row of rows) if (!firsts.has(row.document)) firsts.set(row.document, row)
  return [...firsts.values()].map((first) => sourceBlock(first, rows.length === 1))
}

/** Says what a question mark in a table stands for. */
export function lostNote(rows: readonly Entry[]): readonly Block[] {
  const lost = rows.filter((row) => row.type === 'activity' && row.lost).length
  if (!lost) return []
  return [
    { type: 'note', text: `The document’s export lost who holds ${counted(lost, 'activity', 'activities')} (?).` },
  ]
}

/** `Customer is accountable (A) for 3 activities of Email Pro in “3.2. Event management”.` */
function headline(rows: readonly Entry[], scope: ListScope): string {
  const rules = rows.length > 0 && rows.every((row) => row.type === 'rule')
  const count = rules ? counted(rows.length, 'statement') : counted(rows.length, 'activity', 'activities')
  const products = [...new Set(rows.map((row) => row.product))]
  const subject = scope.party ? `${partyName(scope.party, rows)} ${heldWords(scope.letters)} ` : ''
  const held = !scope.party && scope.letters?.length ? ` with ${listed(scope.letters, 'or')}` : ''
  const of = products.length === 1 ? ` of ${listed(products)}` : ''
  const where = scope.section ? ` in ${quoted(scope.section)}` : ''
  const about = scope.topic ? ` about ${scope.topic}` : ''
  const each = products.map((product) => `${rows.filter((row) => row.product === product).length} of ${product}`)
  const split = products.length > 1 ? `: ${listed(each)}` : ''
  return `${subject}${count}${held}${of}${where}${about}${split}.`
}

/** The party as the documents write it. */
function partyName(party: string, rows: readonly Entry[]): string {
  const names = rows.flatMap((row) => (row.type === 'activity' ? row.assignments.map((held) => held.party) : []))
  return names.find((name) => name.toLowerCase() === party.toLowerCase()) ?? party
}

/** `is responsible or accountable (R or A) for` */
function heldWords(letters: readonly Letter[] | undefined): string {
  if (!letters?.length) return 'has a role in'
  const tail = letters.every((letter) => letter === 'I')
    ? 'of'
    : letters.every((letter) => letter === 'C')
      ? 'on'
      : 'for'
  return `is ${listed(
    letters.map((letter) => MEANINGS[letter]),
    'or',
  )} (${listed(letters, 'or')}) ${tail}`
}
