// Moments on the clock of a place. The rules of zones come from the runtime's own data (IANA).

import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../domain/maintenance.ts'

export interface LocalTime {
  /** ISO day. */
  readonly day: string
  /** `HH:MM` */
  readonly time: string
}

/** What the clock of the zone shows. Throws RangeError for a zone that does not exist. */
export function localTime(instant: Instant, zone: string): LocalTime {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return { day: there.toPlainDate().toString(), time: there.toPlainTime().toString().slice(0, 5) }
}

/**
 * When the clock of the zone shows this time on this day. A time that is left out when clocks go forward is an
 * hour later; of a time that comes twice it is the first (Temporal's `compatible`, as in RFC 5545).
 */
export function instantAt(day: string, time: string, zone: string): Instant {
  const there = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
  return new Date(there.epochMilliseconds).toISOString()
}

/** Whether the runtime knows the zone under this name. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
