// Which posts on the day itself a channel is due by now: reminders, beginnings, completions, cancellations. Pure.
// A post is named after its window and the start that it is about: a window that was moved has another reminder.

import { createHash } from 'node:crypto'
import type { Instant, MaintenanceWindow } from '../domain/maintenance.ts'
import type { DigestSubscription } from '../ports/digest-subscription-store.ts'
import { DEFAULT_GRACE, type Standing } from './due.ts'
import { localTime } from './local-time.ts'

const MINUTE = 60_000
/** A beginning that is an hour old is no news. */
const START_GRACE = 60 * MINUTE
/** Later than this, a notice says that it is late. */
const PUNCTUAL = 10 * MINUTE
/** What is older was skipped by a run before, or nobody was there to tell. */
const LOOKED_BACK = 1_440 * MINUTE
const ID_LENGTH = 100

export type NoticeKind = 'reminder' | 'start' | 'completion' | 'cancellation'

export interface DueNotice {
  readonly kind: NoticeKind
  readonly window: MaintenanceWindow
  /** Names it once for all, with the channel and the day. */
  readonly notice: string
  /** ISO day of the window's start on the channel's calendar: in the thread of that day's digest it is posted. */
  readonly day: string
  readonly due: Instant
  readonly standing: Standing
}

export type Wish = Pick<DigestSubscription, 'products' | 'zone' | 'since' | 'reminderMinutes' | 'announceStates'>

/** Everything due by `now` and not older than a day, whatever was posted; nothing from before the subscription. */
export function dueNotices(wish: Wish, windows: readonly MaintenanceWindow[], now: Instant): readonly DueNotice[] {
  return concerning(wish, happenings(wish, windows, now))
}

/** What has happened to windows, the same for all who have the same clock and wishes. */
export function happenings(
  { zone, reminderMinutes, announceStates }: Pick<Wish, 'zone' | 'reminderMinutes' | 'announceStates'>,
  windows: readonly MaintenanceWindow[],
  now: Instant,
): readonly DueNotice[] {
  if (reminderMinutes === undefined && !announceStates) return []
  const oldest = laterBy(now, -LOOKED_BACK)
  return windows.flatMap((window) => {
    const events = [
      ...(reminderMinutes === undefined ? [] : reminderOf(window, reminderMinutes)),
      ...(announceStates ? [...startOf(window), ...completionOf(window)] : []),
      ...cancellationOf(window),
    ]
    return events
      .filter(({ due }) => due <= now && due >= oldest)
      .map(({ kind, due, until }) => ({
        ...{ kind, window, due, notice: nameOf(kind, window), day: localTime(window.start, zone).day },
        standing: standingOf(due, until, now),
      }))
  })
}

/** Those that concern the channel: its products, since it asked. */
export function concerning(
  { products, since }: Pick<Wish, 'products' | 'since'>,
  happened: readonly DueNotice[],
): readonly DueNotice[] {
  const isOurs = ({ window }: DueNotice) => !products.length || window.products.some((one) => products.includes(one))
  return happened.filter((notice) => notice.due >= since && isOurs(notice))
}

interface Event {
  readonly kind: NoticeKind
  readonly due: Instant
  /** From then on it is not posted any more. */
  readonly until: Instant
}

function reminderOf({ start, state, history }: MaintenanceWindow, minutes: number): readonly Event[] {
  const due = laterBy(start, -minutes * MINUTE)
  const learned = history.findLast(({ kind }) => kind === 'added' || kind === 'moved')?.at ?? due
  // Who only learns of it when it has begun is told that.
  if (state !== 'scheduled' || learned >= start) return []
  return [{ kind: 'reminder', due: learned > due ? learned : due, until: start }]
}

function startOf(window: MaintenanceWindow): readonly Event[] {
  const { start, end, state, history } = window
  if (state === 'cancelled') return []
  const began = history.findLast(({ kind }) => kind === 'started' || kind === 'verifying')?.at
  const due = began !== undefined && began < start ? began : start
  const [added] = history
  const grace = laterBy(due, START_GRACE)
  // What was told only afterwards has nothing to announce; nor has what a source first told of as over.
  if (added !== undefined && (added.at >= grace || added.at >= end || (state === 'completed' && began === undefined))) {
    return []
  }
  const until = state === 'completed' ? due : grace < end || began !== undefined ? grace : end
  return [{ kind: 'start', due, until }]
}

function completionOf(window: MaintenanceWindow): readonly Event[] {
  const { end, state, history } = window
  const completed = history.findLast(({ kind }) => kind === 'completed')?.at
  if (state === 'completed') return completed === undefined ? [] : [completion(completed)]
  // No source tells its steps: its plan does.
  const [added] = history
  return state === 'scheduled' && added !== undefined && added.at < end ? [completion(end)] : []
}

function completion(due: Instant): Event {
  return { kind: 'completion', due, until: laterBy(due, DEFAULT_GRACE) }
}

function cancellationOf({ state, history }: MaintenanceWindow): readonly Event[] {
  const due = history.findLast(({ kind }) => kind === 'cancelled')?.at
  if (state !== 'cancelled' || due === undefined) return []
  return [{ kind: 'cancellation', due, until: laterBy(due, DEFAULT_GRACE) }]
}

function standingOf(due: Instant, until: Instant, now: Instant): Standing {
  if (now >= until) return 'missed'
  return Date.parse(now) - Date.parse(due) <= PUNCTUAL ? 'on-time' : 'late'
}

/** `start/2026-11-19T21:00:00.000Z/status/m1`; what was reopened ends once more. */
function nameOf(kind: NoticeKind, window: MaintenanceWindow): string {
  const reopened = window.history.filter((change) => change.kind === 'reopened').length
  const again = kind !== 'reminder' && reopened ? `+${reopened}` : ''
  return `${kind}/${window.start}${again}/${windowName(window)}`
}

function windowName({ id }: Pick<MaintenanceWindow, 'id'>): string {
  return id.length <= ID_LENGTH ? id : createHash('sha256').update(id).digest('base64url')
}

/** What was posted before, of one channel: the notice's name, and as of when. */
export interface Told {
  readonly notice: string
  readonly at: Instant
}

/** A window under way may have its start corrected by as much, without beginning twice. */
const SAME_START = 360 * MINUTE
const NEARLY = 5 * MINUTE

/** Whether what was told before leaves something to say: a beginning once, a cancellation only to who was told before. */
export function isCalledFor({ kind, window }: DueNotice, told: readonly Told[]): boolean {
  const ofWindow = (of: NoticeKind) =>
    told.filter(({ notice }) => notice.startsWith(`${of}/`) && notice.endsWith(`/${windowName(window)}`))
  if (kind === 'cancellation') return [...ofWindow('reminder'), ...ofWindow('start')].length > 0
  if (kind === 'start' || kind === 'reminder') {
    const tolerance = window.state === 'scheduled' ? NEARLY : SAME_START
    const from = laterBy(window.start, -tolerance)
    const isReopened = window.history.some((change) => change.kind === 'reopened')
    return isReopened || !ofWindow('start').some(({ at }) => at >= from)
  }
  return true
}

function laterBy(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString()
}
