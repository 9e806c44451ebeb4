// A digest for one reader, now or at another time, without a store: nothing is posted and nothing is kept.

import type { HolidayCalendar, Instant } from '../domain/maintenance.ts'
import { AppError } from '../errors.ts'
import type { MaintenanceSource } from '../ports/maintenance-source.ts'
import type { MaintenanceStore } from '../ports/maintenance-store.ts'
import { MONDAY_TO_FRIDAY } from './business-days.ts'
import { composeDigest, type Digest } from './compose-digest.ts'
import type { DigestInput } from './digest-input.ts'
import { instantAt, isZone, localTime } from './local-time.ts'
import { outagesOf, refresh } from './refresh.ts'

export interface DryRun extends Pick<DigestInput, 'products' | 'zone' | 'rowsOf' | 'noticeRulesOf'> {
  readonly sources: readonly MaintenanceSource[]
  /** An empty one, which lasts as long as this run. */
  readonly store: MaintenanceStore
  readonly now: Instant
  /** When the digest is read; default now. */
  readonly at?: Instant
  readonly holidays?: HolidayCalendar
}

/** Reads the sources and composes; problems are what could not be understood of them. */
export async function dryRun(run: DryRun): Promise<Digest & { readonly problems: readonly string[] }> {
  const { sources, store, now, at = now, zone } = run
  const { problems } = await refresh(sources, store, now)
  const names = sources.map(({ name }) => name)
  const digest = composeDigest({
    ...run,
    windows: await store.since('0000-01-01T00:00:00.000Z'),
    weekdays: MONDAY_TO_FRIDAY,
    day: localTime(at, zone).day,
    now: at,
    outages: outagesOf(await store.standings(), names),
  })
  return { ...digest, problems }
}

/** The moment that a person wrote. Throws AppError for one that is none. */
export function readMoment(text: string, zone: string): Instant {
  const [, day, time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/u.exec(text.trim()) ?? []
  try {
    return day === undefined ? new Date(text).toISOString() : instantAt(day, time, zone)
  } catch (cause) {
    const words = `“${text}” is no time. Write it as 2026-11-18 08:30, or with an offset as 2026-11-18T08:30:00+01:00.`
    throw new AppError(words, words, { cause })
  }
}

/** The zone where it exists. Throws AppError otherwise. */
export function checkedZone(zone: string): string {
  if (isZone(zone)) return zone
  const words = `“${zone}” is no time zone. Write one as Europe/Paris.`
  throw new AppError(words, words)
}
