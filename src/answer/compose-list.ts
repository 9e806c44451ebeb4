// A set of rows: how many and whose in one sentence, then the rows with their cells.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Resolution } from '../domain/resolution.ts'
import type { Answer, Block } from './answer.ts'
import { composeComparison } from './comparison.ts'
import { sourceBlock } from './entry-blocks.ts'
import { listHeadline } from './list-headline.ts'
import { matrixBlocks } from './matrix.ts'
import { missAction } from './next-actions.ts'
import { productNote } from './product-note.ts'
import { counted } from './wording.ts'

type Found = Extract<Resolution, { kind: 'list' }>

/** The list with its headline. */
export function composeList({ reading, rows, scope }: Found, knowledge: Knowledge): Answer {
  return {
    kind: 'list',
    blocks: [
      ...(scope.compared
        ? composeComparison(rows, scope.compared)
        : headlineBlocks(listHeadline(rows, scope, reading.products))),
      ...productNote(reading),
      ...matrixBlocks(rows, knowledge),
      ...lostNote(rows),
      ...(rows.length ? sourcesOf(rows) : documentsOf(reading.products, knowledge)),
    ],
    actions: missAction(reading.question),
    items: rows,
  }
}

function headlineBlocks([first = '', ...more]: readonly string[]): readonly Block[] {
  return [{ type: 'sentence', text: first }, ...more.map((text): Block => ({ type: 'note', text }))]
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

/** Where no row is shown: each document asked about as a whole. */
function documentsOf(products: readonly string[], { documents }: Knowledge): readonly Block[] {
  const asked = documents.filter(({ product }) => products.includes(product))
  return asked.flatMap(({ entries }) => entries.slice(0, 1).map((first) => sourceBlock(first, false)))
}
