// One run over all channels: whose digest is due, is claimed, composed and posted, and how it ended is kept.
// Safe to be run by several replicas at once, at any time, and to die anywhere: the day's record decides.

import type { HolidayCalendar, Instant } from '../domain/maintenance.ts'
import type { Clock } from '../ports/clock.ts'
import type { DayClaimed, DayEnd, DigestDayStore } from '../ports/digest-day-store.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import type { MaintenanceStore } from '../ports/maintenance-store.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { Channel, Platform } from '../ports/place.ts'
import { composeDigest, type Digest } from './compose-digest.ts'
import type { DigestInput } from './digest-input.ts'
import { digestKey } from './digest-key.ts'
import { type DueDigest, dueDigests } from './due.ts'
import { postDigest } from './post-digest.ts'
import { outagesOf } from './refresh.ts'

/** Channels served at the same time; the platform's own pace is the notifier's business. */
const AT_ONCE = 8
const DAY = 86_400_000
/** A channel that was away longer is told of no older changes. */
const LOOKED_BACK = 31 * DAY

/** Longer than reading a source takes (ms). */
const READING = 60_000

/** How one channel's day went. `lost`: sent, and whether it arrived is found out later. `failed`: the store was down. */
export interface DigestOutcome {
  readonly channel: Channel
  readonly day: string
  readonly outcome: DayEnd | 'refused' | 'lost' | 'failed'
  readonly late: boolean
  readonly reason?: string
}

export interface DigestRun extends Pick<DigestInput, 'rowsOf' | 'noticeRulesOf'> {
  readonly subscriptions: DigestSubscriptionStore
  readonly days: DigestDayStore
  readonly maintenance: MaintenanceStore
  /** Undefined for a platform that is off: its channels wait. */
  readonly notifierOf: (platform: Platform) => Notifier | undefined
  readonly holidays: readonly HolidayCalendar[]
  /** Names of the configured sources. */
  readonly sources: readonly string[]
  readonly clock: Clock
  /** How late a digest may be posted (ms); default three hours. */
  readonly graceMs?: number
  readonly report: (outcome: DigestOutcome) => void
}

/** What all digests of one run tell of. */
interface Morning extends DigestRun {
  readonly asOf: Instant
  readonly windows: DigestInput['windows']
  readonly outages: DigestInput['outages']
}

/** Serves every channel that is due. Rejects only when the store is down at the beginning. */
export async function runDigests(run: DigestRun): Promise<void> {
  const asOf = run.clock.now().toISOString()
  const due = (await run.subscriptions.all()).flatMap((subscription) => {
    const holidays = holidaysOf(subscription, run.holidays)
    return dueDigests(subscription, asOf, holidays, run.graceMs).map((digest) => ({ subscription, digest }))
  })
  if (!due.length) return
  const windows = await run.maintenance.since(new Date(Date.parse(asOf) - LOOKED_BACK).toISOString())
  const outages = outagesOf(await run.maintenance.standings(), run.sources)
  const morning: Morning = { ...run, asOf, windows, outages }
  const waiting = due.values()
  const serve = async (): Promise<void> => {
    for (const { subscription, digest } of waiting) {
      try {
        await serveOne(subscription, digest, morning)
      } catch (error) {
        tell(run, subscription, digest, 'failed', error instanceof Error ? error.message : String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, serve))
}

/** The calendar that the channel chose, while somebody keeps it. */
export function holidaysOf({ calendar }: Pick<DigestSubscription, 'calendar'>, all: readonly HolidayCalendar[]) {
  return all.find(({ name }) => name === calendar)
}

async function serveOne(subscription: DigestSubscription, due: DueDigest, run: Morning): Promise<void> {
  const notifier = run.notifierOf(subscription.platform)
  if (!notifier) return
  const { platform, tenant, channel } = subscription
  const where = { platform, tenant, channel }
  const claimed = await run.days.claim({ channel: where, day: due.day })
  if (claimed.kind === 'taken' || claimed.kind === 'ended') return
  const isSettled = claimed.kind === 'unsure' && (await settle(claimed, notifier, subscription, due, run))
  if (isSettled) return
  const { claim } = claimed
  if (due.standing === 'missed') {
    await run.days.end(claim, 'missed')
    return tell(run, subscription, due, 'missed', claim.refused)
  }
  const digest = compose(subscription, due, overlapping(await run.days.before(where, due.day)), run)
  if (digest.isEmpty && subscription.quiet) {
    await run.days.begin(claim, run.asOf)
    await run.days.end(claim, 'quiet')
    return tell(run, subscription, due, 'quiet')
  }
  const { outcome, reason } = await postDigest(claim, digest.answer, run.asOf, notifier, run)
  tell(run, subscription, due, outcome, reason)
}

/** A change is dated before its source is read, and kept after: rather told twice than never. */
function overlapping(since: Instant | undefined): Instant | undefined {
  return since === undefined ? undefined : new Date(Date.parse(since) - READING).toISOString()
}

/** Looks for what a dead replica may have sent. False when it did not arrive: the day goes on. */
async function settle(
  { claim, asOf }: Extract<DayClaimed, { kind: 'unsure' }>,
  notifier: Notifier,
  subscription: DigestSubscription,
  due: DueDigest,
  run: DigestRun,
): Promise<boolean> {
  const sought = await notifier.find(claim.channel, digestKey(claim), asOf)
  if (sought.kind === 'absent') return false
  if (sought.kind === 'found') {
    await run.days.end(claim, 'posted', { message: sought.message })
    tell(run, subscription, due, 'posted', 'found in the channel after its sender had died')
  } else if (sought.kind === 'later' && due.standing !== 'missed') {
    // The record stays in doubt; when the lease is over, somebody looks again.
    tell(run, subscription, due, 'lost', sought.reason)
  } else {
    const reason = 'it was sent, its answer was lost, and the channel cannot be looked into'
    await run.days.end(claim, 'unknown', { reason })
    tell(run, subscription, due, 'unknown', reason)
  }
  return true
}

function compose(
  { products, zone, weekdays, calendar }: DigestSubscription,
  { day, due, standing }: DueDigest,
  since: Instant | undefined,
  { windows, outages, rowsOf, noticeRulesOf, clock, holidays: all }: Morning,
): Digest {
  const holidays = holidaysOf(calendar === undefined ? {} : { calendar }, all)
  return composeDigest({
    ...{ windows, outages, rowsOf, noticeRulesOf, products, zone, weekdays, day },
    now: clock.now().toISOString(),
    ...(holidays ? { holidays } : {}),
    ...(since === undefined ? {} : { since }),
    ...(standing === 'late' ? { dueAt: due } : {}),
  })
}

function tell(
  { report }: DigestRun,
  { platform, tenant, channel }: DigestSubscription,
  { day, standing }: DueDigest,
  outcome: DigestOutcome['outcome'],
  reason?: string,
): void {
  const late = standing === 'late'
  report({ channel: { platform, tenant, channel }, day, outcome, late, ...(reason === undefined ? {} : { reason }) })
}
