// A section that several documents have: each calls it by a name of its own.

import type { Document } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { ConceptFinder } from './concepts.ts'
import { type SectionFound, sectionsNamed } from './list-sections.ts'
import { once } from './once.ts'

/** The rows of a document's matrix. */
export const activitiesOf = once(({ entries }: Document): readonly Activity[] =>
  entries.filter((entry) => entry.type === 'activity'),
)

/** The sections that the words name, searched in each document by itself; headings lose their numbers where several have one. */
export function sectionsEverywhere(
  words: readonly string[],
  documents: readonly Document[],
  sections: ConceptFinder,
): SectionFound | undefined {
  const each = documents.flatMap((document) => sectionsNamed(words, activitiesOf(document), sections) ?? [])
  const [first] = each
  if (!first) return undefined
  const sure = each.filter(({ inPassing }) => !inPassing)
  const kept = sure.length ? sure : each
  const headings = kept.flatMap((one) => one.headings).map((text) => (kept.length > 1 ? unnumbered(text) : text))
  const spelt = new Map(headings.toReversed().map((text) => [text.toLowerCase(), text]))
  return {
    rows: kept.flatMap((one) => one.rows),
    headings: [...spelt.values()].toReversed(),
    stems: kept.flatMap(({ stems }) => stems),
    except: [...new Set(kept.flatMap((one) => one.except).map((text) => (kept.length > 1 ? unnumbered(text) : text)))],
    inPassing: !sure.length,
  }
}

const unnumbered = (heading: string): string => heading.replace(/^[\d.]+\s+/, '')
