// Times in words, on one clock: days, spans and how long they are.

import { Temporal } from 'temporal-polyfill'
import { spokenDay } from '../answer/wording.ts'
import type { Instant } from '../domain/maintenance.ts'
import { localTime } from './local-time.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MINUTE = 60_000

/** `Thursday 19 November`; with the year where it is another than `near`'s. */
export function dayInWords(day: string, near: string): string {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''
  const spoken = spokenDay(day)
  return `${weekday} ${day.slice(0, 4) === near.slice(0, 4) ? spoken.replace(/ \d{4}$/u, '') : spoken}`
}

/** `Mondays to Fridays`, `Mondays, Wednesdays`. */
export function weekdaysInWords(weekdays: readonly number[]): string {
  const names = weekdays.toSorted((a, b) => a - b).map((weekday) => WEEKDAYS[weekday - 1] ?? '')
  const [first, last] = [weekdays.toSorted((a, b) => a - b)[0] ?? 0, Math.max(...weekdays)]
  if (names.length > 2 && last - first === names.length - 1) return `${names[0]} to ${names.at(-1)}`
  return names.join(', ')
}

/** `Thursday 19 November, 22:00`. */
export function momentInWords(instant: Instant, zone: string, near: string): string {
  const { day, time } = localTime(instant, zone)
  return `${dayInWords(day, near)}, ${time}`
}

/** `Thursday 19 November, 22:00 to 23:30 (1 h 30 min)` */
export function spanInWords(start: Instant, end: Instant, zone: string, near: string): string {
  const { from, until, length } = spanParts(start, end, zone, near)
  return `${from} to ${until} (${length})`
}

/** `Thursday 19 November, 22:00`, `23:30` and `1 h 30 min`; the second day is named where it is another. */
export function spanParts(start: Instant, end: Instant, zone: string, near: string) {
  const to = localTime(end, zone)
  const sameDay = to.day === localTime(start, zone).day
  return {
    from: momentInWords(start, zone, near),
    until: sameDay ? to.time : `${dayInWords(to.day, near)}, ${to.time}`,
    length: lengthInWords(Date.parse(end) - Date.parse(start)),
  }
}

/** `1 h 30 min`, `2 d 4 h`, `45 min`; minutes are left out of days. */
export function lengthInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE)
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes >= 1440 ? 0 : minutes % 60, 'min'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.join(' ') || '0 min'
}
