// The part of the composition root that puts digests together: sources, store, schedule and platforms. Like main.ts
// it may import adapters, and nothing but main.ts imports it.

import { join } from 'node:path'
import type { Logger } from 'pino'
import type { DryRunOptions } from '../adapters/cli/workspace.ts'
import { readMaintenanceFolder } from '../adapters/sources/maintenance-folder.ts'
import { sourcesOf } from '../adapters/sources/sources-of.ts'
import { MemoryMaintenanceStore } from '../adapters/storage/memory-maintenance-store.ts'
import type { Store } from '../adapters/storage/open-store.ts'
import type { DigestDesk } from './conversation/digests.ts'
import type { Inside } from './conversation/inside.ts'
import { maintenanceRows, namedProducts, noticeRules } from './conversation/maintenance-rows.ts'
import { composeDigest } from './digest/compose-digest.ts'
import { checkedZone, dryRun, readMoment } from './digest/dry-run.ts'
import { localTime } from './digest/local-time.ts'
import { outagesOf, refresh } from './digest/refresh.ts'
import { type DigestOutcome, holidaysOf, runDigests } from './digest/run-digests.ts'
import type { Clock } from './ports/clock.ts'
import type { Notifier } from './ports/notifier.ts'
import type { Platform } from './ports/place.ts'

/** Sources are asked no more often than this (ms). */
const REFRESHED_EVERY = 5 * 60_000

export interface DigestOptions {
  /** The folder of the documents. */
  readonly folder: string
  readonly inside: Inside
  readonly store: Store
  readonly clock: Clock
  readonly log: Logger
  readonly notifierOf: (platform: Platform) => Notifier | undefined
}

export interface Digests {
  /** What the digest commands of a channel work with. */
  readonly desk: DigestDesk
  /** Begins to run every minute, in the background. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Reads the folder's sources and holidays; posts nothing before `start`. */
export async function openDigests({ folder, inside, store, clock, log, notifierOf }: DigestOptions): Promise<Digests> {
  const maintenance = join(folder, 'maintenance')
  const { sources: configs, holidays } = await readMaintenanceFolder(maintenance)
  const sources = sourcesOf(maintenance, configs)
  const names = sources.map(({ name }) => name)
  const lookups = lookupsOf(inside)
  let refreshedAt = 0
  const everyMinute = async () => {
    const now = clock.now()
    if (now.getTime() - refreshedAt >= REFRESHED_EVERY) {
      refreshedAt = now.getTime()
      const { problems } = await refresh(sources, store.maintenance, now.toISOString())
      for (const problem of problems) log.warn({ problem }, 'maintenance: not understood')
    }
    await runDigests({
      ...{ subscriptions: store.subscriptions, days: store.digestDays, maintenance: store.maintenance },
      ...{ ...lookups, clock, notifierOf, holidays, sources: names, report: (outcome) => report(outcome, log) },
    })
  }
  let schedule: { stop(): Promise<void> } | undefined
  return {
    desk: {
      subscriptions: store.subscriptions,
      calendars: holidays.map(({ name }) => name),
      clock,
      async preview(subscription) {
        const now = clock.now().toISOString()
        const kept = holidaysOf(subscription, holidays)
        const windows = await store.maintenance.since(now)
        const outages = outagesOf(await store.maintenance.standings(), names)
        const { products, zone, weekdays } = subscription
        const day = localTime(now, zone).day
        const input = { ...lookups, windows, outages, products, zone, weekdays, day, now }
        return composeDigest({ ...input, ...(kept ? { holidays: kept } : {}) }).answer
      },
    },
    async start() {
      const { startSchedule } = await import('../adapters/schedule/boss-schedule.ts')
      const onFailure = (error: unknown) => log.warn({ err: error }, 'digest: the schedule failed')
      schedule = startSchedule({ handle: store.handle, everyMinute, onFailure })
    },
    stop: async () => schedule?.stop(),
  }
}

function lookupsOf(inside: Pick<Inside, 'resolver' | 'knowledge'>) {
  return {
    rowsOf: (product: string) => maintenanceRows(product, inside),
    noticeRulesOf: (product: string) => noticeRules(product, inside),
  }
}

function report({ channel, ...outcome }: DigestOutcome, log: Logger): void {
  const said = { platform: channel.platform, tenant: channel.tenant, channel: channel.channel, ...outcome }
  if (outcome.outcome === 'posted' || outcome.outcome === 'quiet') log.info(said, 'digest: served')
  else log.warn(said, 'digest: not served')
}

/** A digest in the terminal: sources are read, nothing is posted or kept. */
export async function dryDigest(
  { products, at, zone }: DryRunOptions,
  folder: string,
  inside: Pick<Inside, 'resolver' | 'knowledge'>,
  clock: Clock,
) {
  const maintenance = join(folder, 'maintenance')
  const { sources, holidays } = await readMaintenanceFolder(maintenance)
  const there = checkedZone(zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  return dryRun({
    ...lookupsOf(inside),
    sources: sourcesOf(maintenance, sources),
    store: new MemoryMaintenanceStore(),
    products: namedProducts(products, inside),
    zone: there,
    now: clock.now().toISOString(),
    ...(at === undefined ? {} : { at: readMoment(at, there) }),
    ...(holidays[0] ? { holidays: holidays[0] } : {}),
  })
}
