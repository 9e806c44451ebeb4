// Who is due when: a channel's digests up to now, by its own clock, weekdays and holidays. Pure.

import type { HolidayCalendar, Instant } from '../domain/maintenance.ts'
import type { DigestSubscription } from '../ports/digest-subscription-store.ts'
import { dayAfter, isBusinessDay } from './business-days.ts'
import { instantAt, localTime } from './local-time.ts'

const MINUTE = 60_000
/** How late a digest may still be posted. */
export const DEFAULT_GRACE = 180 * MINUTE
/** Later than this, a digest says that it is late: a run takes minutes where many channels are due at once. */
const PUNCTUAL = 15 * MINUTE
/** Days that are looked back on: what is older was skipped by a run before, or nobody was there to tell. */
const LOOKED_BACK = 3

/** `missed` is past the grace time: not posted any more. */
export type Standing = 'on-time' | 'late' | 'missed'

export interface DueDigest {
  /** ISO day on the channel's own calendar: with the channel it names the digest, once for all. */
  readonly day: string
  readonly due: Instant
  readonly standing: Standing
}

type When = Pick<DigestSubscription, 'time' | 'zone' | 'weekdays' | 'since'>

/** The calendar that the channel chose, while somebody keeps it. */
export function holidaysOf({ calendar }: Pick<DigestSubscription, 'calendar'>, all: readonly HolidayCalendar[]) {
  return all.find(({ name }) => name === calendar)
}

/** The digests that were due by `now`, oldest first, the last few days' only; none from before the subscription. */
export function dueDigests(
  subscription: When,
  now: Instant,
  holidays?: HolidayCalendar,
  graceMs = DEFAULT_GRACE,
): readonly DueDigest[] {
  const { time, zone, weekdays, since } = subscription
  const today = localTime(now, zone).day
  const days = Array.from({ length: LOOKED_BACK }, (_, back) => dayAfter(today, back - LOOKED_BACK + 1))
  return days
    .filter((day) => isBusinessDay(day, { weekdays, ...(holidays ? { holidays } : {}) }))
    .map((day) => ({ day, due: instantAt(day, time, zone) }))
    .filter(({ due }) => due <= now && due >= since)
    .map(({ day, due }) => ({ day, due, standing: standingOf(Date.parse(now) - Date.parse(due), graceMs) }))
}

/** Whether the digest of that day is late when it is told as of then. */
export function isLateFor({ time, zone }: Pick<When, 'time' | 'zone'>, day: string, asOf: Instant): boolean {
  return Date.parse(asOf) - Date.parse(instantAt(day, time, zone)) > PUNCTUAL
}

function standingOf(lateBy: number, graceMs: number): Standing {
  if (lateBy <= PUNCTUAL) return 'on-time'
  return lateBy <= graceMs ? 'late' : 'missed'
}
