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

/** One source line a document, at its first row of the list. */
export function sourcesOf(rows: readonly Entry[]): readonly Block[] {
  const firsts = rows.filter((row, at) => rows.findIndex((other) => other.document === row.document) === at)
  return firsts.map(sourceBlock)
}

/** Says what a question mark in a table stands for. */
export function lostNote(rows: readonly Entry[]): readonly Block[] {
  const lost = rows.filter((row) => row.type === 'activity' && row.lost).length
  if (!lost) return []
  return [
    { type: 'note', text: `The document’s export lost who holds ${counted(lost, 'activity', 'activities')} (?).` },
  ]
}

function headline(rows: readonly Entry[], scope: ListScope): string {
  const subject = scope.party ? `${scope.party} ${heldWords(scope.letters)} ` : ''
  const noun = rows.every((row) => row.type === 'rule') && rows.length ? 'statement' : 'activity'
  const count = counted(rows.length, noun, noun === 'activity' ? 'activities' : 'statements')
  const where = scope.section ? ` in ${quoted(scope.section)}` : ''
  const about = scope.topic ? ` about ${scope.topic}` : ''
  return `${subject}${count}${productWords(rows)}${where}${about}${subject ? '' : letterWords(scope.letters)}.`
}

function productWords(rows: readonly Entry[]): string {
  const products = [...new Set(rows.map((row) => row.product))]
  if (products.length < 2) return products.length ? ` of ${listed(products)}` : ''
  const counts = products.map((product) => `${rows.filter((row) => row.product === product).length} of ${product}`)
  return `: ${listed(counts)}`
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

function letterWords(letters: readonly Letter[] | undefined): string {
  return letters?.length ? ` with ${listed(letters, 'or')}` : ''
}
