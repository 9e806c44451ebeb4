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
  for (const line of lines.flatMap(pieces)) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < LIMITS.sectionText)
      texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts.filter((text) => text.trim()).map((text) => ({ type: 'section', text: plain(text, LIMITS.sectionText) }))
}

/** A line longer than a section in pieces, broken at a space where one is near. */
function pieces(line: string): readonly string[] {
  const parts: string[] = []
  let rest = line
  while (rest.length > LIMITS.sectionText) {
    const space = rest.lastIndexOf(' ', LIMITS.sectionText)
    const at = space > LIMITS.sectionText / 2 ? space : LIMITS.sectionText - 1
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}
