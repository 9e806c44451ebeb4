// No faster than Teams takes it: one bot in one conversation, and over a whole tenant.
// Source: Microsoft Learn, "Optimize your bot with rate limiting in Teams".

import { Lately } from '../../src/conversation/lately.ts'
import type { Clock } from '../../src/ports/clock.ts'

/** At most `count` in any `ms` milliseconds. */
export interface Window {
  readonly count: number
  readonly ms: number
}

export const CONVERSATION_WINDOWS: readonly Window[] = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
]
/** Microsoft says 30 to 50 a second. */
export const TENANT_WINDOWS: readonly Window[] = [{ count: 30, ms: 1_000 }]

export type Wait = (ms: number) => Promise<void>

/** Keys remembered before the longest silent is forgotten, idle or not. */
const KEYS = 10_000

export class Pacer {
  readonly #taken = new Lately<readonly number[]>(KEYS)
  readonly #windows: readonly Window[]
  readonly #clock: Clock
  readonly #longest: number
  readonly #most: number

  constructor(windows: readonly Window[], clock: Clock) {
    this.#windows = windows
    this.#clock = clock
    this.#longest = Math.max(...windows.map(({ ms }) => ms))
    this.#most = Math.max(...windows.map(({ count }) => count))
  }

  /** Reserves the next free moment and says how many milliseconds it is away; 0 for at once. */
  reserve(key: string): number {
    const now = this.#clock.now().getTime()
    const taken = this.#taken.get(key) ?? []
    const free = this.#windows.map(({ count, ms }) => {
      const earlier = taken.at(-count)
      return earlier === undefined ? now : earlier + ms
    })
    const at = Math.max(now, taken.at(-1) ?? now, ...free)
    this.#taken.set(key, [...taken.slice(1 - this.#most), at])
    this.#taken.forgetWhile((one) => (one.at(-1) ?? 0) + this.#longest <= now)
    return at - now
  }
}
