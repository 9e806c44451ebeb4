// How fast one person and one tenant (a workspace, an organisation) may ask: a bucket each, in this process's memory.

import type { Clock } from '../ports/clock.ts'
import type { Person } from '../ports/place.ts'
import { Lately } from './lately.ts'

export interface Rate {
  /** Questions that may come at once. */
  readonly burst: number
  /** And how many a minute after that. */
  readonly perMinute: number
}

export interface RateLimits {
  readonly person: Rate
  readonly tenant: Rate
}

/** A person reads an answer in three seconds at the least; a tenant in an incident has dozens of people. */
export const DEFAULT_RATES: RateLimits = {
  person: { burst: 15, perMinute: 20 },
  tenant: { burst: 600, perMinute: 6_000 },
}

/** Buckets kept before the fullest are forgotten: a full bucket says nothing. */
const BUCKETS = 20_000
/** The friendly line itself: not one for each of a hundred requests. */
const NOTICE: Rate = { burst: 2, perMinute: 6 }

interface Bucket {
  tokens: number
  at: number
}

/** What is said to somebody who asks too fast. */
export const TOO_FAST = 'That was a little fast for me. Give me a moment, then ask again.'

export type Verdict = 'go' | 'tell' | 'silent'

export class Rates {
  readonly #buckets = new Lately<Bucket>(BUCKETS)
  readonly #limits: RateLimits
  readonly #clock: Clock

  constructor(clock: Clock, limits: RateLimits = DEFAULT_RATES) {
    this.#clock = clock
    this.#limits = limits
  }

  /** `go`, or too fast: `tell` the person so, or stay `silent` because they were just told. */
  ask({ tenant, user }: Person): Verdict {
    const person = `${tenant}/${user}`
    if (this.#take(`p/${person}`, this.#limits.person) && this.#take(`t/${tenant}`, this.#limits.tenant)) return 'go'
    return this.#take(`n/${person}`, NOTICE) ? 'tell' : 'silent'
  }

  #take(name: string, { burst, perMinute }: Rate): boolean {
    const now = this.#clock.now().getTime()
    const bucket = this.#buckets.get(name) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 60_000) * perMinute)
    const taken = tokens >= 1
    this.#buckets.set(name, { tokens: taken ? tokens - 1 : tokens, at: now })
    return taken
  }
}
