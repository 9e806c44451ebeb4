// The part of the composition root that puts digests together: sources, store, schedule and platforms. Like main.ts
// it may import adapters, and nothing but main.ts imports it.

import type { Logger } from 'pino'
import type { DryRunOptions } from '../adapters/cli/workspace.ts'
import { MemoryMaintenanceStore } from '../adapters/storage/memory-maintenance-store.ts'
import type { Store } from '../adapters/storage/open-store.ts'
import type { Answer } from './answer/answer.ts'
import { type FoundSources, findSources, REFRESHED_EVERY, type SourcePlaces } from './calendar-root.ts'
import type { CalendarAddresses } from './conversation/channel-calendar.ts'
import type { DigestDesk } from './conversation/digest-desk.ts'
import type { Inside } from './conversation/inside.ts'
import { maintenanceRows, namedProducts, noticeRules } from './conversation/maintenance-rows.ts'
import { composeDigest } from './digest/compose-digest.ts'
import { createDigestStatus } from './digest/digest-status.ts'
import { checkedZone, dryRun, readMoment } from './digest/dry-run.ts'
import { holidaysOf } from './digest/due.ts'
import { localTime } from './digest/local-time.ts'
import { outagesOf, refresh } from './digest/refresh.ts'
import { type DigestOutcome, runDigests } from './digest/run-digests.ts'
import type { HolidayCalendar, Instant } from './domain/maintenance.ts'
import { AppError } from './errors.ts'
import type { Clock } from './ports/clock.ts'
import type { DigestStatus, RunProgress } from './ports/digest-status.ts'
import type { DigestSubscription } from './ports/digest-subscription-store.ts'
import type { Notifier } from './ports/notifier.ts'
import type { Platform } from './ports/place.ts'

export interface DigestOptions {
  readonly found: FoundSources
  readonly inside: Inside
  readonly store: Store
  readonly clock: Clock
  readonly log: Logger
  readonly notifierOf: (platform: Platform) => Notifier | undefined
  /** IANA zone of channels that have said nothing. */
  readonly zone: string
  /** Where people reach the console, without a trailing slash. */
  readonly publicUrl?: string
}

export interface Digests {
  /** What the digest commands of a channel work with. */
  readonly desk: DigestDesk
  /** How they are doing. */
  readonly status: DigestStatus
  /** Begins to run every minute, in the background. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Puts the digests together; posts nothing before `start`. */
export function openDigests(options: DigestOptions): Digests {
  const { found, inside, store, clock, log, notifierOf, zone, publicUrl } = options
  const { sources, names, holidays } = found
  const lookups = lookupsOf(inside)
  const room = { lookups, store }
  let refreshedAt = 0
  let lastRun: RunProgress | undefined
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
      progress: (progress) => {
        lastRun = progress
        tellProgress(progress, log)
      },
    })
  }
  let schedule: { stop(): Promise<void> } | undefined
  return {
    status: createDigestStatus({
      ...{ subscriptions: store.subscriptions, days: store.digestDays, holidays, clock, run: () => lastRun },
    }),
    desk: {
      subscriptions: store.subscriptions,
      calendars: holidays.map(({ name }) => name),
      isPostedOn: (platform) => notifierOf(platform) !== undefined,
      zone,
      clock,
      ...(publicUrl === undefined ? {} : { calendarAddresses: addressesAt(publicUrl, store.feeds) }),
      preview: (subscription) =>
        compose(subscription, { ...room, holidays, sources: names }, clock.now().toISOString()),
    },
    async start() {
      const { startSchedule } = await import('../adapters/schedule/boss-schedule.ts')
      const onFailure = (error: unknown) => log.warn({ err: error }, 'digest: the schedule failed')
      schedule = startSchedule({ handle: store.handle, everyMinute, onFailure })
    },
    stop: async () => schedule?.stop(),
  }
}

function addressesAt(publicUrl: string, feeds: Store['feeds']): CalendarAddresses {
  const address = (secret: string) => `${publicUrl}/calendar/${secret}.ics`
  return {
    of: async (channel) => address(await feeds.secretOf(channel)),
    renew: async (channel) => address(await feeds.renew(channel)),
  }
}

interface Room {
  readonly lookups: ReturnType<typeof lookupsOf>
  readonly store: Pick<Store, 'maintenance'>
  readonly holidays: readonly HolidayCalendar[]
  /** Names of the configured sources. */
  readonly sources: readonly string[]
}

/** A channel's digest as of a time, from what the store knows. */
async function compose(
  subscription: DigestSubscription,
  { lookups, store: { maintenance }, holidays, sources }: Room,
  now: Instant,
  since?: Instant,
): Promise<Answer> {
  const kept = holidaysOf(subscription, holidays)
  const windows = await maintenance.since(since ?? now)
  const outages = outagesOf(await maintenance.standings(), sources)
  const { products, zone, weekdays } = subscription
  const day = localTime(now, zone).day
  return composeDigest({
    ...{ ...lookups, windows, outages, products, zone, weekdays, day, now },
    ...(kept ? { holidays: kept } : {}),
    ...(since === undefined ? {} : { since }),
  }).answer
}

type LookedUp = Pick<Inside, 'resolver' | 'knowledge'>

function lookupsOf(inside: LookedUp) {
  return {
    rowsOf: (product: string, title: string) => maintenanceRows(product, inside, title),
    noticeRulesOf: (product: string) => noticeRules(product, inside),
  }
}

/** Posts between two lines in the log. */
const TOLD_EVERY = 100

function tellProgress({ due, posted, failed, left, endedAt }: RunProgress, log: Logger): void {
  const served = due - left
  if (endedAt !== undefined) {
    if (posted + failed > 0) log.info({ due, posted, failed, endedAt }, 'digest: run ended')
  } else if (served > 0 && served % TOLD_EVERY === 0) log.info({ posted, failed, left }, 'digest: posting')
}

function report({ channel, ...outcome }: DigestOutcome, log: Logger): void {
  const said = { platform: channel.platform, tenant: channel.tenant, channel: channel.channel, ...outcome }
  if (outcome.outcome === 'posted' || outcome.outcome === 'quiet') log.info(said, 'digest: served')
  else log.warn(said, 'digest: not served')
}

/** A digest in the terminal: sources are read, nothing is posted or kept. */
export async function dryDigest(
  { products, at, zone }: DryRunOptions,
  places: SourcePlaces,
  inside: LookedUp,
  clock: Clock,
) {
  const { sources, holidays } = await findSources(places)
  const there = checkedZone(zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  return dryRun({
    ...lookupsOf(inside),
    sources,
    store: new MemoryMaintenanceStore(),
    products: namedProducts(products, inside),
    zone: there,
    now: clock.now().toISOString(),
    ...(at === undefined ? {} : { at: readMoment(at, there) }),
    ...(holidays[0] ? { holidays: holidays[0] } : {}),
  })
}

/** A subscribed channel's digest in the terminal, from what the store knows: nothing is asked, posted or kept. */
export async function channelDigest(
  { channel, at }: DryRunOptions & { readonly channel: string },
  { places, inside, store, clock }: Pick<DigestOptions, 'store' | 'clock'> & { places: SourcePlaces; inside: LookedUp },
) {
  const subscription = (await store.subscriptions.all()).find((one) => one.channel === channel)
  if (!subscription) {
    const text = `No channel ${channel} is subscribed to the digest.`
    throw new AppError(text, text)
  }
  const { names: sources, holidays } = await findSources(places)
  const now = at === undefined ? clock.now().toISOString() : readMoment(at, subscription.zone)
  const since = await store.digestDays.before(subscription, localTime(now, subscription.zone).day)
  const answer = await compose(subscription, { lookups: lookupsOf(inside), store, holidays, sources }, now, since)
  return { answer, problems: [] }
}
