// A set of entries: those of a section or phase, of a party and its letters, about one topic, and what these have in
// common. Where no row is the party's, that is the answer.

import type { Document, Entry } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { ListScope } from '../domain/resolution.ts'
import { withoutAsides } from './asides.ts'
import type { ConceptFinder } from './concepts.ts'
import { isNotAbout } from './denied.ts'
import { isAnyone, type LetterTest, letterTests, partiesNamed, passes } from './letter-tests.ts'
import { type ConditionAsked, conditionAsked, rowsUnder } from './list-condition.ts'
import { activitiesOf, sectionsEverywhere } from './list-everywhere.ts'
import { lettersAsked, nothingHeld } from './list-letters.ts'
import { rulesAsked } from './list-rules.ts'
import type { SectionFound } from './list-sections.ts'
import { type Topic, telling, topicRows } from './list-topic.ts'
import { castOf } from './parties.ts'
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
  /** The question as the person wrote it: "IT" is a party, "it" is not. */
  readonly written?: string
  /** Stems that hint at the product. */
  readonly hints?: readonly string[]
}

/** The rows that a list question asks for; undefined when it names no scope that the documents have. */
export function listRows(question: ListQuestion): ListFound | undefined {
  const { text, words, documents, sections, finder, written, hints = [] } = question
  const everywhere = documents.length <= MOST_PRODUCTS || EVERY_PRODUCT.test(text)
  const heard = withoutAsides(words.join(' ').replace(EVERY_PRODUCT, ' ').split(' ').filter(Boolean))
  const condition = conditionAsked(heard.join(' '))
  const said = condition ? blankedOut(heard.join(' '), condition).split(' ').filter(Boolean) : heard
  const rules = rulesAsked(said, documents, finder)
  if (rules) return rules
  const all = documents.flatMap(activitiesOf)
  if (!all.length) return undefined
  const cast = castOf(documents, written)
  const { parties, providers } = cast
  const unconditional = condition ? blankedOut(text, conditionAsked(text)) : text
  const tests = letterTests(unconditional, cast)
  if (!tests) return undefined
  const named = partiesNamed(unconditional, cast)
  const section = everywhere ? sectionsEverywhere(withoutRoles(said, named), documents, sections) : undefined
  const names = [...namesOf(documents), ...hints]
  const meant = topicOf(said, all, finder, [...(section?.stems ?? []), ...named.map(stemOf)], names)
  // what one or two documents alone speak of is not looked for under other words in all of them
  const own = { ...meant, rows: meant.worded }
  const topic = documents.length > FEW_PRODUCTS && isOfFew(own) ? own : meant
  if (!everywhere && topic !== own) return undefined
  const mentioned = section && !section.except.length ? aboutSection(said, section) : []
  const mentions = mentioned.length ? topicRows(mentioned, all, finder, NO_STEMS).worded : []
  const companies = [...parties, ...providers].flatMap(wordsOf).map(stemOf)
  const used = new Set([...(section?.stems ?? []), ...names, ...companies])
  return chosen({
    tests,
    parties,
    condition,
    section,
    topic,
    mentioning: mentions,
    mentioned: mentioned.join(' '),
    left: topic.rows.length > 0 && isNotAbout(text, startOf(topic, text)),
    all,
    documents,
    counts: HOW_MANY.test(text),
    whole: HOW_MANY.test(text) || (documents.length === 1 && WHOLE.test(text)),
    splits: WHO_WHAT.test(text),
    byName: named.length > 0,
    everyProduct: EVERY_PRODUCT.test(text),
    rest: telling(said, used),
  })
}

/**
 * The words of "everything about X" where X is what people call a section: its rows are not the only ones about it.
 * None where X is the heading itself.
 */
function aboutSection(words: readonly string[], { stems, headings }: SectionFound): readonly string[] {
  const start = words.findIndex((word, at) => ABOUT.test(word) && stems.includes(stemOf(words[at + 1] ?? '')))
  if (start < 0) return []
  const after = words.slice(start + 1)
  const end = after.findIndex((word) => !stems.includes(stemOf(word)))
  const said = end < 0 ? after : after.slice(0, end)
  const isHeading = headings.some((heading) =>
    said.every((word) => wordsOf(heading).map(stemOf).includes(stemOf(word))),
  )
  return isHeading ? [] : said
}

const ABOUT = /^(?:about|concern(?:s|ing)?|regarding|mention(?:s|ing)?|touching)$/
const NO_STEMS: ReadonlySet<string> = new Set()

/** Where the text first says a word of the topic. */
function startOf({ words }: Topic, text: string): number {
  const [first] = words.map((word) => ` ${text} `.indexOf(` ${word} `)).toSorted((a, b) => a - b)
  return Math.max(0, first ?? 0)
}

/** The text with the words of a condition blanked out: offsets stay. */
function blankedOut(text: string, condition: ConditionAsked | undefined): string {
  if (!condition) return text
  const { from, to } = condition
  return `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`
}

/** The words with those blanked out that call a party by a name of its own: an operator is no section on operating. */
function withoutRoles(words: readonly string[], named: readonly string[]): readonly string[] {
  return words.map((word) => (named.includes(word) && !/^(?:customer|client)/.test(word) ? '' : word))
}

/** What the words of a list question named. */
interface Named {
  readonly tests: readonly LetterTest[]
  readonly parties: readonly string[]
  readonly condition: ConditionAsked | undefined
  readonly section: SectionFound | undefined
  readonly topic: Topic
  /** The rows that say what the question is about in words that name the section too, and those words. */
  readonly mentioning: readonly Activity[]
  readonly mentioned: string
  /** Whether the topic is what the list leaves out. */
  readonly left: boolean
  readonly all: readonly Activity[]
  readonly documents: readonly Document[]
  /** Whether the question asks how many there are. */
  readonly counts: boolean
  /** Whether it asks for all that there is of the documents. */
  readonly whole: boolean
  /** Whether it asks how the work on something is split. */
  readonly splits: boolean
  /** Whether a party is called by its name. */
  readonly byName: boolean
  /** Whether it says that all products are meant. */
  readonly everyProduct: boolean
  /** Telling words that named no section and no product. */
  readonly rest: readonly string[]
}

function chosen(named: Named): ListFound | undefined {
  const {
    tests,
    parties,
    condition,
    section,
    topic,
    left,
    all,
    documents,
    counts,
    whole,
    splits,
    byName,
    everyProduct,
    rest,
  } = named
  const strict = condition !== undefined || tests.some(({ how }) => how !== 'any')
  const holds = lettersAsked(tests, parties)
  const limits: ListScope = { ...holds, ...(condition ? { occasions: condition.occasions } : {}) }
  // a party that is named and nothing besides, or the very words of several rows, leave no doubt that a list is meant
  const plain =
    (documents.length === 1 && ((byName && !rest.length) || ((topic.headed || splits) && topic.worded.length > 1))) ||
    (everyProduct && topic.headed && topic.worded.length > 1)
  const certainty = ({ section: heading, except }: ListScope) => ({
    named: strict || counts || plain || (whole && !rest.length) || heading !== undefined || except !== undefined,
    exact: heading !== undefined && !rest.length,
  })
  const under = new Set(condition ? rowsUnder(condition, all) : all)
  const passing = (rows: readonly Activity[]): readonly Activity[] =>
    rows.filter((row) => under.has(row) && passes(row, tests))
  const found = (rows: readonly Activity[], scope: ListScope): ListFound | undefined =>
    rows.length ? { rows, scope: { ...scope, ...limits }, ...certainty(scope) } : undefined
  const none = (rows: readonly Activity[], scope: ListScope): ListFound =>
    condition
      ? { rows: [], scope: { ...scope, ...limits, none: true, of: rows.length }, ...certainty(scope) }
      : { ...nothingHeld(rows, { ...scope, ...holds }, tests), ...certainty(scope) }
  if (left) {
    const words = [...(section?.except ?? []), topic.words.join(' ')]
    const within = section?.headings.length ? { section: section.headings.join(', '), sections: section.headings } : {}
    const rows = passing(section?.rows ?? all).filter((row) => !topic.rows.includes(row))
    return documents.length === 1 ? found(rows, { ...within, except: words }) : undefined
  }
  const about = passing(topic.rows)
  if (section && !(section.inPassing && about.length)) {
    const scope = {
      ...(section.headings.length ? { section: section.headings.join(', '), sections: section.headings } : {}),
      ...(section.except.length ? { except: section.except } : {}),
    }
    // "the backup rows in monitoring": those of the section that say so
    const both = topic.limits ? passing(topic.worded).filter((row) => section.rows.includes(row)) : []
    if (both.length) return found(both, { ...scope, topic: topic.words.join(' ') })
    const beside = passing(named.mentioning).filter((row) => !section.rows.includes(row))
    if (beside.length) {
      const rows = all.filter((row) => beside.includes(row) || section.rows.includes(row))
      return found(passing(rows), { topic: named.mentioned })
    }
    return found(passing(section.rows), scope) ?? none(section.rows, scope)
  }
  // a letter that is asked for is a scope of its own, unless it is asked about something
  if ((!strict || ((topic.headed || condition || documents.length > 1) && rest.length)) && about.length) {
    const inside = about.filter((row) => section?.rows.includes(row))
    return found(inside.length ? inside : about, { topic: topic.words.join(' ') })
  }
  if (!strict && topic.rows.length) return none(topic.rows, { topic: topic.words.join(' ') })
  if (!tests.length && !condition) return whole && !rest.length ? found(all, {}) : undefined
  // "which backup tasks have nobody": the topic's rows, each of which has somebody
  const nobodys = tests.some((test) => test.how === 'without' && isAnyone(test))
  if (nobodys && topic.headed && topic.rows.length) return none(topic.rows, { topic: topic.words.join(' ') })
  if ((documents.length > 1 && !counts && !nobodys) || (condition && rest.length)) return undefined
  return found(passing(all), {}) ?? (strict && !rest.length ? none(all, {}) : undefined)
}

/** A list over more products than this was asked of none: the person is better asked which one. */
export const MOST_PRODUCTS = 6
/** ... unless they say that all are meant, or what they ask about exists on one or two only. */
export const EVERY_PRODUCT =
  /\b(?:(?:on|for|in|of|with|across|over) )?(?:all|every|each|which|what|any)(?: of)?(?: the| our| your)?(?: \d+| two| three| four| five| six| other)? (?:products?|solutions|offers|(?<=(?:all|of) (?:the |our |your )?)services)\b/
const FEW_PRODUCTS = 2
const WHOLE = /\b(?:everything|all|whole|full|complete|entire|every|each|overview|matrix|raci)\b/
const WHO_WHAT = /\bwho (?:\w+ ){1,3}?what\b|\bhow (?:is|are) (?:\w+ ){1,5}?(?:split|shared|divided)\b/
const HOW_MANY = /\b(?:how many|number of|count)\b/

const isOfFew = ({ rows, headed }: Topic): boolean =>
  headed && rows.length > 0 && new Set(rows.map(({ product }) => product)).size <= FEW_PRODUCTS

/** Part of a product's name is no topic inside that product, unless nothing else is said: "everything on keys". */
function topicOf(
  words: readonly string[],
  rows: readonly Activity[],
  finder: ConceptFinder,
  used: readonly string[],
  names: readonly string[],
): Topic {
  const topic = topicRows(words, rows, finder, new Set([...used, ...names]))
  return topic.stems.length || used.length ? topic : topicRows(words, rows, finder, new Set(used))
}

function namesOf(documents: readonly Document[]): readonly string[] {
  return documents.flatMap(({ id, product, aliases }) => [id, product, ...aliases].flatMap(wordsOf)).map(stemOf)
}
