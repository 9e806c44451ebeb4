// What a status page shows of the digests, from what the stores know.

import type { HolidayCalendar } from '../domain/maintenance.ts'
import type { Clock } from '../ports/clock.ts'
import type { DayRecord, DigestDayStore } from '../ports/digest-day-store.ts'
import type { DigestDayStatus, DigestStatus, PostCounts, RunProgress } from '../ports/digest-status.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import { channelName } from './digest-key.ts'
import { dueDigests, holidaysOf, isLateFor } from './due.ts'

const DAYS = 7
const GONE = 20

export interface DigestStatusOptions {
  readonly subscriptions: Pick<DigestSubscriptionStore, 'all'>
  readonly days: Pick<DigestDayStore, 'days' | 'on' | 'ended'>
  readonly holidays: readonly HolidayCalendar[]
  readonly clock: Clock
  /** The last run of this process. */
  readonly run: () => RunProgress | undefined
}

export function createDigestStatus(options: DigestStatusOptions): DigestStatus {
  const { subscriptions, days, holidays, clock, run } = options
  return {
    run,
    async days(count = DAYS) {
      const [all, kept] = await Promise.all([subscriptions.all(), days.days(count)])
      const due = dueNow(all, holidays, clock.now().toISOString())
      const shown = [...new Set([...kept, ...due.keys()])].toSorted().toReversed().slice(0, count)
      const records = Map.groupBy(await days.on(shown), ({ day }) => day)
      const subscribed = new Map(all.map((one) => [channelName(one), one]))
      return shown.map((day) => dayStatus(day, records.get(day) ?? [], due.get(day) ?? new Set(), subscribed))
    },
    async gone() {
      const records = await days.ended('gone', GONE)
      return records.map(({ channel, changedAt, reason = '' }) => ({ channel, at: changedAt, reason }))
    },
  }
}

/** The channels of each of the last days whose digest is due by now. */
function dueNow(all: readonly DigestSubscription[], holidays: readonly HolidayCalendar[], now: string) {
  const due = new Map<string, Set<string>>()
  for (const subscription of all) {
    for (const { day } of dueDigests(subscription, now, holidaysOf(subscription, holidays))) {
      due.set(day, (due.get(day) ?? new Set()).add(channelName(subscription)))
    }
  }
  return due
}

function dayStatus(
  day: string,
  records: readonly DayRecord[],
  due: ReadonlySet<string>,
  subscribed: ReadonlyMap<string, DigestSubscription>,
): DigestDayStatus {
  const digests = records.filter(({ notice }) => notice === undefined)
  const served = new Set(digests.map(({ channel }) => channelName(channel)))
  const unserved = [...due].filter((name) => !served.has(name)).length
  return {
    day,
    due: digests.length + unserved,
    late: digests.filter((record) => isLate(record, subscribed.get(channelName(record.channel)))).length,
    quiet: digests.filter(({ state }) => state === 'quiet').length,
    waiting: unserved + digests.filter(({ state }) => state === 'working' || state === 'sending').length,
    ...countsOf(digests),
    notices: countsOf(records.filter(({ notice }) => notice !== undefined)),
  }
}

/** Of a channel that is subscribed no more nobody knows when it was due. */
function isLate({ state, day, begunAt }: DayRecord, subscription: DigestSubscription | undefined): boolean {
  return (
    state === 'posted' && begunAt !== undefined && subscription !== undefined && isLateFor(subscription, day, begunAt)
  )
}

function countsOf(records: readonly DayRecord[]): PostCounts {
  const count = (state: DayRecord['state']) => records.filter((record) => record.state === state).length
  return {
    posted: count('posted'),
    failed: count('released'),
    unknown: count('unknown'),
    skipped: count('missed'),
    gone: count('gone'),
  }
}
