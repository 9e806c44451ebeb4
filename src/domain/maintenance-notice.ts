// How early a provider promised to announce maintenance, read from the documents' own words.

import type { CommunicationRule } from './communication-rule.ts'
import type { MaintenanceFacts } from './maintenance.ts'

/** A promise of notice as a document words it. */
export interface NoticeRule {
  readonly for: MaintenanceFacts['kind']
  /** Absent when the words promise no number of business days. */
  readonly businessDays?: number
  /** Absent for a promise that says no time before the start either. */
  readonly rule: CommunicationRule
  /** The sentence that promises, verbatim. */
  readonly words: string
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const DAYS = new RegExp(
  String.raw`\b(\d{1,2}|${NUMBERS.join('|')})\s+(?:\(\d{1,2}\)\s+)?(?:business|working)\s+days?\b(?=[^.]*\b(?:advance|before|prior|notice|ahead)\b)`,
  'iu',
)
const ANNOUNCES = /\b(?:announc|notif|communicat|inform|notice)\w*/iu
const TIMED = /\b(?:hours?|days?|minutes?|weeks?|advance|prior|before)\b/iu
const MAINTENANCE = /\bmaintenance\b/iu
const EMERGENCY = /\b(?:emergency|urgent|unplanned)\b/iu

/** What the rule promises on maintenance; empty for a rule about something else. */
export function noticeRulesOf(rule: CommunicationRule): readonly NoticeRule[] {
  return rule.quote
    .split(/(?<=\.)\s+|\n/u)
    .map((words) => words.trim())
    .filter((words) => ANNOUNCES.test(words) && TIMED.test(words) && isAboutMaintenance(rule, words))
    .map((words) => {
      const days = daysIn(words)
      const urgent = EMERGENCY.test(words) || EMERGENCY.test(rule.section.at(-1) ?? '')
      return {
        for: urgent ? 'emergency' : 'planned',
        ...(days === undefined ? {} : { businessDays: days }),
        ...{ rule, words },
      }
    })
}

function isAboutMaintenance({ section }: CommunicationRule, words: string): boolean {
  return MAINTENANCE.test(words) || MAINTENANCE.test(section.at(-1) ?? '')
}

function daysIn(words: string): number | undefined {
  const written = DAYS.exec(words)?.[1]?.toLowerCase()
  if (written === undefined) return undefined
  const named = NUMBERS.indexOf(written)
  return named >= 0 ? named : Number(written)
}
