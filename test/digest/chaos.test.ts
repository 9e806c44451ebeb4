// Two replicas on one PostgreSQL, killed at random points: no channel's day twice, none missing within the grace.
// CHAOS_MORNINGS=200 runs as many; CHAOS_SEED repeats a run.

import { describe, expect, it } from 'vitest'
import { digestKey } from '../../src/digest/digest-key.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import { hasPostgres, openTestStore, postgres } from '../storage/engines.ts'
import { ChaosPlatform } from './chaos-platform.ts'

const MORNINGS = Number(process.env.CHAOS_MORNINGS ?? 12)
const SEED = Number(process.env.CHAOS_SEED ?? 20261118)
const CHANNELS = 6
const MINUTE = 60_000
const FIRST = Date.parse('2026-11-18T08:30:00Z')

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

describe.skipIf(!hasPostgres)('two replicas, killed at random points', () => {
  it(`${MORNINGS} mornings in ${CHANNELS} channels: each digest once`, {
    timeout: 60_000 + MORNINGS * 15_000,
  }, async () => {
    const place = await postgres.place()
    const store = await openTestStore(place)
    const channels = Array.from(
      { length: CHANNELS },
      (_, at) => ({ platform: 'slack', tenant: 'T0', channel: `C${at}` }) as const,
    )
    for (const channel of channels) await store.subscriptions.subscribe(subscriptionOf(channel))
    const platform = new ChaosPlatform(place.at.databaseUrl ?? '', randomOf(SEED))
    await platform.start()
    const missing: string[] = []
    for (let morning = 0; morning < MORNINGS; morning++) {
      const due = FIRST + morning * 1440 * MINUTE
      const day = new Date(due).toISOString().slice(0, 10)
      const keys = channels.map((channel) => digestKey({ channel, day }))
      const isOver = () => keys.every((key) => platform.arrived.has(key))
      // Danger at the first two steps of the morning; the grace time for what that leaves behind.
      for (let minute = 0; minute <= 170; minute += minute === 0 ? 1 : 6) {
        platform.risk = minute <= 7 ? 0.35 : 0
        await platform.step(new Date(due + minute * MINUTE))
        if (minute > 7 && isOver()) break
      }
      missing.push(...keys.filter((key) => !platform.arrived.has(key)))
    }
    await platform.stop()
    const twice = [...platform.arrived].filter(([, count]) => count !== 1)
    await store.close()
    await place.remove()
    console.log(`${MORNINGS} mornings, ${platform.arrived.size} digests, ${platform.kills} kills`)
    expect({ missing, twice }).toEqual({ missing: [], twice: [] })
    expect(platform.arrived.size).toBe(MORNINGS * CHANNELS)
    expect(platform.kills).toBeGreaterThan(MORNINGS / 4)
  })
})

function subscriptionOf(channel: Pick<DigestSubscription, 'platform' | 'tenant' | 'channel'>): DigestSubscription {
  return {
    ...channel,
    ...{ products: [], time: '08:30', zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], quiet: false },
    ...{ announceStates: false },
    since: new Date(FIRST - 1440 * MINUTE).toISOString(),
  }
}
