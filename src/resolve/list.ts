// A set of rows: those of a section or phase, of a party and its letters, about one topic, and what these have in common.

import type { Document } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { ListScope } from '../domain/resolution.ts'
import type { ConceptFinder } from './concepts.ts'
import { type LetterTest, letterTests, passes } from './letter-tests.ts'
import { sectionsNamed } from './list-sections.ts'
import { topicRows } from './list-topic.ts'

export interface ListFound {
  readonly rows: readonly Activity[]
  readonly scope: ListScope
}

/** What a list question is read from. */
export interface ListQuestion {
  /** The plain question, spelling corrected, words with single spaces between them. */
  readonly text: string
  /** The same without product names. */
  readonly words: readonly string[]
  /** Documents of the products asked about; all of them when none is named. */
  readonly documents: readonly Document[]
  /** Knows what people call sections. */
  readonly sections: ConceptFinder
  readonly finder: ConceptFinder
}

/** The rows that a list question asks for; undefined when it names no scope that the documents have. */
export function listRows({ text, words, documents, sections, finder }: ListQuestion): ListFound | undefined {
  const all = documents
    .flatMap((document) => document.entries)
    .filter((entry): entry is Activity => entry.type === 'activity')
  const parties = [...new Set(documents.flatMap((document) => document.parties))]
  const providers = [...new Set(documents.flatMap(({ provider }) => provider ?? []))]
  const tests = letterTests(text, parties, providers)
  const passing = (rows: readonly Activity[]): readonly Activity[] => rows.filter((row) => passes(row, tests))
  const found = (rows: readonly Activity[], scope: ListScope): ListFound | undefined =>
    rows.length ? { rows, scope: { ...scope, ...said(tests) } } : undefined

  const telling = withoutAsides(words)
  const section = sectionsNamed(telling, all, sections)
  const topic = topicRows(telling, all, finder, section?.stems)
  const about = passing(topic.rows)
  if (section && !(section.inPassing && about.length)) {
    const inside = passing(section.rows)
    const scope = { section: section.heading }
    return inside.length ? found(inside, scope) : { rows: section.rows, scope }
  }
  // a letter that is asked for is a scope of its own; the work of a party only with a topic
  const strict = tests.some(({ how }) => how !== 'any')
  if (!strict && about.length) {
    const inside = about.filter((row) => section?.rows.includes(row))
    return found(inside.length ? inside : about, { topic: topic.stems.join(' ') })
  }
  return tests.length && documents.length === 1 ? found(passing(all), {}) : undefined
}

/** Orders to the bot, and the request to say who holds each row: neither names a section or a topic. */
const ASIDES =
  /\b(run|walk|take|guide) (me|us) through\b|\b(and|plus|with) (by )?(who|whom|whose|which side|which party)\b.*$/g

function withoutAsides(words: readonly string[]): readonly string[] {
  return words.join(' ').replace(ASIDES, '').split(' ').filter(Boolean)
}

function said(tests: readonly LetterTest[]): ListScope {
  const [first] = tests
  const party = first?.party ?? first?.side
  return {
    ...(party ? { party } : {}),
    ...(first?.letters.length && first.how !== 'any' ? { letters: first.letters } : {}),
  }
}
