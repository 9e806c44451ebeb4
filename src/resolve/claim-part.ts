// Which part a verb gives a party: "have to restore" the work, "be told" the news. Parties stand as `@` and a number.

import type { Claim } from '../domain/resolution.ts'

type Part = Claim['part']

/** Words that change nothing, each behind a space. */
export const ADVERBS =
  '(?: (?:also|always|ever|actually|really|still|then|now|automatically|even|normally|usually|formally|officially|ultimately|fully|directly|all|possibly|being|kept|held))*'

const STATES: readonly (readonly [Part, RegExp])[] = [
  ['accountable', /^(?:accountable|answerable|liable)\b(?! and| or)/],
  [
    'informed',
    /^(?:informed|told|notified|warned|alerted|updated|in the loop|posted|up to date|made aware|given (?:an? )?(?:notice|warning|heads[- ]?up))\b(?! to\b| and\b| or\b)/,
  ],
  ['consulted', /^(?:consulted|asked (?:first|beforehand|for (?:\S+ )?(?:opinion|advice|input|view)))\b(?! and| or)/],
  [
    'doing',
    /^(?:responsible|in charge|on the hook|to blame|the (?:owner|ones?|party) (?:of|for|who|that|to|responsible|in charge))\b(?! and| or)/,
  ],
]
const OBLIGED = /^(?:supposed|expected|required|obliged|obligated|meant|bound) to (?<verb>.*)$/
/** What somebody is at without it being their work. */
const NO_WORK = /^(?:having|getting|going|paying|using|losing|missing|waiting|asking|being|wondering|looking)\b/

/** What is said of somebody after "is": a state, a duty, or what they are at. */
export function isPart(said: string): Part | undefined {
  const rest = stripped(said)
  const verb = OBLIGED.exec(rest)?.groups?.verb
  if (verb !== undefined) return doPart(verb, 'must')
  const state = stateOf(rest)
  if (state) return state
  return /^\w{2,}ing\b/.test(rest) && !NO_WORK.test(rest) ? 'doing' : undefined
}

/** Somebody tells or asks somebody. */
export const TELLS =
  /^(?:(?:have|has|need|needs) to )?(?:(?:inform|tell|notify|warn|alert|let)|(?<asks>consult|ask)) @(?<whom>\d)(?!')\b/

const HAVE_TO = /^(?:have|has|need|needs|ought|got) (?:got )?to(?: |$)/
/** No work of anybody's, though a duty may be spoken of. */
const NO_DUTY =
  /^(?:know|pay|wait|worry|care|accept|use|have|trust|rely|live|expect|agree|ask|want|see|lose|need|get|own an?)\b/
/** Nobody asks for work with "do we have backups" or "does it include …". */
const NO_DEED =
  /^(?:receive|think|mean|offer|support|allow|include|charge|guarantee|require|depend|matter|exist|work|cost|understand|hold|let|like|go|come|say|consider|promise|count|mail|call|phone|ring|write|speak|talk|provide an?|(?:drop|give|send) (?:@|some|any|an? ))\b/

/** What somebody does, must do or has to do. */
export function doPart(said: string, aux: string): Part | undefined {
  const rest = stripped(said)
  const duty = rest.replace(HAVE_TO, '')
  const bound = duty !== rest || /^(?:must|should|shall)/.test(aux)
  if (/^(?:hear (?:about|of)|(?:get|receive) (?:an? |any )?(?:notice|notification|warning|heads[- ]?up))\b/.test(duty))
    return 'informed'
  if (/^(?:have|get) a say\b/.test(duty)) return 'consulted'
  const passive = /^(?:be|get|become|stay) (?<state>.*)$/.exec(duty)?.groups?.state
  if (passive !== undefined) return stateOf(stripped(passive))
  if (/^(?:answer for|(?:carry|hold|have|own) (?:the|an) (?:a|accountability))(?= |$)/.test(duty)) return 'accountable'
  if (/^(?:carry|hold|have|own) (?:the|an) r(?= |$)/.test(duty)) return 'doing'
  if (aux === 'will' || !(duty || bound) || NO_DUTY.test(duty) || (!bound && NO_DEED.test(duty))) return undefined
  return 'doing'
}

/** What somebody can do, or may; being able to is another question. */
export function mayPart(rest: string): Part | undefined {
  const isOther = /^(?:i|be|help|tell|show|see|give|find|check|use|have|do it\b.*self)\b|\b\w+sel(?:f|ves)\b|@\d/.test(
    rest,
  )
  return isOther ? undefined : doPart(rest, 'can')
}

function stateOf(rest: string): Part | undefined {
  return STATES.find(([, pattern]) => pattern.test(rest))?.[0]
}

const LEADING = new RegExp(`^${ADVERBS}`)

const stripped = (said: string): string => ` ${said.trim()}`.replace(LEADING, '').trim()
