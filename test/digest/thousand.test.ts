// A thousand channels on one morning, through the real notifiers, before platforms that count and refuse: within
// each platform's limits, each channel once, and done while it is still punctual. On a clock of its own.

import { type FetchFunction, WebClient } from '@slack/web-api'
import { afterAll, describe, expect, it } from 'vitest'
import { createSlackNotifier } from '../../adapters/slack/slack-notifier.ts'
import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import { Connector } from '../../adapters/teams/connector.ts'
import { CONVERSATION_WINDOWS, type Window } from '../../adapters/teams/pacer.ts'
import { createTeamsNotifier } from '../../adapters/teams/teams-notifier.ts'
import { MONDAY_TO_FRIDAY } from '../../src/digest/business-days.ts'
import { type DigestOutcome, runDigests } from '../../src/digest/run-digests.ts'
import type { RunProgress } from '../../src/ports/digest-status.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import { MemoryReferences } from '../teams/memory-references.ts'
import { MemoryDays } from './memory-days.ts'
import { VirtualTime } from './virtual-time.ts'

const DUE = '2026-11-18T08:30:00.000Z'
/** What one call takes there and back (ms). */
const LATENCY = 300
/** Slack says "several hundred" a minute for a workspace, and one a second for a channel. */
const SLACK_WORKSPACE: Window = { count: 300, ms: 60_000 }
const SLACK_CHANNEL: Window = { count: 1, ms: 1_000 }
/** Microsoft says 30 to 50 a second for a tenant. */
const TEAMS_TENANT: Window = { count: 30, ms: 1_000 }

/** Takes as many as its windows allow, and says for how many seconds to keep still. */
class Limits {
  readonly taken: { readonly key: string; readonly at: number }[] = []
  refused = 0

  /** Seconds to wait; 0 when it was taken. */
  take(keys: readonly (readonly [string, readonly Window[]])[], now: number): number {
    const waits = keys.flatMap(([key, windows]) =>
      windows.flatMap(({ count, ms }) => {
        const recent = this.taken.filter((one) => one.key === key && one.at > now - ms)
        return recent.length < count ? [] : [((recent[0]?.at ?? now) + ms - now) / 1_000]
      }),
    )
    if (waits.length) {
      this.refused++
      return Math.ceil(Math.max(...waits))
    }
    for (const [key] of keys) this.taken.push({ key, at: now })
    return 0
  }

  /** How often the busiest of these was served. */
  most(prefix: string): number {
    const counts = Map.groupBy(
      this.taken.filter(({ key }) => key.startsWith(prefix)),
      ({ key }) => key,
    )
    return Math.max(0, ...[...counts.values()].map(({ length }) => length))
  }
}

interface Morning {
  readonly slack?: readonly [tenants: number, channels: number]
  readonly teams?: readonly [tenants: number, channels: number]
  readonly workspace?: Window
  /** Each is handed a minute, as the schedule does, while the others may still be at theirs; default 1. */
  readonly replicas?: number
}

async function morningOf({ slack = [0, 0], teams = [0, 0], workspace = SLACK_WORKSPACE, replicas = 1 }: Morning) {
  const time = new VirtualTime(DUE)
  const limits = new Limits()
  const references = new MemoryReferences()
  const channels = (platform: 'slack' | 'teams', [tenants, count]: readonly [number, number]) =>
    Array.from({ length: tenants * count }, (_, at) => ({ platform, tenant: `T${at % tenants}`, channel: `C${at}` }))
  const all = [...channels('slack', slack), ...channels('teams', teams)]
  for (const one of all) {
    if (one.platform === 'teams')
      await references.keep({ ...one, surface: 'channel', serviceUrl: 'https://teams.example/' })
  }
  const now = () => time.clock.now().getTime()
  const fetch: FetchFunction = async (_, init = {}) => {
    await time.wait(LATENCY)
    const channel = new URLSearchParams(String(init.body)).get('channel') ?? ''
    const tenant = new Request('https://slack.example', { headers: init.headers ?? {} }).headers.get('authorization')
    const away = limits.take(
      [
        [`slack ${tenant}`, [workspace]],
        [`channel slack ${channel}`, [SLACK_CHANNEL]],
      ],
      now(),
    )
    if (away) return new Response('', { status: 429, headers: { 'retry-after': String(away) } })
    return new Response(JSON.stringify({ ok: true, ts: `${now()}` }), {
      headers: { 'content-type': 'application/json' },
    })
  }
  const client = (tenant: string) =>
    new WebClient(tenant, { fetch, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })
  const notifiersOf = () => ({
    slack: createSlackNotifier({ clientFor: async ({ tenant }) => client(tenant), ...time }),
    teams: createTeamsNotifier({
      references,
      connector: new Connector(async () => undefined, time.clock, {
        wait: time.wait,
        random: () => 0.5,
        async exchange(url) {
          await time.wait(LATENCY)
          const channel = /conversations\/([^/]+)\//u.exec(url)?.[1] ?? ''
          const tenant = `T${Number(channel.slice(1)) % (teams[0] || 1)}`
          const away = limits.take(
            [
              [`teams ${tenant}`, [TEAMS_TENANT]],
              [`channel teams ${channel}`, CONVERSATION_WINDOWS],
            ],
            now(),
          )
          if (away) return { status: 429, retryAfter: String(away), body: '' }
          return { status: 201, body: '{"id":"m1"}' }
        },
      }),
    }),
  })
  const outcomes: DigestOutcome[] = []
  let progress: RunProgress | undefined
  const days = new MemoryDays(time.clock)
  const maintenance = new MemoryMaintenanceStore()
  const runOne = (notifiers: ReturnType<typeof notifiersOf>) =>
    runDigests({
      ...{ subscriptions: subscribed(all), days, maintenance, holidays: [], sources: [], clock: time.clock },
      ...{ rowsOf: () => [], noticeRulesOf: () => [] },
      notifierOf: (platform) => (platform === 'slack' ? notifiers.slack : notifiers.teams),
      report: (outcome) => outcomes.push(outcome),
      progress: (one) => {
        progress = one
      },
    })
  const processes = Array.from({ length: replicas }, notifiersOf)
  const run = () =>
    Promise.all(
      processes.map((one, minute) => (minute ? time.wait(minute * 60_000) : Promise.resolve()).then(() => runOne(one))),
    )
  const posted = () => outcomes.filter(({ outcome }) => outcome === 'posted').length
  let seconds = 0
  // As the schedule does: what was refused is tried again by a later minute's run.
  for (let minute = 0; minute < 60 && posted() < all.length; minute++) {
    const begun = minute ? time.wait(Math.max(0, minute * 60_000 - seconds * 1_000)).then(run) : run()
    seconds += await time.run(begun)
  }
  return { channels: all.length, posted: posted(), seconds: Math.round(seconds), limits, progress }
}

function subscribed(channels: readonly Pick<DigestSubscription, 'platform' | 'tenant' | 'channel'>[]) {
  const all = channels.map((channel) => ({
    ...channel,
    ...{ products: [], time: '08:30', zone: 'UTC', weekdays: MONDAY_TO_FRIDAY, quiet: false, announceStates: true },
    since: '2026-11-18T00:00:00.000Z',
  }))
  return {
    all: async () => all,
    find: async () => undefined,
    subscriber: async () => undefined,
    subscribe: async () => {},
    unsubscribe: async () => false,
  }
}

const MORNINGS: readonly (readonly [string, Morning, number])[] = [
  ['Slack, one workspace of 1,000', { slack: [1, 1_000] }, 0],
  ['Slack, ten workspaces of 100', { slack: [10, 100] }, 0],
  ['Slack, 1,000 workspaces of one', { slack: [1_000, 1] }, 0],
  ['Teams, one tenant of 1,000', { teams: [1, 1_000] }, 0],
  ['Teams, 1,000 tenants of one', { teams: [1_000, 1] }, 0],
  ['both, 500 and 500', { slack: [1, 500], teams: [1, 500] }, 0],
  ['both, 500 and 500, three replicas', { slack: [1, 500], teams: [1, 500], replicas: 3 }, 0],
  ['Slack that takes 100 a minute', { slack: [1, 1_000], workspace: { count: 100, ms: 60_000 } }, 100],
]

describe('a thousand channels', () => {
  const rows: string[] = []
  afterAll(() => console.log(`channels  messages  seconds  429s\n${rows.join('\n')}`))

  it.each(MORNINGS)('%s', { timeout: 60_000 }, async (name, morning, mostRefused) => {
    const { channels, posted, seconds, limits, progress } = await morningOf(morning)
    const columns = [channels, posted, seconds].map(String).map((one, at) => one.padStart(at ? 10 : 8))
    rows.push(`${columns.join('')}${String(limits.refused).padStart(6)}  ${name}`)
    expect(posted).toBe(channels)
    expect(limits.most('channel ')).toBe(1)
    expect(limits.refused).toBeLessThanOrEqual(mostRefused)
    expect(seconds).toBeLessThan(15 * 60)
    expect(progress).toMatchObject({ left: 0, endedAt: expect.any(String) })
  })
})
