// Lists over communication rules: what stands under the heading that is named, or is about the topic.

import type { CommunicationRule } from '../domain/communication-rule.ts'
import type { Document } from '../domain/knowledge.ts'
import type { ListScope } from '../domain/resolution.ts'
import type { ConceptFinder } from './concepts.ts'
import { type Heading, headingsOf } from './headings.ts'
import { telling } from './list-topic.ts'
import { stemOf, wordsOf } from './words.ts'

export interface RulesFound {
  readonly rows: readonly CommunicationRule[]
  readonly scope: ListScope
  readonly named: boolean
  readonly exact: boolean
}

/** What rules are called; no topic of their own. */
const RULE_WORDS = new Set(
  wordsOf('rule rules statement statements communication announcement announcements').map(stemOf),
)
const SAYS_RULES = /\b(?:rules?|statements?|severit(?:y|ies)|announcements?)\b/

/**
 * The rules that a list question asks for, where every document asked about is one of communication or the question
 * says that rules are meant; else undefined, also when none is of the topic.
 * @param words Without product names.
 */
export function rulesAsked(
  words: readonly string[],
  documents: readonly Document[],
  finder: ConceptFinder,
): RulesFound | undefined {
  const rules = documents.flatMap(({ entries }) => entries).filter((entry) => entry.type === 'rule')
  const only = documents.every(({ kind }) => kind === 'communication')
  if (!rules.length || !(only || SAYS_RULES.test(words.join(' ')))) return undefined
  const names = documents.flatMap(({ product, aliases }) => [product, ...aliases].flatMap(wordsOf)).map(stemOf)
  const asked = telling(words, new Set(names))
  const topic = asked.filter((word) => !RULE_WORDS.has(stemOf(word)))
  if (!asked.length) return undefined
  const headings = headingsOf(rules)
  const whole = underHeading(asked, headings)
  const wanted = (whole.length || !topic.length ? asked : topic).map(stemOf)
  const under = whole.length ? whole : underHeading(topic, headings)
  const sections = [...new Set(under.map(({ text }) => text))]
  const inside = new Set(under.flatMap(({ rows }) => rows))
  const about = !under.length || ABOUT.test(words.join(' '))
  const rows = rules.filter(
    (rule) => inside.has(rule) || (about && wanted.every((stem) => stemsOf(rule).includes(stem))),
  )
  const found =
    rows.length || !ABOUT.test(words.join(' ')) ? rows : rules.filter((rule) => meansAll(wanted, stemsOf(rule), finder))
  if (!found.length) return undefined
  const named = under.length > 0
  const scope =
    named && found.length === inside.size
      ? { section: sections.join(', '), sections }
      : { topic: (whole.length || !topic.length ? asked : topic).join(' ') }
  return { rows: found, scope, named, exact: named }
}

const ABOUT = /\b(?:about|on|concerning|regarding|around)\b/

/** The outermost headings that hold all the words. */
function underHeading(
  words: readonly string[],
  headings: readonly Heading<CommunicationRule>[],
): readonly Heading<CommunicationRule>[] {
  const stems = words.map(stemOf)
  return stems.length
    ? outermost(headings.filter((heading) => stems.every((stem) => heading.stems.includes(stem))))
    : []
}

/** Whether other words of the same meaning stand in the rule. */
function meansAll(wanted: readonly string[], stems: readonly string[], finder: ConceptFinder): boolean {
  const concepts = new Set(finder.find(stems).map(({ concept }) => concept))
  const spoken = finder.find(wanted)
  return wanted.every(
    (stem, at) => stems.includes(stem) || spoken.some((one) => one.at.includes(at) && concepts.has(one.concept)),
  )
}

const stemsOf = ({ section, quote }: CommunicationRule): readonly string[] =>
  wordsOf([...section, quote].join(' ')).map(stemOf)

function outermost(headings: readonly Heading<CommunicationRule>[]): readonly Heading<CommunicationRule>[] {
  return headings.filter(
    (heading) =>
      !headings.some((other) => other.level < heading.level && heading.rows.every((rule) => other.rows.includes(rule))),
  )
}
