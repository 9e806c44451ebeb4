// An Answer as plain text: the terminal's rendering, and the fallback of every other platform.

import type { Answer, Block } from './answer.ts'
import { blockLines } from './text/block-lines.ts'
import { createPen } from './text/pen.ts'
import { longestActivity } from './text/table.ts'

export interface TextStyle {
  /** Emphasis as terminal escape sequences; default no. */
  readonly colour?: boolean
  /** Columns to fill; lines run on without it. Addresses are never broken. */
  readonly width?: number
  /** Root of the web console, e.g. `http://127.0.0.1:3000`: with it, our own page is linked as well. */
  readonly baseUrl?: string
}

/** The answer as text: no trailing line break, paragraphs separated by an empty line. */
export function renderText(answer: Answer, { colour = false, width, baseUrl }: TextStyle = {}): string {
  const pen = createPen(colour, width)
  const given = { baseUrl, longestActivity: longestActivity(answer.blocks) }
  return paragraphsOf(answer.blocks)
    .map(([first, ...more]) => [
      ...blockLines(first, pen, given),
      // What is said of a row stands under it, as far in.
      ...more.flatMap((block) => blockLines(block, pen, { ...given, inset: first.type === 'row' })),
    ])
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

type Paragraph = [Block, ...Block[]]

/** Notes stay with what they are about; sources of several documents stand together. */
function paragraphsOf(blocks: readonly Block[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const block of blocks) {
    const open = paragraphs.at(-1)
    if (open && belongs(open[0].type, block.type)) open.push(block)
    else paragraphs.push([block])
  }
  return paragraphs
}

function belongs(first: Block['type'], next: Block['type']): boolean {
  if (next === 'note') return first === 'sentence' || first === 'note' || first === 'row'
  return next === 'source' && first === 'source'
}
