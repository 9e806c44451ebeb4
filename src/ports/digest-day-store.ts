// One digest a channel and day, and each notice on that day once, over all replicas and every crash: who works on
// it, and how far it has come.

import type { Instant } from '../domain/maintenance.ts'
import type { Channel } from './place.ts'

/** One post: a channel's digest of a day, or a notice on that day. */
export interface DayPost {
  readonly channel: Channel
  /** ISO day on the channel's calendar. */
  readonly day: string
  /** Names a post on the day itself (a reminder, a beginning); absent for the digest. */
  readonly notice?: string
}

/** The right to bring one post to its end, until its lease runs out. */
export interface DayClaim extends DayPost {
  /** From 1; tells a holder who lost the lease from the next. */
  readonly attempt: number
  /** Why the attempt before was given back; absent for the first. */
  readonly refused?: string
}

export type DayClaimed =
  /** Nothing was sent yet. */
  | { readonly kind: 'free'; readonly claim: DayClaim }
  /** An earlier holder died while sending: it may have arrived. */
  | { readonly kind: 'unsure'; readonly claim: DayClaim; readonly asOf: Instant }
  /** Somebody else works on it, or it waits for its next attempt. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'ended' }

/**
 * How a digest ended: `posted`; `quiet`, nothing to tell; `missed`, past the grace time; `unknown`, nobody can say
 * whether it arrived; `gone`, the channel is.
 */
export type DayEnd = 'posted' | 'quiet' | 'missed' | 'unknown' | 'gone'

export interface DayRecord extends DayPost {
  readonly state: DayEnd | 'working' | 'sending' | 'released'
  readonly attempt: number
  readonly reason?: string
  /** What it tells is as of then; absent while nothing was sent. */
  readonly begunAt?: Instant
  /** The platform's id of what was posted. */
  readonly message?: string
  readonly changedAt: Instant
}

/** Every member rejects with AppError when the store is down. */
export interface DigestDayStore {
  /** One caller gets it, over all replicas. The lease is five minutes. */
  claim(post: DayPost): Promise<DayClaimed>
  /**
   * To be called right before sending: whoever finds this digest after a crash knows that it may have arrived.
   * `asOf` is the time of what it tells: the next digest tells what changed since then. False when the lease was
   * lost: send nothing.
   */
  begin(claim: DayClaim, asOf: Instant): Promise<boolean>
  /** Ends it for good. `message` is the platform's id of what was posted. False when the lease was lost. */
  end(claim: DayClaim, how: DayEnd, more?: { readonly message?: string; readonly reason?: string }): Promise<boolean>
  /** It was certainly not posted: it may be claimed again from that time on. False when the lease was lost. */
  release(claim: DayClaim, retryAt: Instant, reason: string): Promise<boolean>
  /** As of when the channel's digest before this day was, posted or quiet; undefined when there was none. */
  before(channel: Channel, day: string): Promise<Instant | undefined>
  /** The post's record; undefined when nobody has claimed it. */
  find(post: DayPost): Promise<DayRecord | undefined>
  /** Every record of these days, notices included, in no order. */
  on(days: readonly string[]): Promise<readonly DayRecord[]>
  /** The newest days that have records, newest first. */
  days(limit: number): Promise<readonly string[]>
  /** Records that ended so, newest first. */
  ended(how: DayEnd, limit: number): Promise<readonly DayRecord[]>
}
