// iCalendar (RFC 5545): events as reports, repeated ones as one report each.

import ical, { type DateWithTimeZone, type EventInstance, type ParameterValue, type VEvent } from 'node-ical'
import type { Instant, MaintenanceReport } from '../../src/domain/maintenance.ts'
import { isZone } from './instants.ts'
import { pinned } from './pin-times.ts'
import type { ReadPage } from './read-statuspage.ts'
import { productsIn, type SourceConfig } from './source-config.ts'
import { oneLine, soundsUrgent, webAddress } from './words.ts'

/** Repeated more often than daily, an event is no maintenance, and 90 days of it are millions. */
const TOO_OFTEN = /^RRULE[^:]*:.*\b(?:FREQ=(?:SECONDLY|MINUTELY|HOURLY)|BYSECOND=|BYMINUTE=)/imu

/** The part of the calendar that is read. */
export interface Range {
  readonly from: Instant
  readonly to: Instant
}

/** The events within the range that touch our products; undefined when the text is no whole calendar. */
export function readIcalendar(text: string, source: SourceConfig, range: Range): ReadPage | undefined {
  const unfolded = text.replaceAll(/\r?\n[ \t]/gu, '').trim()
  if (!/^BEGIN:VCALENDAR\b/iu.test(unfolded) || !/\nEND:VCALENDAR$/iu.test(unfolded)) return undefined
  const zone = source.zone ?? /^X-WR-TIMEZONE:(.+)$/imu.exec(unfolded)?.[1]?.trim()
  const floating = zone && isZone(zone) ? zone : 'UTC'
  const { kept, left } = withoutFloods(unfolded)
  const reports: MaintenanceReport[] = []
  const problems = left.map((uid) => `event ${uid}: it repeats more than once a day, so it was left out`)
  for (const event of eventsOf(pinned(kept, floating))) {
    try {
      // What node-ical cannot read as a time stays the text that it was.
      if (!(event.start instanceof Date)) throw new RangeError('no time')
      reports.push(...reportsOf(event, source, range, floating))
    } catch {
      problems.push(`event ${oneLine(event.uid ?? '', 80) ?? 'without UID'}: its times cannot be read`)
    }
  }
  return { reports, problems }
}

function eventsOf(text: string): readonly VEvent[] {
  return Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT')
}

function withoutFloods(text: string): { readonly kept: string; readonly left: readonly string[] } {
  const left: string[] = []
  const kept = text.replaceAll(/^BEGIN:VEVENT\r?\n[\s\S]*?^END:VEVENT\r?\n/gimu, (event) => {
    if (!TOO_OFTEN.test(event)) return event
    left.push(oneLine(/^UID[^:]*:(.+)$/imu.exec(event)?.[1] ?? '', 80) ?? 'without UID')
    return ''
  })
  return { kept, left }
}

function reportsOf(
  event: VEvent,
  source: SourceConfig,
  { from, to }: Range,
  zone: string,
): readonly MaintenanceReport[] {
  const range = { from: new Date(from), to: new Date(to), expandOngoing: true }
  return ical.expandRecurringEvent(event, range).flatMap((instance) => reportOf(instance, event, source, zone))
}

function reportOf(
  instance: EventInstance,
  series: VEvent,
  source: SourceConfig,
  zone: string,
): readonly MaintenanceReport[] {
  const { event, start, end } = instance
  const title = oneLine(wordsOf(instance.summary), 150) ?? 'Maintenance'
  const words = [title, wordsOf(event.location), ...(event.categories ?? []), ...(series.categories ?? [])].join(' · ')
  const products = productsIn(words, source.products)
  if (!products.length) return []
  const impact = oneLine(wordsOf(event.description))
  // With a parameter (URL;VALUE=URI:) it is no string, whatever the library's types say.
  const url = webAddress(wordsOf(event.url))
  return [
    {
      source: source.name,
      key: keyOf(instance),
      products,
      title,
      start: start.toISOString(),
      end: (end < start ? start : end).toISOString(),
      zone: zoneOf(start, zone),
      kind: soundsUrgent(words) ? 'emergency' : 'planned',
      state: event.status === 'CANCELLED' ? 'cancelled' : 'scheduled',
      ...(impact ? { impact } : {}),
      ...(event.created ? { announcedAt: event.created.toISOString() } : {}),
      ...(url ? { url } : {}),
    },
  ]
}

/** A repeated event is known by when it was to be at first: a moved one keeps its RECURRENCE-ID. */
function keyOf({ event, start, isRecurring }: EventInstance): string {
  if (!isRecurring) return event.uid
  return `${event.uid}/${(event.recurrenceid ?? start).toISOString()}`
}

/** A calendar in UTC says nothing about where its readers are. */
function zoneOf({ tz }: DateWithTimeZone, zone: string): string {
  return tz && isZone(tz) && tz !== 'Etc/UTC' ? tz : zone
}

function wordsOf(value: ParameterValue | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : String(value.val)
}
