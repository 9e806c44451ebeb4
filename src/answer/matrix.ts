// Rows as tables: one matrix a product and section, rules as quotes between them.

import type { Document, Entry, Knowledge } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { Block } from './answer.ts'
import { documentOf, quoteBlock } from './entry-blocks.ts'

/** What a cell says of a row whose export lost its holder. */
export const LOST_CELL = '?'

/** The entries in their own order; neighbours of one document and section share a table. */
export function matrixBlocks(entries: readonly Entry[], knowledge: Knowledge): readonly Block[] {
  const groups = new Map<string, Activity[]>()
  const blocks: (Block | string)[] = []
  for (const entry of entries) {
    if (entry.type === 'rule') {
      blocks.push(quoteBlock(entry))
      continue
    }
    const key = [entry.document, ...entry.section].join('\n')
    const group = groups.get(key)
    if (group) group.push(entry)
    else {
      groups.set(key, [entry])
      blocks.push(key)
    }
  }
  return blocks.map((block) => (typeof block === 'string' ? matrixBlock(groups.get(block) ?? [], knowledge) : block))
}

function matrixBlock(rows: readonly Activity[], knowledge: Knowledge): Block {
  const first = rows[0]
  const parties = partiesOf(rows, first && documentOf(first, knowledge))
  return {
    type: 'matrix',
    title: first ? [first.product, ...first.section].join(' > ') : '',
    parties,
    rows: rows.map((row) => ({ entry: row, text: row.text, cells: parties.map((party) => cellOf(row, party)) })),
  }
}

/** The parties that these rows have, in the document's column order. */
function partiesOf(rows: readonly Activity[], document: Document | undefined): readonly string[] {
  const held = new Set(rows.flatMap((row) => row.assignments.map((one) => one.party)))
  if (rows.some((row) => row.lost)) return document?.parties ?? [...held]
  const ordered = document?.parties.filter((party) => held.has(party)) ?? []
  return ordered.length === held.size ? ordered : [...held]
}

function cellOf(row: Activity, party: string): string {
  return row.lost ? LOST_CELL : (row.assignments.find((held) => held.party === party)?.cell ?? '')
}
