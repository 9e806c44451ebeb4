// How the digests are doing, as a status page or a log shows it. Read only.

import type { Instant } from '../domain/maintenance.ts'
import type { Channel } from './place.ts'

/** How many channels' posts of one day came to which end. */
export interface PostCounts {
  readonly posted: number
  /** Refused or not reached so far; tried again within the grace time. */
  readonly failed: number
  /** Sent, the platform's answer was lost, and nobody can look: never posted twice. */
  readonly unknown: number
  /** Past the grace time, or overtaken by events: not posted any more. */
  readonly skipped: number
  /** The channel is; it is unsubscribed. */
  readonly gone: number
}

export interface DigestDayStatus extends PostCounts {
  /** ISO day on each channel's own calendar. */
  readonly day: string
  /** Digests that were to be posted by now. */
  readonly due: number
  /** Of those posted: how many more than a quarter of an hour after the time that their channel has now. */
  readonly late: number
  /** Nothing to tell, and the channel asked for silence then. */
  readonly quiet: number
  /** Due, and nobody has come to them yet. */
  readonly waiting: number
  /** Posts on the day itself: reminders, beginnings, completions, cancellations. */
  readonly notices: PostCounts
}

/** One run over all channels that were due, in this process. */
export interface RunProgress {
  readonly startedAt: Instant
  /** Absent while it is under way. */
  readonly endedAt?: Instant
  readonly due: number
  readonly posted: number
  /** Refused, gone, unknown, skipped, or the store was down. */
  readonly failed: number
  readonly left: number
}

/** A channel that was unsubscribed because nothing can be posted there any more. */
export interface GoneChannel {
  readonly channel: Channel
  readonly at: Instant
  /** The platform's word, and whether the one who had subscribed it was told. */
  readonly reason: string
}

/** Every member that resolves rejects with AppError when the store is down. */
export interface DigestStatus {
  /** The days that have posts, newest first, at most that many (default 7). */
  days(count?: number): Promise<readonly DigestDayStatus[]>
  /** The channels that went last, newest first, at most 20. */
  gone(): Promise<readonly GoneChannel[]>
  /** The run under way, else the last one; undefined before the first. */
  run(): RunProgress | undefined
}
