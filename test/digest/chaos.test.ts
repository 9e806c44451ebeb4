// Two replicas on one PostgreSQL, killed at random points, before local-slack and the Teams connector: no channel's
// post twice, none missing within the grace. CHAOS_MORNINGS=200 runs as many; CHAOS_SEED repeats a run.

import { describe, expect, it } from 'vitest'
import { field, text } from '../../adapters/teams/read-json.ts'
import type { DayRecord } from '../../src/ports/digest-day-store.ts'
import type { Channel } from '../../src/ports/place.ts'
import { IDS, isPeerMissing, LocalSlack } from '../slack/local-slack.ts'
import { hasPostgres, openTestStore, postgres } from '../storage/engines.ts'
import { ConnectorStub } from '../teams/connector-stub.ts'
import { ChaosEdge } from './chaos-edge.ts'
import { report } from './windows.ts'

const MORNINGS = Number(process.env.CHAOS_MORNINGS ?? 12)
const SEED = Number(process.env.CHAOS_SEED ?? 20261118)
const RISK = 0.1
const MINUTE = 60_000
const FIRST = Date.parse('2026-11-18T08:30:00Z')
/** Minutes after the digest's time: the window of each morning, and a reminder six minutes before it. */
const WINDOW = { start: 12, end: 42 }

const SLACK = [IDS.incident, IDS.general].map((channel) => ({ platform: 'slack', tenant: IDS.team, channel }) as const)
const TEAMS = [0, 1].map((at) => ({ platform: 'teams', tenant: 'tenant', channel: `19:c${at}@thread.tacv2` }) as const)
const CHANNELS: readonly Channel[] = [...SLACK, ...TEAMS]

/** What arrives on a morning, by how it begins. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['digest', /^Maintenance, /u],
  ['reminder', /^Begins in /u],
  ['start', /^(?:Begins now|Under way)/u],
  ['completion', /^Over by its plan/u],
]

/** mulberry32: the same run for the same seed, as far as processes can be repeated. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe.skipIf(!hasPostgres || isPeerMissing())('two replicas, killed at random points', () => {
  it(`${MORNINGS} mornings: each post once in Slack and in Teams`, {
    timeout: 90_000 + MORNINGS * 10_000,
  }, async () => {
    const place = await postgres.place()
    const store = await openTestStore(place)
    const [peer, stub] = [await LocalSlack.start(), new ConnectorStub()]
    const teams = (await stub.start()).replace(/\/$/u, '')
    const edge = new ChaosEdge({ slack: peer.url, teams }, place.at.databaseUrl ?? '', randomOf(SEED))
    await edge.start()
    for (const channel of CHANNELS) {
      await store.subscriptions.subscribe({
        ...channel,
        ...{ products: [], time: '08:30', zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], quiet: false },
        ...{ reminderMinutes: 6, announceStates: true, since: new Date(FIRST - 1440 * MINUTE).toISOString() },
      })
      if (channel.platform === 'teams') {
        await store.references.keep({ ...channel, surface: 'channel', serviceUrl: `${edge.url}/teams/` })
      }
    }
    const said = { arrived: 0, unknown: 0, skipped: 0 }
    const wrong: string[] = []
    for (let morning = 0; morning < MORNINGS; morning++) {
      const due = FIRST + morning * 1440 * MINUTE
      const at = (minute: number) => new Date(due + minute * MINUTE)
      const day = at(0).toISOString().slice(0, 10)
      const [start, end] = [at(WINDOW.start).toISOString(), at(WINDOW.end).toISOString()]
      const window = report({ key: day, start, end, zone: 'UTC' })
      await store.maintenance.take({ source: 'status', reports: [window] }, at(-600).toISOString())
      const isOver = async () => {
        const records = await store.digestDays.on([day])
        return records.length >= CHANNELS.length * KINDS.length && records.every(isEnded)
      }
      // Danger when something is due; the grace time for what that leaves behind.
      for (let minute = 0; minute <= 170; minute += minute === 0 ? 1 : 6) {
        edge.risk = [0, 1, 7, 13, 43].includes(minute) ? RISK : 0
        await edge.step(at(minute))
        if (minute > WINDOW.end && (await isOver())) break
      }
      const records = await store.digestDays.on([day])
      for (const channel of CHANNELS) {
        const headlines = await (channel.platform === 'slack' ? inSlack(peer, channel) : inTeams(stub, channel))
        for (const [kind, words] of KINDS) {
          const count = headlines.filter((headline) => words.test(headline)).length
          const record = records.find((one) => one.channel.channel === channel.channel && isOf(kind, one))
          said.arrived += count
          if (record?.state === 'unknown') said.unknown++
          if (record?.state === 'missed') said.skipped++
          if (!isRight(kind, count, record)) wrong.push(`${day} ${channel.channel} ${kind}: ${count}, ${record?.state}`)
        }
      }
      await peer.reset()
      stub.reset()
      edge.forget()
    }
    await edge.stop()
    peer.stop()
    await stub.stop()
    await store.close()
    await place.remove()
    console.log(
      JSON.stringify({
        mornings: MORNINGS,
        channels: CHANNELS.length,
        ...said,
        kills: edge.kills,
        faults: edge.faults,
      }),
    )
    expect(wrong).toEqual([])
    expect(edge.kills).toBeGreaterThan(MORNINGS / 4)
  })
})

/** Posted is there once. Where nobody can look, what was lost is told as unknown and never sent again; a reminder may be overtaken by its window. */
function isRight(kind: string, count: number, record: DayRecord | undefined): boolean {
  if (record?.state === 'posted') return count === 1
  if (record?.state === 'unknown') return count <= 1 && record.channel.platform === 'teams'
  return record?.state === 'missed' && count === 0 && kind === 'reminder'
}

function isEnded({ state }: DayRecord): boolean {
  return !['working', 'sending', 'released'].includes(state)
}

function isOf(kind: string, { notice }: DayRecord): boolean {
  return notice === undefined ? kind === 'digest' : notice.startsWith(`${kind}/`)
}

async function inSlack(peer: LocalSlack, { channel }: Channel): Promise<readonly string[]> {
  return (await peer.messages(channel)).map((message) => message.text)
}

async function inTeams(stub: ConnectorStub, { channel }: Channel): Promise<readonly string[]> {
  const own = stub.messages.filter(({ conversation }) => conversation.split(';', 1)[0] === channel)
  return own.map(({ activity }) => text(field(activity), 'summary') ?? '')
}
