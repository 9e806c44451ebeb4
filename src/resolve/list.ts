// A set of rows: those of a section or phase, of a party and its letters, or about one topic.

import type { Document, Entry } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { ListScope } from '../domain/resolution.ts'
import type { ConceptFinder } from './concepts.ts'
import type { Candidate } from './decide.ts'
import { letterTests, passes } from './parties.ts'
import { TOPIC_FRACTION } from './thresholds.ts'
import { stemOf, wordsOf } from './words.ts'

export interface ListFound {
  readonly rows: readonly Activity[]
  readonly scope: ListScope
}

/**
 * The rows that a list question asks for; undefined when it names no scope that the documents have.
 * @param ranked Every row of the documents with its share, best first, for topics.
 */
export function listRows(
  question: string,
  words: readonly string[],
  documents: readonly Document[],
  sections: ConceptFinder,
  ranked: readonly Candidate[],
): ListFound | undefined {
  const all = documents
    .flatMap((document) => document.entries)
    .filter((entry): entry is Activity => entry.type === 'activity')
  const parties = [...new Set(documents.flatMap((document) => document.parties))]
  const tests = letterTests(question, parties, documents.find((document) => document.provider)?.provider)
  const scoped = sectionRows(words, all, sections)
  const passing = (rows: readonly Activity[]): readonly Activity[] => rows.filter((row) => passes(row, tests))
  const party = partyOf(tests)
  const letters = tests[0]?.letters
  const said = { ...(party ? { party } : {}), ...(letters?.length ? { letters } : {}) }
  const topic = topicRows(all, ranked)
  if (scoped) {
    const rows = passing(scoped.rows)
    if (rows.length) return { rows, scope: { section: scoped.section, ...said } }
  }
  const plainTests = tests.some((test) => test.how !== 'any')
  if (!plainTests && topic.length >= 2) {
    const rows = passing(topic)
    if (rows.length >= 2) return { rows, scope: { ...said } }
  }
  if (!tests.length) return undefined
  const rows = passing(all)
  return rows.length && documents.length === 1 ? { rows, scope: said } : undefined
}

/** Rows whose headings and the question speak of the same section; the most telling heading wins. */
function sectionRows(
  words: readonly string[],
  rows: readonly Activity[],
  sections: ConceptFinder,
): { rows: readonly Activity[]; section: string } | undefined {
  const stems = words.map(stemOf)
  const asked = sections.find(stems)
  let best: { rows: Activity[]; section: string; weight: number } | undefined
  for (const { concept, by } of asked) {
    for (const level of [0, 1, 2]) {
      const found = rows.filter(
        (row) =>
          row.section[level] !== undefined &&
          sections.find(wordsOf(row.section[level] ?? '').map(stemOf)).some((heading) => heading.concept === concept),
      )
      if (!found.length) continue
      const weight = by.split(' ').length + (level === 0 ? 0.5 : 0)
      if (!best || weight > best.weight) best = { rows: found, section: found[0]?.section[level] ?? '', weight }
      break
    }
  }
  return best
}

function topicRows(rows: readonly Activity[], ranked: readonly Candidate[]): readonly Activity[] {
  const [best] = ranked
  if (!best) return []
  const near = new Set<Entry>(
    ranked.filter(({ share }) => share >= best.share * TOPIC_FRACTION).map(({ entry }) => entry),
  )
  return rows.filter((row) => near.has(row))
}

function partyOf(tests: ReturnType<typeof letterTests>): string | undefined {
  return tests[0]?.party ?? tests[0]?.side
}
