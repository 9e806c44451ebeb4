// "Who is not accountable for it": a question for whoever does not hold a letter. The row is found as of any question;
// what is said of it is not who holds it.

import type { Without } from '../domain/resolution.ts'
import { plain } from './words.ts'

/** Where somebody begins to ask; "users who do not receive mail" are spoken of, nobody asks for them. */
const WHO =
  '(?:^|[,.;:!?] *|\\b(?:and|so|but|ok|okay|please|know|tell (?:me|us)|say|see|check|list|show(?: me| us)?) )who(?:ever)?(?: else)?'
const NOT = "(?: ?n'?t| not| never| no longer)"
const SOFT = '(?: (?:actually|really|at all|even|ever|formally|officially|explicitly|directly))*'
const BOUND = '(?:(?:supposed|expected|required|allowed|meant|obliged|obligated|permitted) to )'
const ROLE = '(?:roles?|parts?|say|letters?|involvement|dut(?:y|ies)|business|stake)'

const IS = new RegExp(`${WHO}(?:'s| is| are)${NOT}${SOFT} (?<rest>.*)$`)
const DOES = new RegExp(
  `${WHO} (?:do|does|should|must|shall|may|need|needs|has to|have to|ought)${NOT}${SOFT}(?: to)? (?<rest>.*)$`,
)
const HAS_NONE = new RegExp(
  `${WHO} (?:has|have|holds|hold|plays|play|takes|take|is without|are without)${SOFT} (?:(?:no|any) (?:\\w+ )?${ROLE}|nothing to do)\\b|${WHO}(?:'s| is| are) (?:uninvolved|left out|exempt(?:ed)?|without (?:an?|any) ${ROLE})\\b`,
)

const STATES: readonly (readonly [Without, RegExp])[] = [
  ['accountable', /^(?:(?:the )?(?:accountable|answerable|liable)|accountability)\b/],
  ['informed', /^(?:informed|told|notified|warned|alerted|updated|in the loop|made aware)\b/],
  ['consulted', /^(?:consulted|asked)\b/],
  ['doing', /^(?:the )?(?:responsible|in charge)\b/],
  ['role', /^(?:involved|concerned|part of|mentioned)\b/],
]
/** What somebody may fail to do without any duty in it: "who does not have access". */
const NO_DUTY =
  /^(?:have|has|know|get|receive|see|log|want|like|pay|use|need|work|exist|understand|remember|own an?|answer(?! for))\b/

/** One of these says so, however it is said. */
const SAYS_NOT = /n['’]?t\b|\b(?:not|never|no|any|nothing|without|uninvolved|left|exempt)/

/** What is asked for that somebody does not have; undefined where the question is another, or asks who does as well. */
export function withoutAsked(question: string): Without | undefined {
  const text = plain(question)
  if (!SAYS_NOT.test(text) || !/\bwho/.test(text) || (text.match(/\bwho/g)?.length ?? 0) > 1) return undefined
  if (HAS_NONE.test(text)) return 'role'
  const is = IS.exec(text)?.groups?.rest
  if (is !== undefined) {
    const verb = new RegExp(`^${BOUND}(?<verb>.*)$`).exec(is)?.groups?.verb
    return verb === undefined ? stateOf(is) : deedOf(verb)
  }
  const does = DOES.exec(text)?.groups?.rest
  return does === undefined ? undefined : deedOf(does)
}

function deedOf(verb: string): Without | undefined {
  if (new RegExp(`^(?:have|hold|play|take) (?:an?|any) (?:\\w+ )?${ROLE}\\b|^have anything to do\\b`).test(verb))
    return 'role'
  if (/^(?:have|hold|carry|own) (?:the |any )?(?:a|accountability)\b|^answer for\b/.test(verb)) return 'accountable'
  const state = /^(?:be|get|have to be|need to be) (?<state>.*)$/.exec(verb)?.groups?.state
  if (state !== undefined) return stateOf(state)
  return NO_DUTY.test(verb) ? undefined : 'doing'
}

const stateOf = (rest: string): Without | undefined => STATES.find(([, pattern]) => pattern.test(rest))?.[0]
