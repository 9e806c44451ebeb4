// The posts that a run has to bring to their end: each channel's digests and notices, in their order, those that
// are over left out.

import type { Instant } from '../domain/maintenance.ts'
import type { DayPost, DayRecord } from '../ports/digest-day-store.ts'
import type { DigestSubscription } from '../ports/digest-subscription-store.ts'
import type { Channel } from '../ports/place.ts'
import { dayAfter, isBusinessDay } from './business-days.ts'
import { composeDigest, type Digest } from './compose-digest.ts'
import { composeNotice } from './compose-notice.ts'
import type { DigestInput } from './digest-input.ts'
import { channelName } from './digest-key.ts'
import { type DueDigest, dueDigests, holidaysOf } from './due.ts'
import { concerning, type DueNotice, happenings, isCalledFor } from './due-notices.ts'
import type { DuePost } from './post-digest.ts'
import type { DigestRun } from './run-digests.ts'

/** Longer than reading a source takes (ms). */
const READING = 60_000

/** What all posts of one run tell of. */
export interface Morning extends DigestRun {
  readonly asOf: Instant
  readonly windows: DigestInput['windows']
  readonly outages: DigestInput['outages']
}

export interface DueChannel {
  readonly subscription: DigestSubscription
  readonly posts: readonly DuePost[]
}

/**
 * Channels with something due, those with a notice first: it cannot wait. None where there is much to do and another
 * replica is at it. Rejects when the store is down.
 */
export async function duePosts(
  subscriptions: readonly DigestSubscription[],
  morning: Morning,
): Promise<readonly DueChannel[]> {
  const { asOf, windows, holidays, graceMs } = morning
  // A thousand channels share a few times and wishes: what these come to is worked out once.
  const digestsOf = sharing(
    ({ time, zone, weekdays, calendar }: DigestSubscription) => [time, zone, weekdays, calendar],
    (one) => dueDigests({ ...one, since: '' }, asOf, holidaysOf(one, holidays), graceMs),
  )
  const happened = sharing(
    ({ zone, reminderMinutes, announceStates }: DigestSubscription) => [zone, reminderMinutes, announceStates],
    (one) => happenings(one, windows, asOf),
  )
  const due = subscriptions.map((subscription) => ({
    subscription,
    digests: digestsOf(subscription).filter((digest) => digest.due >= subscription.since),
    notices: concerning(subscription, happened(subscription)),
  }))
  const today = morning.asOf.slice(0, 10)
  const days = due.flatMap(({ digests, notices }) => [...digests, ...notices].map(({ day }) => day))
  const known = await morning.days.on([...new Set([...days, today, dayAfter(today, -1), dayAfter(today, -2)])])
  const records = Map.groupBy(known, ({ channel }) => channelName(channel))
  const open = due
    .map(({ subscription, digests, notices }) => {
      const own = records.get(channelName(subscription)) ?? []
      const isOpen = ({ day, notice }: { readonly day: string; readonly notice?: string }) =>
        !own.some((record) => record.day === day && record.notice === notice && isOver(record))
      const told = own.flatMap(({ notice, begunAt, state }) =>
        notice !== undefined && begunAt !== undefined && SENT.has(state) ? [{ notice, at: begunAt }] : [],
      )
      // What was begun is brought to its end, whatever became of its window.
      const begun = own.filter((record) => record.notice !== undefined && !isOver(record))
      const isBegun = ({ notice }: DueNotice) => begun.some((record) => record.notice === notice)
      const posts = [
        ...digests.filter(isOpen).map((digest) => digestPost(subscription, digest, morning)),
        ...notices
          .filter((notice) => isOpen(notice) && (isBegun(notice) || isCalledFor(notice, told)))
          .map((notice) => noticePost(subscription, notice, morning)),
        ...begun
          .filter(({ notice }) => !notices.some((due) => due.notice === notice))
          .map((record) => leftPost(record, morning)),
      ]
      return { subscription, posts }
    })
    .filter(({ posts }) => posts.length)
    .toSorted((a, b) => Number(hasNotice(b)) - Number(hasNotice(a)))
  return isMuch(open) && known.some((record) => isUnderWay(record, asOf)) ? [] : open
}

/** More than this is left to one replica at a time: two would post twice as fast as a platform allows. */
const MUCH = 60
/** Who was at it this recently is taken to be still at it (ms). */
const AT_IT = 90_000

function isMuch(open: readonly DueChannel[]): boolean {
  return open.reduce((sum, { posts }) => sum + posts.length, 0) > MUCH
}

function isUnderWay({ state, changedAt }: DayRecord, now: Instant): boolean {
  return (state === 'working' || state === 'sending') && Date.parse(now) - Date.parse(changedAt) < AT_IT
}

/** Works out once what is the same for the same key. */
function sharing<Item, Result>(keyOf: (item: Item) => unknown, work: (item: Item) => Result): (item: Item) => Result {
  const known = new Map<string, Result>()
  return (item) => {
    const key = JSON.stringify(keyOf(item))
    const result = known.get(key) ?? work(item)
    known.set(key, result)
    return result
  }
}

/** It was sent, or may have been. */
const SENT = new Set<DayRecord['state']>(['posted', 'sending', 'unknown'])
const OPEN = new Set<DayRecord['state']>(['working', 'sending', 'released'])

function isOver({ state }: DayRecord): boolean {
  return !OPEN.has(state)
}

function hasNotice({ posts }: DueChannel): boolean {
  return posts.some(({ notice }) => notice !== undefined)
}

function digestPost(subscription: DigestSubscription, due: DueDigest, morning: Morning): DuePost {
  const channel = channelOf(subscription)
  const { day, standing } = due
  return {
    ...{ channel, day, standing },
    thread: async () => undefined,
    async compose() {
      const since = overlapping(await morning.days.before(channel, day))
      const lostDay = await lostBefore(subscription, day, morning)
      const digest = digestOf(subscription, due, { since, lostDay }, morning)
      return digest.isEmpty && subscription.quiet ? 'quiet' : digest.answer
    },
  }
}

/** A notice that was begun and is not due any more: its window was moved meanwhile, or the channel asks for none. */
function leftPost({ channel, day, notice }: DayRecord, { days }: Morning): DuePost {
  return {
    ...{ channel, day, standing: 'missed' },
    ...(notice === undefined ? {} : { notice }),
    thread: threadOf({ channel, day }, days),
    compose: async () => 'quiet',
  }
}

/** The day's digest, which may be posted in this very run. */
function threadOf(digest: DayPost, days: DigestRun['days']): DuePost['thread'] {
  return async () => {
    const record = await days.find(digest)
    return record?.state === 'posted' ? record.message || undefined : undefined
  }
}

function noticePost(subscription: DigestSubscription, due: DueNotice, morning: Morning): DuePost {
  const channel = channelOf(subscription)
  const { day, notice, standing, window } = due
  const { rowsOf, clock, days } = morning
  const was = window.history.findLast(({ kind }) => kind === 'moved')?.was?.start
  return {
    ...{ channel, day, notice, standing },
    thread: threadOf({ channel, day }, days),
    compose: async () =>
      composeNotice(due, {
        ...{ rowsOf, zone: subscription.zone, now: clock.now().toISOString() },
        ...(was !== undefined && was !== window.start && due.kind === 'reminder' ? { movedFrom: was } : {}),
      }),
  }
}

/** A change is dated before its source is read, and kept after: rather told twice than never. */
function overlapping(since: Instant | undefined): Instant | undefined {
  return since === undefined ? undefined : new Date(Date.parse(since) - READING).toISOString()
}

/** The working day before, where it ended without anybody knowing whether its digest arrived. */
async function lostBefore(subscription: DigestSubscription, day: string, { days, holidays: all }: Morning) {
  const { weekdays } = subscription
  const holidays = holidaysOf(subscription, all)
  const working = { weekdays, ...(holidays ? { holidays } : {}) }
  const last = Array.from({ length: 7 }, (_, back) => dayAfter(day, -1 - back)).find((one) =>
    isBusinessDay(one, working),
  )
  if (last === undefined) return undefined
  const record = await days.find({ channel: channelOf(subscription), day: last })
  return record?.state === 'unknown' ? last : undefined
}

function digestOf(
  { products, zone, weekdays, calendar }: DigestSubscription,
  { day, due, standing }: DueDigest,
  { since, lostDay }: { readonly since: Instant | undefined; readonly lostDay: string | undefined },
  { windows, outages, rowsOf, noticeRulesOf, clock, holidays: all }: Morning,
): Digest {
  const holidays = holidaysOf(calendar === undefined ? {} : { calendar }, all)
  return composeDigest({
    ...{ windows, outages, rowsOf, noticeRulesOf, products, zone, weekdays, day },
    now: clock.now().toISOString(),
    ...(holidays ? { holidays } : {}),
    ...(since === undefined ? {} : { since }),
    ...(lostDay === undefined ? {} : { lostDay }),
    ...(standing === 'late' ? { dueAt: due } : {}),
  })
}

function channelOf({ platform, tenant, channel }: DigestSubscription): Channel {
  return { platform, tenant, channel }
}
