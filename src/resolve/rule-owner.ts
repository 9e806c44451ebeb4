// Among statements that say much the same: a question for who does it is answered by the one that names somebody doing
// it, beside those that speak of the thing.

import type { CommunicationRule } from '../domain/communication-rule.ts'
import type { Document } from '../domain/knowledge.ts'
import type { Candidate } from './decide.ts'
import { castOf, mentionsOf } from './parties.ts'
import { stemOf, wordsOf } from './words.ts'

const ASKS_WHO = /\bwho(?:se|m)?\b|\bwhich (?:party|side|team)\b/
/** What follows somebody who does something: a verb, not "of" or a noun of theirs. */
const DOES =
  /^ (?:must|should|shall|will|has to|have to|needs to|is (?:responsible|in charge|accountable)|are (?:responsible|in charge)|\w+[^s]s)(?= (?:the|a|an|its|their|it|them|to|for|that)\b)/

/** "When the customer detects an outage" says when, not who. */
const AS_SOON = /(?:^| )(?:when|if|once|as soon as|after|before|while|until|unless)(?: the| a)? $/

/** What a statement says that somebody does something to: the words behind their verb; empty where nobody does. */
function objectsIn({ quote }: CommunicationRule, documents: readonly Document[]): readonly string[] {
  const text = wordsOf(quote).join(' ')
  return mentionsOf(text, castOf(documents)).flatMap(({ by, from, to }) => {
    const verb = by === 'name' && !AS_SOON.test(text.slice(0, from)) ? DOES.exec(text.slice(to))?.[0] : undefined
    return verb === undefined ? [] : wordsOf(text.slice(to + verb.length)).slice(0, OBJECT_REACH)
  })
}

/** Words behind a verb that may name its object. */
const OBJECT_REACH = 6

/** Of the best one's score: less, and it speaks of something else. */
const NEAR_SCORE = 0.75

/** The quoted statements, behind the next one that says who does it where they are asked that and none of them does. */
export function withOwner(
  quoted: readonly CommunicationRule[],
  { text, stems }: { readonly text: string; readonly stems: readonly string[] },
  ranked: readonly Candidate[],
  documents: readonly Document[],
): readonly CommunicationRule[] {
  const [best] = ranked
  if (!best || !ASKS_WHO.test(text) || quoted.some((rule) => objectsIn(rule, documents).length)) return quoted
  const owner = ranked.find(
    ({ entry, score }) =>
      entry.type === 'rule' &&
      entry.document === quoted[0]?.document &&
      score >= best.score * NEAR_SCORE &&
      objectsIn(entry, documents).some((word) => stems.includes(stemOf(word))),
  )?.entry
  return owner?.type === 'rule' ? [owner, ...quoted] : quoted
}
