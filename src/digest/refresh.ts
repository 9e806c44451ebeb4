// Reads the sources into the calendar. A source that fails is asked less and less often, and is never silently empty.

import type { Instant } from '../domain/maintenance.ts'
import type { MaintenanceSource } from '../ports/maintenance-source.ts'
import type { MaintenanceStore, SourceStanding } from '../ports/maintenance-store.ts'
import type { SourceOutage } from './digest-input.ts'

const MINUTE = 60_000
/** After the first failure; each further one doubles it. */
const FIRST_WAIT = 5 * MINUTE
const LONGEST_WAIT = 60 * MINUTE

export interface Refreshed {
  /** What could not be understood, with the source's name before it. */
  readonly problems: readonly string[]
}

/** Asks every source that is not to be left alone. Rejects only when the store is down. */
export async function refresh(
  sources: readonly MaintenanceSource[],
  store: MaintenanceStore,
  now: Instant,
): Promise<Refreshed> {
  const standings = await store.standings()
  const problems = await Promise.all(
    sources.map(async (source) => {
      const standing = standings.find((one) => one.source === source.name)
      if (standing?.retryAt !== undefined && standing.retryAt > now) return []
      return refreshOne(source, standing, store, now)
    }),
  )
  return { problems: problems.flat() }
}

async function refreshOne(
  source: MaintenanceSource,
  before: SourceStanding | undefined,
  store: MaintenanceStore,
  now: Instant,
): Promise<readonly string[]> {
  const { name } = source
  const reading = await source.read(now)
  if (reading.kind === 'failed') {
    const failures = (before?.failures ?? 0) + 1
    const wait = Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT)
    const retryAt = new Date(Date.parse(now) + Math.max(wait, reading.retryAfterMs ?? 0)).toISOString()
    const reached = before?.reachedAt === undefined ? {} : { reachedAt: before.reachedAt }
    await store.stand({ source: name, ...reached, failures, reason: reading.reason, retryAt, failedAt: now })
    return []
  }
  if (reading.kind === 'read') await store.take(reading.batch, now)
  // What it last failed of stays, for a status page.
  const past = before?.failedAt === undefined ? {} : { failedAt: before.failedAt, reason: before.reason ?? 'it failed' }
  await store.stand({ source: name, reachedAt: now, failures: 0, ...past })
  return reading.kind === 'read' ? reading.problems.map((problem) => `${name}: ${problem}`) : []
}

/** The configured sources that failed when they were asked last. */
export function outagesOf(standings: readonly SourceStanding[], names: readonly string[]): readonly SourceOutage[] {
  return standings
    .filter(({ source, failures }) => failures > 0 && names.includes(source))
    .map(({ source, reachedAt, reason = 'it failed' }) => ({
      source,
      reason,
      ...(reachedAt === undefined ? {} : { reachedAt }),
    }))
}
