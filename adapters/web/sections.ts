// A document's entries as sections: neighbours under the same headings, and which headings are new there.

import type { Entry } from '../../src/domain/knowledge.ts'

export interface Heading {
  /** Element id; holds a colon, which no entry's id does. */
  readonly id: string
  /** 0 for the outermost. */
  readonly depth: number
  readonly text: string
}

export interface Section {
  /** Headings that the section before did not stand under, outermost first. */
  readonly opened: readonly Heading[]
  readonly path: readonly string[]
  readonly entries: readonly Entry[]
}

/** Cuts the entries into sections, in the document's order. */
export function sectionsOf(entries: readonly Entry[]): readonly Section[] {
  const sections: { opened: readonly Heading[]; path: readonly string[]; entries: Entry[] }[] = []
  let headings = 0
  for (const entry of entries) {
    const last = sections.at(-1)
    const shared = last ? sharedDepth(last.path, entry.section) : 0
    if (last && shared === entry.section.length && shared === last.path.length) {
      last.entries.push(entry)
      continue
    }
    const opened = entry.section
      .slice(shared)
      .map((text, at) => ({ id: `section:${++headings}`, depth: shared + at, text }))
    sections.push({ opened, path: entry.section, entries: [entry] })
  }
  return sections
}

function sharedDepth(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((heading, at) => heading !== other[at])
  return differs < 0 ? Math.min(one.length, other.length) : differs
}
