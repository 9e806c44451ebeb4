// Times as sources write them, turned into moments.

import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../src/domain/maintenance.ts'

/** `2026-11-19T21:00:00.000Z` for an ISO time with an offset; undefined for anything else. */
export function readInstant(text: string): Instant | undefined {
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString()
  } catch {
    return undefined
  }
}

/** A day, with or without a time, on the clock of the zone: `2026-11-19 22:00`, `2026-11-19`. Undefined when it is none. */
export function readLocal(text: string, zone: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/u.test(text)) return undefined
  try {
    const local = Temporal.PlainDateTime.from(text.replace(' ', 'T'), { overflow: 'reject' })
    return new Date(local.toZonedDateTime(zone).epochMilliseconds).toISOString()
  } catch {
    return undefined
  }
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
