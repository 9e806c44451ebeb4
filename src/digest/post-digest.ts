// Bringing one due post to its end: claimed, looked for where it may have arrived, composed, sent at most once. What
// the platform says decides whether it is over, waits, or has to be looked for.

import type { Answer } from '../answer/answer.ts'
import type { Instant } from '../domain/maintenance.ts'
import { assertNever } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { DayClaim, DayClaimed, DayEnd, DayPost, DigestDayStore } from '../ports/digest-day-store.ts'
import type { Notifier, PostOptions } from '../ports/notifier.ts'
import { digestKey } from './digest-key.ts'
import type { Standing } from './due.ts'

const MINUTE = 60_000
/** After the first refusal; each further one doubles it. */
const FIRST_WAIT = MINUTE
const LONGEST_WAIT = 15 * MINUTE
/** A channel that seems gone is asked once more, later. */
const GONE_WAIT = 10 * MINUTE
const GONE = 'gone: '
/** A channel that cannot be looked into just now is looked into as often, its time past or not. */
const LOOKS = 5

export interface DuePost extends DayPost {
  readonly standing: Standing
  /** What it says, asked when it is claimed; `quiet` when there is nothing to tell. */
  readonly compose: () => Promise<Answer | 'quiet'>
  /** The message in whose thread it belongs; undefined for one that stands alone. */
  readonly thread: () => Promise<string | undefined>
}

/** How it went. `refused`: waits for its next attempt. `lost`: sent, and whether it arrived is found out later. */
export interface Served {
  readonly outcome: DayEnd | 'refused' | 'lost'
  readonly reason?: string
}

export interface PostRoom {
  readonly days: DigestDayStore
  readonly clock: Clock
  readonly notifier: Notifier
  /** The channel is gone for good: unsubscribes it and tells its subscriber. Resolves to what came of that, in words. */
  readonly retire: (channel: DayPost['channel']) => Promise<string>
}

/** Undefined when somebody else has it, or it is over. Rejects when the store is down. */
export async function servePost(due: DuePost, asOf: Instant, room: PostRoom): Promise<Served | undefined> {
  const { days, notifier } = room
  const { channel, day, notice, standing } = due
  const claimed = await days.claim({ channel, day, ...(notice === undefined ? {} : { notice }) })
  if (claimed.kind === 'taken' || claimed.kind === 'ended') return undefined
  const settled = claimed.kind === 'unsure' ? await settle(claimed, due, room) : undefined
  if (settled) return settled
  const { claim } = claimed
  if (standing === 'missed') {
    await days.end(claim, 'missed', claim.refused === undefined ? {} : { reason: claim.refused })
    return { outcome: 'missed', ...(claim.refused === undefined ? {} : { reason: claim.refused }) }
  }
  const answer = await due.compose()
  if (answer === 'quiet') {
    await days.begin(claim, asOf)
    await days.end(claim, 'quiet')
    return { outcome: 'quiet' }
  }
  // The platform's pace is waited for before anything counts as sent.
  await notifier.turn(channel)
  return post(claim, answer, await optionsOf(due), asOf, room)
}

/** Sends at most once. After `lost` the record stays as it is: when the lease is over, somebody looks into the channel. */
async function post(
  claim: DayClaim,
  answer: Answer,
  options: PostOptions,
  asOf: Instant,
  { days, clock, notifier, retire }: PostRoom,
): Promise<Served> {
  if (!(await days.begin(claim, asOf))) return { outcome: 'refused', reason: 'another replica took over' }
  const sent = await notifier.post(claim.channel, answer, options)
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms).toISOString()
  switch (sent.kind) {
    case 'posted':
      await days.end(claim, 'posted', { message: sent.message })
      return { outcome: 'posted' }
    case 'refused': {
      const wait = Math.min(FIRST_WAIT * 2 ** Math.min(claim.attempt - 1, 10), LONGEST_WAIT)
      await days.release(claim, inMs(Math.max(wait, sent.retryAfterMs ?? 0)), sent.reason)
      return { outcome: 'refused', reason: sent.reason }
    }
    case 'gone': {
      if (!claim.refused?.startsWith(GONE)) {
        await days.release(claim, inMs(GONE_WAIT), `${GONE}${sent.reason}`)
        return { outcome: 'refused', reason: sent.reason }
      }
      const reason = `${sent.reason}; ${await retire(claim.channel)}`
      await days.end(claim, 'gone', { reason })
      return { outcome: 'gone', reason }
    }
    case 'unsure':
      return { outcome: 'lost', reason: sent.reason }
    default:
      return assertNever(sent)
  }
}

/** Looks for what a dead replica may have sent. Undefined when it did not arrive: the post goes on. */
async function settle(
  { claim, asOf }: Extract<DayClaimed, { kind: 'unsure' }>,
  due: DuePost,
  { days, notifier }: PostRoom,
): Promise<Served | undefined> {
  const sought = await notifier.find(claim.channel, await optionsOf(due), asOf)
  if (sought.kind === 'absent') return undefined
  if (sought.kind === 'found') {
    await days.end(claim, 'posted', { message: sought.message })
    return { outcome: 'posted', reason: 'found in the channel after its answer was lost' }
  }
  // The record stays in doubt; when the lease is over, somebody looks again.
  if (sought.kind === 'later' && (due.standing !== 'missed' || claim.attempt <= LOOKS))
    return { outcome: 'lost', reason: sought.reason }
  const reason = 'it was sent, its answer was lost, and the channel cannot be looked into'
  await days.end(claim, 'unknown', { reason })
  return { outcome: 'unknown', reason }
}

async function optionsOf(due: DuePost): Promise<PostOptions> {
  const thread = await due.thread()
  return { key: digestKey(due), ...(thread === undefined ? {} : { thread }) }
}
