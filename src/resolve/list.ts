// A set of rows: those of a section or phase, of a party and its letters, about one topic, and what these have in common.

import type { Document } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { ListScope } from '../domain/resolution.ts'
import { withoutAsides } from './asides.ts'
import type { ConceptFinder } from './concepts.ts'
import { type LetterTest, letterTests, passes } from './letter-tests.ts'
import { sectionsNamed } from './list-sections.ts'
import { type Topic, topicRows } from './list-topic.ts'
import { stemOf, wordsOf } from './words.ts'

export interface ListFound {
  readonly rows: readonly Activity[]
  readonly scope: ListScope
  /** Whether a section or a letter was named. A topic alone is a guess, which doubt about the question may overrule. */
  readonly named: boolean
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
  if (documents.length > MOST_PRODUCTS) return undefined
  const all = documents
    .flatMap((document) => document.entries)
    .filter((entry): entry is Activity => entry.type === 'activity')
  const parties = [...new Set(documents.flatMap((document) => document.parties))]
  const providers = [...new Set(documents.flatMap(({ provider }) => provider ?? []))]
  const tests = letterTests(text, {
    parties,
    providers,
    productWords: new Set(documents.flatMap(({ product }) => wordsOf(product))),
  })
  const strict = tests.some(({ how }) => how !== 'any')
  const passing = (rows: readonly Activity[]): readonly Activity[] => rows.filter((row) => passes(row, tests))
  const found = (rows: readonly Activity[], scope: ListScope): ListFound | undefined =>
    rows.length
      ? { rows, scope: { ...scope, ...said(tests) }, named: strict || scope.section !== undefined }
      : undefined

  const telling = withoutAsides(words)
  const section = sectionsNamed(telling, all, sections)
  const topic = topicOf(telling, all, finder, section?.stems ?? [], documents)
  const about = passing(topic.rows)
  if (section && !(section.inPassing && about.length)) {
    const inside = passing(section.rows)
    const scope = { section: section.heading }
    return inside.length ? found(inside, scope) : { rows: section.rows, scope, named: true }
  }
  // a letter that is asked for is a scope of its own; the work of a party only with a topic
  if (!strict && about.length) {
    const inside = about.filter((row) => section?.rows.includes(row))
    return found(inside.length ? inside : about, { topic: topic.stems.join(' ') })
  }
  // nothing of the topic is theirs: the topic is shown rather than all that is theirs
  if (!strict && topic.rows.length) return { rows: topic.rows, scope: { topic: topic.stems.join(' ') }, named: false }
  return tests.length && documents.length === 1 ? found(passing(all), {}) : undefined
}

/** A list over more products than this was asked of none: the person is better asked which one. */
const MOST_PRODUCTS = 6

/** Part of a product's name is no topic inside that product, unless nothing else is said: "everything on keys". */
function topicOf(
  words: readonly string[],
  rows: readonly Activity[],
  finder: ConceptFinder,
  used: readonly string[],
  documents: readonly Document[],
): Topic {
  const names = documents.flatMap(({ id, product, aliases }) => [id, product, ...aliases].flatMap(wordsOf)).map(stemOf)
  const topic = topicRows(words, rows, finder, new Set([...used, ...names]))
  return topic.stems.length || used.length ? topic : topicRows(words, rows, finder, new Set(used))
}

function said(tests: readonly LetterTest[]): ListScope {
  const [first] = tests
  const party = first?.party ?? first?.side
  return {
    ...(party ? { party } : {}),
    ...(first?.letters.length && first.how !== 'any' ? { letters: first.letters } : {}),
  }
}
