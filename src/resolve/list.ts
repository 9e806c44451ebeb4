// A set of entries: those of a section or phase, of a party and its letters, about one topic, and what these have in
// common. Where no row is the party's, that is the answer.

import type { Document, Entry } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { ListScope } from '../domain/resolution.ts'
import { withoutAsides } from './asides.ts'
import type { ConceptFinder } from './concepts.ts'
import { type LetterTest, letterTests, passes } from './letter-tests.ts'
import { activitiesOf, sectionsEverywhere } from './list-everywhere.ts'
import { lettersAsked, nothingHeld } from './list-letters.ts'
import { rulesAsked } from './list-rules.ts'
import type { SectionFound } from './list-sections.ts'
import { type Topic, telling, topicRows } from './list-topic.ts'
import { stemOf, wordsOf } from './words.ts'

export interface ListFound {
  readonly rows: readonly Entry[]
  readonly scope: ListScope
  /** Whether a section or a letter was named. A topic alone is a guess, which doubt about the question may overrule. */
  readonly named: boolean
  /** Whether a section was named and nothing besides. */
  readonly exact: boolean
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
  const everywhere = documents.length <= MOST_PRODUCTS || EVERY_PRODUCT.test(text)
  const said = withoutAsides(words.join(' ').replace(EVERY_PRODUCT, ' ').split(' ').filter(Boolean))
  const rules = rulesAsked(said, documents, finder)
  if (rules) return rules
  const all = documents.flatMap(activitiesOf)
  const parties = [...new Set(documents.flatMap((document) => document.parties))]
  const providers = [...new Set(documents.flatMap(({ provider }) => provider ?? []))]
  const tests = letterTests(text, {
    parties,
    providers,
    productWords: new Set(documents.flatMap(({ product }) => wordsOf(product))),
  })
  const section = everywhere ? sectionsEverywhere(said, documents, sections) : undefined
  const meant = topicOf(said, all, finder, section?.stems ?? [], documents)
  // what one or two documents alone speak of is not looked for under other words in all of them
  const own = { ...meant, rows: meant.worded }
  const topic = documents.length > FEW_PRODUCTS && isOfFew(own) ? own : meant
  if (!everywhere && topic !== own) return undefined
  const counts = HOW_MANY.test(text)
  const companies = [...parties, ...providers].flatMap(wordsOf).map(stemOf)
  const used = new Set([...(section?.stems ?? []), ...namesOf(documents), ...companies])
  return chosen({ tests, parties, section, topic, all, documents, counts, rest: telling(said, used) })
}

/** What the words of a list question named. */
interface Named {
  readonly tests: readonly LetterTest[]
  readonly parties: readonly string[]
  readonly section: SectionFound | undefined
  readonly topic: Topic
  readonly all: readonly Activity[]
  readonly documents: readonly Document[]
  /** Whether the question asks how many there are. */
  readonly counts: boolean
  /** Telling words that named no section and no product. */
  readonly rest: readonly string[]
}

function chosen({ tests, parties, section, topic, all, documents, counts, rest }: Named): ListFound | undefined {
  const strict = tests.some(({ how }) => how !== 'any')
  const holds = lettersAsked(tests, parties)
  const certainty = ({ section: heading }: ListScope) => ({
    named: strict || counts || heading !== undefined,
    exact: heading !== undefined && !rest.length,
  })
  const passing = (rows: readonly Activity[]): readonly Activity[] => rows.filter((row) => passes(row, tests))
  const found = (rows: readonly Activity[], scope: ListScope): ListFound | undefined =>
    rows.length ? { rows, scope: { ...scope, ...holds }, ...certainty(scope) } : undefined
  const none = (rows: readonly Activity[], scope: ListScope): ListFound => ({
    ...nothingHeld(rows, { ...scope, ...holds }, tests),
    ...certainty(scope),
  })
  const about = passing(topic.rows)
  if (section && !(section.inPassing && about.length)) {
    const scope = { section: section.headings.join(', '), sections: section.headings }
    return found(passing(section.rows), scope) ?? none(section.rows, scope)
  }
  // a letter that is asked for is a scope of its own, unless it is asked about something
  if ((!strict || ((topic.headed || documents.length > 1) && rest.length)) && about.length) {
    const inside = about.filter((row) => section?.rows.includes(row))
    return found(inside.length ? inside : about, { topic: topic.words.join(' ') })
  }
  if (!strict && topic.rows.length) return none(topic.rows, { topic: topic.words.join(' ') })
  if (!tests.length) return counts && !rest.length ? found(all, {}) : undefined
  if (documents.length > 1 && !counts) return undefined
  return found(passing(all), {}) ?? (strict && !rest.length ? none(all, {}) : undefined)
}

/** A list over more products than this was asked of none: the person is better asked which one. */
export const MOST_PRODUCTS = 6
/** ... unless they say that all are meant, or what they ask about exists on one or two only. */
export const EVERY_PRODUCT =
  /\b(?:(?:on|for|in|of|with|across|over) )?(?:all|every|each|which|what|any)(?: of)?(?: the| our| your)?(?: \d+| two| three| four| five| six| other)? (?:products?|solutions|offers|(?<=(?:all|of) (?:the |our |your )?)services)\b/
const FEW_PRODUCTS = 2
const HOW_MANY = /\b(?:how many|number of|count)\b/

const isOfFew = ({ rows, headed }: Topic): boolean =>
  headed && rows.length > 0 && new Set(rows.map(({ product }) => product)).size <= FEW_PRODUCTS

/** Part of a product's name is no topic inside that product, unless nothing else is said: "everything on keys". */
function topicOf(
  words: readonly string[],
  rows: readonly Activity[],
  finder: ConceptFinder,
  used: readonly string[],
  documents: readonly Document[],
): Topic {
  const topic = topicRows(words, rows, finder, new Set([...used, ...namesOf(documents)]))
  return topic.stems.length || used.length ? topic : topicRows(words, rows, finder, new Set(used))
}

function namesOf(documents: readonly Document[]): readonly string[] {
  return documents.flatMap(({ id, product, aliases }) => [id, product, ...aliases].flatMap(wordsOf)).map(stemOf)
}
