// Of a document that is a matrix first: the parts that state rules of communication, and the tables that gave no rows.

import type { Block, Heading } from './block.ts'
import { Outline } from './outline.ts'
import type { Matrices } from './read-matrix.ts'

/** Sections whose text is more than an introduction to its tables. */
const RULES =
  /\bslas?\b|severit|priorit|escalat|communicat|notif|announce|maintenance|response|support|outage|contact|service level|on-call|business hours/i

/** Headings, unreadable tables, and the sections without a matrix that are about communication. */
export function besideMatrices(blocks: readonly Block[], { used, unreadable }: Matrices): readonly Block[] {
  const outline = new Outline(blocks.filter((block): block is Heading => block.kind === 'heading'))
  const kept: Block[] = []
  let section: Block[] = []
  const close = (): void => {
    const rules = outline.path.slice(-2).some((name) => RULES.test(name)) && !section.some((block) => used.has(block))
    for (const block of section) if (rules || unreadable.has(block)) kept.push(block)
    section = []
  }
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      section.push(block)
      continue
    }
    close()
    outline.enter(block)
    kept.push(block)
  }
  close()
  return kept
}
