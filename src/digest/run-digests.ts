// One run over all channels: whose digest or notice is due, is claimed, composed and posted, and how it ended is kept.
// Safe to be run by several replicas at once, at any time, and to die anywhere: the post's record decides.

import type { HolidayCalendar, Instant } from '../domain/maintenance.ts'
import type { Clock } from '../ports/clock.ts'
import type { DayPost, DigestDayStore } from '../ports/digest-day-store.ts'
import type { RunProgress } from '../ports/digest-status.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import type { MaintenanceStore } from '../ports/maintenance-store.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { Channel, Platform } from '../ports/place.ts'
import type { DigestInput } from './digest-input.ts'
import { duePosts, type Morning } from './due-posts.ts'
import { inLanes } from './lanes.ts'
import { type DuePost, type Served, servePost } from './post-digest.ts'
import { outagesOf } from './refresh.ts'
import { retire } from './retire.ts'

const DAY = 86_400_000
/** A channel that was away longer is told of no older changes. */
const LOOKED_BACK = 31 * DAY

/** How one post went. `failed`: the store was down. */
export interface DigestOutcome {
  readonly channel: Channel
  readonly day: string
  /** Names a notice; absent for the digest. */
  readonly notice?: string
  readonly outcome: Served['outcome'] | 'failed'
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
  /** Told when a run with something to do begins, after each post, and when it ends. */
  readonly progress?: (progress: RunProgress) => void
}

/** Serves every channel that is due. Rejects only when the store is down at the beginning. */
export async function runDigests(run: DigestRun): Promise<void> {
  const asOf = run.clock.now().toISOString()
  const subscriptions = (await run.subscriptions.all()).filter(({ platform }) => run.notifierOf(platform))
  if (!subscriptions.length) return
  const windows = await run.maintenance.since(new Date(Date.parse(asOf) - LOOKED_BACK).toISOString())
  const outages = outagesOf(await run.maintenance.standings(), run.sources)
  const morning: Morning = { ...run, ...remembering(run), asOf, windows, outages }
  const due = await duePosts(subscriptions, morning)
  const count = due.reduce((sum, { posts }) => sum + posts.length, 0)
  if (!count) return
  const tally = createTally(count, asOf, run)
  await inLanes(due, async ({ subscription, posts }) => {
    for (const post of posts) tally.took(post, await serve(subscription, post, morning))
  })
  tally.end()
}

/** What one post came to; undefined when it was not ours to do. Never rejects. */
async function serve(
  { platform }: DigestSubscription,
  post: DuePost,
  run: Morning,
): Promise<Served | { readonly outcome: 'failed'; readonly reason: string } | undefined> {
  const notifier = run.notifierOf(platform)
  if (!notifier) return undefined
  try {
    const { days, clock, subscriptions } = run
    const room = { days, clock, notifier, retire: (channel: Channel) => retire(channel, { subscriptions, notifier }) }
    return await servePost(post, run.asOf, room)
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Reports each post and counts. */
function createTally(due: number, startedAt: Instant, { report, progress, clock }: DigestRun) {
  let [posted, failed, left] = [0, 0, due]
  const show = (more: Partial<RunProgress> = {}) => progress?.({ startedAt, due, posted, failed, left, ...more })
  show()
  return {
    took(
      { channel, day, notice, standing }: DayPost & Pick<DuePost, 'standing'>,
      served: Awaited<ReturnType<typeof serve>>,
    ) {
      left--
      if (served) {
        if (served.outcome === 'posted') posted++
        else if (served.outcome !== 'quiet') failed++
        const { outcome, reason } = served
        report({
          ...{ channel, day, outcome, late: standing === 'late' },
          ...(notice === undefined ? {} : { notice }),
          ...(reason === undefined ? {} : { reason }),
        })
      }
      show()
    },
    end: () => show({ endedAt: clock.now().toISOString() }),
  }
}

/** A thousand channels ask for the same rows. */
function remembering({ rowsOf, noticeRulesOf }: Pick<DigestRun, 'rowsOf' | 'noticeRulesOf'>) {
  return { rowsOf: once(rowsOf), noticeRulesOf: once(noticeRulesOf) }
}

function once<T, Args extends readonly string[]>(ask: (...args: Args) => T): (...args: Args) => T {
  const known = new Map<string, T>()
  return (...args) => {
    const key = args.join('\n')
    const found = known.get(key) ?? ask(...args)
    known.set(key, found)
    return found
  }
}
