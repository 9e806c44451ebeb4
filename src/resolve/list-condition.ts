// Lists of rows that are done only under a condition: "what happens only on request", "rows that depend on an option".

import { type Occasion, occasionsOf } from '../domain/condition.ts'
import type { Activity } from '../domain/raci.ts'
import { telling } from './list-topic.ts'
import { stemOf, wordsOf } from './words.ts'

export interface ConditionAsked {
  /** One of these is enough. */
  readonly occasions: readonly Occasion[]
  /** Stems of what the option is called: "the Backup+ option". */
  readonly called: readonly string[]
  readonly from: number
  readonly to: number
}

const NOUN = '(?:requests?|options?|subscriptions?|add ?ons?|extras?|conditions?)'
/** A phase is no condition: "on our side before subscription". */
const PHASE = '(?:before|during|after|until|till|prior|since)'
const WITHIN = `(?:(?!(?:and|or|who|in|on|of|is|are|${PHASE})\\b)\\w+ ){0,4}?`
const LEAD =
  '(?:(?:depend(?:s|ing)?|hinges?|rely|relies) (?:up)?on|(?:subject|tied|linked|bound) to|(?:requires?|needs?)|(?:(?:only|just) )?(?:(?:up)?on|at|upon|after|with|by|if|when|in case of|under))'
const ASKING =
  '(?:only |just )?(?:when|if|once|unless|after) (?:(?:the|a|an|our|their) )?(?:\\w+ ){1,2}?(?:asks?|requests?|orders?|subscribes?|buys?|books?)(?: (?:for )?(?:it|them|so))?(?= |$)'
/** What follows the subscription is a phase too; "only after subscription to the option" is none. */
const AFTERWARDS =
  '(?<!(?:only|just) )(?:after|upon) (?:(?:the|our|their|service|product) )*subscriptions?(?! to the\\b| to an?\\b)'
const CONDITION = new RegExp(
  `\\b(?!${AFTERWARDS})(?:(?:only |just )?(?:${LEAD} ${WITHIN}${NOUN}(?: (?:or|and) (?:${LEAD} )?${WITHIN}${NOUN})*|${ASKING})|optional(?:ly)?|conditional(?:ly)?)(?! \\w*(?:rate|limit|id)\\b)`,
)
/** What comes before words that are the topic, or before a condition that does not hold. */
const NOT_ASKED = /\b(?:about|mention\w*|concerning|regarding|no|not|never|without|haven t|didn t) (?:\w+ )?$/

/** The condition that a list is limited to, and where the text says so; undefined when it says nothing of one. */
export function conditionAsked(text: string): ConditionAsked | undefined {
  const found = CONDITION.exec(text)
  if (!found || NOT_ASKED.test(text.slice(0, found.index))) return undefined
  const [words] = found
  const request = /\b(?:requests?|asks?)\b/.test(words)
  const option = /\b(?:options?|subscri\w+|add ?ons?|extras?|optional\w*|orders?|buys?|books?)\b/.test(words)
  const occasions: readonly Occasion[] = request === option ? ['request', 'option'] : request ? ['request'] : ['option']
  const called = option && !request ? telling(wordsOf(words), new Set(SAYS_CONDITION)).map(stemOf) : []
  return { occasions, called, from: found.index, to: found.index + words.length }
}

const SAYS_CONDITION = wordsOf(
  'depend depends depending hinges rely relies subject tied linked bound requires require request requests option options subscription subscriptions subscribe subscribes subscribed add ons extra extras optional optionally conditional conditionally condition conditions paid chosen certain particular order orders buy buys book books upon after unless case under',
).map(stemOf)

/** The rows that are done only so; of an option that is called by a name, those whose words hold it. */
export function rowsUnder({ occasions, called }: ConditionAsked, rows: readonly Activity[]): readonly Activity[] {
  const under = rows.filter(({ text }) => occasionsOf(text).some((occasion) => occasions.includes(occasion)))
  if (!called.length) return under
  return under.filter(({ text }) => {
    const stems = wordsOf(text).map(stemOf)
    return called.every((stem) => stems.includes(stem))
  })
}
