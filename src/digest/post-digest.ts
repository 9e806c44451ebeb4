// Posting one claimed digest: what the platform says decides whether it is over, waits, or has to be looked for.

import type { Answer } from '../answer/answer.ts'
import type { Instant } from '../domain/maintenance.ts'
import { assertNever } from '../errors.ts'
import type { DayClaim } from '../ports/digest-day-store.ts'
import type { Notifier } from '../ports/notifier.ts'
import { digestKey } from './digest-key.ts'
import type { DigestOutcome, DigestRun } from './run-digests.ts'

const MINUTE = 60_000
/** After the first refusal; each further one doubles it. */
const FIRST_WAIT = MINUTE
const LONGEST_WAIT = 15 * MINUTE
/** A channel that seems gone is asked once more, later. */
const GONE_WAIT = 10 * MINUTE
const GONE = 'gone: '

type Posted = Pick<DigestOutcome, 'outcome' | 'reason'>

/** Sends at most once. After `lost` the record stays as it is: when the lease is over, somebody looks into the channel. */
export async function postDigest(
  claim: DayClaim,
  answer: Answer,
  asOf: Instant,
  notifier: Notifier,
  { days, subscriptions, clock }: Pick<DigestRun, 'days' | 'subscriptions' | 'clock'>,
): Promise<Posted> {
  if (!(await days.begin(claim, asOf))) return { outcome: 'refused', reason: 'another replica took over' }
  const sent = await notifier.post(claim.channel, answer, digestKey(claim))
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
    case 'gone':
      if (!claim.refused?.startsWith(GONE)) {
        await days.release(claim, inMs(GONE_WAIT), `${GONE}${sent.reason}`)
        return { outcome: 'refused', reason: sent.reason }
      }
      await days.end(claim, 'gone', { reason: sent.reason })
      await subscriptions.unsubscribe(claim.channel)
      return { outcome: 'gone', reason: sent.reason }
    case 'unsure':
      return { outcome: 'lost', reason: sent.reason }
    default:
      return assertNever(sent)
  }
}
