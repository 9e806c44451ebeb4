// No faster than Slack takes posts: about one a second in a channel, and some hundreds a minute in a workspace.
// Source: docs.slack.dev, "Rate limits" (posting messages); a 429 says how long to keep still.

import type { Clock } from '../../src/ports/clock.ts'
import type { Channel, Tenant } from '../../src/ports/place.ts'

/** Between two posts in one workspace: 240 a minute (ms). */
const WORKSPACE_GAP = 250
/** Between two posts in one channel (ms). */
const CHANNEL_GAP = 1_100
/** Channels remembered before those that are free again are forgotten. */
const MOST = 5_000

/** Resolves after that many milliseconds. */
export type Wait = (ms: number) => Promise<void>

export class Pace {
  readonly #clock: Clock
  readonly #free = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Reserves the next free moment in the channel and its workspace; how many milliseconds it is away. */
  reserve(channel: Channel): number {
    const now = this.#clock.now().getTime()
    const [whole, own] = [workspaceName(channel), channelName(channel)]
    const at = Math.max(now, this.#free.get(whole) ?? 0, this.#free.get(own) ?? 0)
    this.#free.set(whole, at + WORKSPACE_GAP)
    this.#free.set(own, at + CHANNEL_GAP)
    if (this.#free.size > MOST) for (const [name, free] of this.#free) if (free <= now) this.#free.delete(name)
    return at - now
  }

  /** Slack asked for a pause of that many milliseconds. */
  pause(tenant: Tenant, ms: number): void {
    const name = workspaceName(tenant)
    this.#free.set(name, Math.max(this.#free.get(name) ?? 0, this.#clock.now().getTime() + ms))
  }

  /** How long the workspace keeps still (ms). */
  pausedFor(tenant: Tenant): number {
    return Math.max(0, (this.#free.get(workspaceName(tenant)) ?? 0) - this.#clock.now().getTime())
  }
}

function workspaceName({ tenant }: Tenant): string {
  return JSON.stringify([tenant])
}

function channelName({ tenant, channel }: Channel): string {
  return JSON.stringify([tenant, channel])
}
