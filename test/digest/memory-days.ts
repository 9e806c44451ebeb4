// Digest days in memory, as far as runs without crashes need them.

import { digestKey } from '../../src/digest/digest-key.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type {
  DayClaim,
  DayClaimed,
  DayEnd,
  DayPost,
  DayRecord,
  DigestDayStore,
} from '../../src/ports/digest-day-store.ts'

export class MemoryDays implements DigestDayStore {
  readonly #kept = new Map<string, DayRecord & { readonly until: string }>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async claim(post: DayPost): Promise<DayClaimed> {
    const before = this.#kept.get(digestKey(post))
    const now = this.#clock.now().toISOString()
    if (before && before.state !== 'released') return { kind: before.state === 'working' ? 'taken' : 'ended' }
    if (before && before.until > now) return { kind: 'taken' }
    const attempt = (before?.attempt ?? 0) + 1
    this.#put({ ...post, attempt }, 'working')
    return { kind: 'free', claim: { ...post, attempt, ...(before?.reason ? { refused: before.reason } : {}) } }
  }

  async begin(): Promise<boolean> {
    return true
  }

  async end(claim: DayClaim, how: DayEnd): Promise<boolean> {
    this.#put(claim, how)
    return true
  }

  async release(claim: DayClaim, until: string, reason: string): Promise<boolean> {
    this.#put(claim, 'released', { until, reason })
    return true
  }

  async before(): Promise<undefined> {
    return undefined
  }

  async find(post: DayPost): Promise<DayRecord | undefined> {
    return this.#kept.get(digestKey(post))
  }

  async on(days: readonly string[]): Promise<readonly DayRecord[]> {
    return [...this.#kept.values()].filter(({ day }) => days.includes(day))
  }

  async days(): Promise<readonly string[]> {
    return [...new Set([...this.#kept.values()].map(({ day }) => day))].toSorted().toReversed()
  }

  async ended(how: DayEnd): Promise<readonly DayRecord[]> {
    return [...this.#kept.values()].filter(({ state }) => state === how)
  }

  #put({ channel, day, notice, attempt }: DayClaim, state: DayRecord['state'], more = { until: '', reason: '' }): void {
    const changedAt = this.#clock.now().toISOString()
    const record = { channel, day, attempt, state, changedAt, ...more, ...(notice === undefined ? {} : { notice }) }
    this.#kept.set(digestKey(record), record)
  }
}
