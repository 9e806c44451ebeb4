// Plain paragraphs: lines packed into sections, and quiet lines under them.

import type { KnownBlock } from '@slack/types'
import { LIMITS } from './limits.ts'
import { plain } from './text.ts'

/** One quiet line under something. */
export function quiet(text: string): KnownBlock {
  return { type: 'context', elements: [plain(text, LIMITS.contextText)] }
}

/** The lines in as few sections as their length allows; a line is broken only where it is longer than a section. */
export function sections(lines: readonly string[]): readonly KnownBlock[] {
  const texts: string[] = []
  for (const line of lines) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < LIMITS.sectionText)
      texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts.filter((text) => text.trim()).map((text) => ({ type: 'section', text: plain(text, LIMITS.sectionText) }))
}
