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
}

/** What rules are called; no topic of their own. */
const RULE_WORDS = new Set(wordsOf('rule rules statement statements communication announcement announcements').map(stemOf))
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
  const wanted = (topic.length ? topic : asked).map(stemOf)
  if (!wanted.length) return undefined
  const found = rulesOf(wanted, rules, finder, /\b(?:about|on|concerning|regarding|around)\b/.test(words.join(' ')))
  return found && { ...found, scope: { ...found.scope, ...(found.scope.section ? {} : { topic: topic.join(' ') }) } }
}

function rulesOf(
  wanted: readonly string[],
  rules: readonly CommunicationRule[],
  finder: ConceptFinder,
  about: boolean,
): RulesFound | undefined {
  const shows = (stems: readonly string[]): boolean => {
    const concepts = new Set(finder.find(stems).map(({ concept }) => concept))
    return wanted.every((stem, at) =>
      stems.includes(stem) || finder.find(wanted).some((one) => one.at.includes(at) && concepts.has(one.concept)),
    )
  }
  const headings = outermost(headingsOf(rules).filter((heading) => wanted.every((stem) => heading.stems.includes(stem))))
  const under = new Set(headings.flatMap((heading) => heading.rows))
  if (under.size && !about) {
    const sections = [...new Set(headings.map(({ text }) => text))]
    return { rows: [...under], scope: { section: sections.join(', '), sections }, named: true }
  }
  const said = rules.filter((rule) => under.has(rule) || shows(stemsOf(rule)))
  return said.length ? { rows: said, scope: {}, named: under.size > 0 } : undefined
}

const stemsOf = ({ section, quote }: CommunicationRule): readonly string[] =>
  wordsOf([...section, quote].join(' ')).map(stemOf)

function outermost(headings: readonly Heading<CommunicationRule>[]): readonly Heading<CommunicationRule>[] {
  return headings.filter(
    (heading) =>
      !headings.some((other) => other.level < heading.level && heading.rows.every((rule) => other.rows.includes(rule))),
  )
}
