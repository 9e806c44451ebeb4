// Whether a window was announced as early as the provider's own rule promises; where its words leave that open,
// so does the verdict.

import type { Instant, MaintenanceFacts } from '../domain/maintenance.ts'
import type { NoticeRule } from '../domain/maintenance-notice.ts'
import { businessDaysAhead, isBusinessDay, type WorkingDays } from './business-days.ts'
import { localTime } from './local-time.ts'

export type Verdict = 'in time' | 'late' | 'the document does not say'

export interface Notice {
  /** Business days from the announcement to the start, counted by days; absent when nobody said when it was announced. */
  readonly businessDays?: number
  readonly verdict: Verdict
  /** What it was held against; absent when no document promises anything. */
  readonly rule?: NoticeRule
  /** Why the verdict is open, for a person. */
  readonly because?: string
}

/** Holds a window against the rules of its product. Days are counted on the calendar of the window's own zone. */
export function noticeOf(window: MaintenanceFacts, rules: readonly NoticeRule[], working: WorkingDays): Notice {
  const ofKind = rules.filter((one) => one.for === window.kind)
  const rule = ofKind.find((one) => one.businessDays !== undefined) ?? ofKind[0]
  if (window.announcedAt === undefined) {
    return open(rule, 'no source says when it was announced')
  }
  const { byDay, byHour } = daysOfNotice(window.announcedAt, window.start, window.zone, working)
  const counted = { businessDays: byDay }
  if (rule?.businessDays === undefined) {
    const because = rule ? 'its words promise no number of business days' : 'no loaded rule promises a notice'
    return { ...counted, ...open(rule, because) }
  }
  if (byHour >= rule.businessDays) return { ...counted, verdict: 'in time', rule }
  if (byDay < rule.businessDays) return { ...counted, verdict: 'late', rule }
  const because = 'counted by days it is in time, by hours it is not, and the rule does not say which'
  return { ...counted, ...open(rule, because) }
}

function open(rule: NoticeRule | undefined, because: string): Notice {
  return { verdict: 'the document does not say', because, ...(rule ? { rule } : {}) }
}

/** "Three business days" may mean the third day before, or three times a whole day: both are counted. */
function daysOfNotice(announced: Instant, start: Instant, zone: string, working: WorkingDays) {
  const from = localTime(announced, zone)
  const to = localTime(start, zone)
  const byDay = announced < start ? businessDaysAhead(from.day, to.day, working) : 0
  // Told on a day off, it is known from the next business morning on: as if at the end of the day before.
  const since = isBusinessDay(from.day, working) ? from.time : '24:00'
  const isCutShort = isBusinessDay(to.day, working) && since > to.time
  return { byDay, byHour: Math.max(0, byDay - (isCutShort ? 1 : 0)) }
}
