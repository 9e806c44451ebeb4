// Names of channels, asked of Slack at most every ten minutes each: a mention carries only the channel's id.

import type { WebClient } from '@slack/web-api'
import type { Clock } from '../../src/ports/clock.ts'
import type { SlackLog } from './slack-log.ts'

const FRESH_MS = 10 * 60_000
const KEPT = 5_000

export class ChannelNames {
  readonly #known = new Map<string, { readonly name: string | undefined; readonly at: number }>()
  readonly #clock: Clock
  readonly #log: SlackLog

  constructor(clock: Clock, log: SlackLog) {
    this.#clock = clock
    this.#log = log
  }

  /** The name without `#`; undefined when Slack does not say: the scope is missing, or it is down. */
  async nameOf(client: WebClient, tenant: string, channel: string): Promise<string | undefined> {
    const key = `${tenant}/${channel}`
    const now = this.#clock.now().getTime()
    const known = this.#known.get(key)
    if (known && now - known.at < FRESH_MS) return known.name
    const name = await this.#ask(client, channel)
    this.#known.delete(key)
    this.#known.set(key, { name, at: now })
    const oldest = this.#known.keys().next()
    if (this.#known.size > KEPT && !oldest.done) this.#known.delete(oldest.value)
    return name
  }

  async #ask(client: WebClient, channel: string): Promise<string | undefined> {
    try {
      const { channel: found } = await client.conversations.info({ channel })
      return found?.name
    } catch (error) {
      // The answer does not need the name; a missing scope is told once per channel and ten minutes.
      this.#log.warn({ err: error, channel }, 'slack: channel name unknown')
      return undefined
    }
  }
}
