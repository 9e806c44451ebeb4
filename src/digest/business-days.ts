// Days as a calendar has them, without clocks or zones: which are worked on, and how many lie between two.

import { Temporal } from 'temporal-polyfill'
import type { HolidayCalendar } from '../domain/maintenance.ts'

export const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5]

/** What counts as a business day. */
export interface WorkingDays {
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays: readonly number[]
  readonly holidays?: HolidayCalendar
}

/** Whether the ISO day is worked on. */
export function isBusinessDay(day: string, { weekdays, holidays }: WorkingDays): boolean {
  return weekdays.includes(Temporal.PlainDate.from(day).dayOfWeek) && !holidays?.days.includes(day)
}

/** The ISO day that many days later. */
export function dayAfter(day: string, days = 1): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Further than this nothing is looked for: a calendar without a business day ends the search. */
const FURTHEST = 366

/** The business days after the day, nearest first; fewer only where the next year has not so many. */
export function nextBusinessDays(day: string, count: number, working: WorkingDays): readonly string[] {
  const found: string[] = []
  for (let ahead = 1; ahead <= FURTHEST && found.length < count; ahead++) {
    const next = dayAfter(day, ahead)
    if (isBusinessDay(next, working)) found.push(next)
  }
  return found
}

/** Business days after `from` up to and including `to`; 0 when `to` is not later. Counted up to a year. */
export function businessDaysAhead(from: string, to: string, working: WorkingDays): number {
  let count = 0
  for (let ahead = 1; ahead <= FURTHEST; ahead++) {
    const day = dayAfter(from, ahead)
    if (day > to) break
    if (isBusinessDay(day, working)) count++
  }
  return count
}
