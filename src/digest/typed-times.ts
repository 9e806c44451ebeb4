// A window's times as a person types them: a day and a time on a clock, and how long or until when. What the clock
// does not show, or shows twice, is answered with words.

import { Temporal } from 'temporal-polyfill'
import { spokenDay } from '../answer/wording.ts'
import type { Instant } from '../domain/maintenance.ts'

export interface TypedTimes {
  /** ISO day. */
  readonly day: string
  /** `HH:MM` */
  readonly time: string
  /** IANA zone of the clock. */
  readonly zone: string
  /** `2 h`, `90 min`, `1 h 30 min`; or the end, `23:30`, `2026-12-03 01:00`. */
  readonly until: string
  /** Which of the two is meant where the time comes twice. */
  readonly which?: 'first' | 'second'
}

export type ReadTimes =
  | { readonly kind: 'read'; readonly start: Instant; readonly end: Instant }
  | { readonly kind: 'wrong'; readonly field: 'day' | 'time' | 'until'; readonly because: string }
  /** The time comes twice that night; the labels tell the two apart. */
  | { readonly kind: 'twice'; readonly because: string; readonly first: string; readonly second: string }

/** A longer window is a slip. */
const LONGEST_DAYS = 31
const HOW_LONG = 'Write how long it lasts, for example 2 h or 90 min, or when it ends, for example 23:30.'

/** The moments that were typed. `zone` exists. */
export function readTimes({ day, time, zone, until, which }: TypedTimes): ReadTimes {
  const local = localAt(day, time)
  if (local === 'no day') return { kind: 'wrong', field: 'day', because: 'Write the day as 2026-11-19.' }
  if (local === 'no time') return { kind: 'wrong', field: 'time', because: 'Write the time as 22:00.' }
  const start = onClock(local, zone, which)
  if (start.kind === 'none') return { kind: 'wrong', field: 'time', because: start.because }
  if (start.kind === 'twice') return start
  const end = readEnd(until, local, start.moment, zone)
  if (typeof end === 'string') return { kind: 'wrong', field: 'until', because: end }
  return { kind: 'read', start: instantOf(start.moment), end: instantOf(end) }
}

type Moment = Temporal.ZonedDateTime

function localAt(day: string, time: string): Temporal.PlainDateTime | 'no day' | 'no time' {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return 'no day'
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/u.exec(time) ?? []
  if (hour === undefined || minute === undefined) return 'no time'
  try {
    const plainTime = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toPlainDateTime(plainTime)
  } catch {
    return 'no day'
  }
}

type OnClock =
  | { readonly kind: 'once'; readonly moment: Moment }
  | { readonly kind: 'none'; readonly because: string }
  | Extract<ReadTimes, { kind: 'twice' }>

function onClock(local: Temporal.PlainDateTime, zone: string, which?: TypedTimes['which']): OnClock {
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const second = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (first.equals(second)) return { kind: 'once', moment: first }
  const [day, time] = [spokenDay(local.toPlainDate().toString()), timeOf(local)]
  if (!first.toPlainDateTime().equals(local)) {
    // The hour that is left out: its clock runs up to `first`'s change and goes on an hour later.
    const change = first.getTimeZoneTransition('next') ?? second
    const from = timeOf(change.subtract({ minutes: 1 }).toPlainDateTime().add({ minutes: 1 }))
    const gap = `On ${day} clocks in ${zone} go forward from ${from} to ${timeOf(change.toPlainDateTime())}`
    return { kind: 'none', because: `${gap}: there is no ${time}.` }
  }
  if (which) return { kind: 'once', moment: which === 'first' ? first : second }
  const offsets = `(UTC${first.offset} and UTC${second.offset})`
  return {
    kind: 'twice',
    because: `On ${day} clocks in ${zone} go back, so ${time} comes twice ${offsets}. Say which one is meant.`,
    first: `The first ${time} (UTC${first.offset})`,
    second: `The second ${time} (UTC${second.offset})`,
  }
}

function readEnd(until: string, local: Temporal.PlainDateTime, start: Moment, zone: string): Moment | string {
  const end = endOf(until.trim().toLowerCase(), local, start, zone)
  if (typeof end === 'string') return end
  if (Temporal.ZonedDateTime.compare(end, start) <= 0) return 'That is not after the start.'
  if (Temporal.ZonedDateTime.compare(end, start.add({ days: LONGEST_DAYS })) > 0)
    return `That is longer than ${LONGEST_DAYS} days.`
  return end
}

const LENGTH =
  /^(?:for\s+)?(?:(?<d>\d{1,2})\s*(?:d|days?))?[\s,]*(?:(?<h>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?))?[\s,]*(?:(?<m>\d{1,4})\s*(?:m|min|mins|minutes?)?)?$/u
const CLOCK = /^(?:until|till|to)?\s*(?:(?<day>\d{4}-\d{2}-\d{2})[t\s,]+)?(?<time>\d{1,2}[:.]\d{2})$/u

function endOf(until: string, local: Temporal.PlainDateTime, start: Moment, zone: string): Moment | string {
  const clock = CLOCK.exec(until)?.groups
  if (clock) return clockEnd(clock.day, clock.time ?? '', local, zone)
  const length = LENGTH.exec(until)?.groups
  if (!length || !(length.d || length.h)) {
    // "90" alone may be minutes or a slip.
    if (!length?.m || /^(?:for\s+)?\d+$/u.test(until)) return HOW_LONG
  }
  const hours = Number((length?.h ?? '0').replace(',', '.'))
  const minutes = Math.round(hours * 60) + Number(length?.m ?? 0)
  return start.add({ days: Number(length?.d ?? 0) }).add({ minutes })
}

/** A time alone is the next one that the clock shows. */
function clockEnd(day: string | undefined, time: string, start: Temporal.PlainDateTime, zone: string): Moment | string {
  const there = localAt(day ?? start.toPlainDate().toString(), time)
  if (typeof there === 'string') return HOW_LONG
  const isTomorrow = day === undefined && Temporal.PlainDateTime.compare(there, start) <= 0
  const end = onClock(isTomorrow ? there.add({ days: 1 }) : there, zone)
  if (end.kind === 'once') return end.moment
  if (end.kind === 'none') return `${end.because} Choose another end, or write how long it lasts.`
  return `${end.because.replace(/ Say which one is meant\.$/u, '')} Write how long it lasts instead, for example 2 h.`
}

function timeOf(local: Temporal.PlainDateTime): string {
  return local.toPlainTime().toString().slice(0, 5)
}

function instantOf(moment: Moment): Instant {
  return new Date(moment.epochMilliseconds).toISOString()
}
