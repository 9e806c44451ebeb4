// Acknowledges every delivery in the tick it arrives in, and does the work afterwards, a few milliseconds a turn of
// the event loop: however much is asked at once, Slack's three seconds are never in danger.

import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { SlackLog } from './slack-log.ts'

/** Milliseconds of work begun in one turn: what a delivery that arrives meanwhile waits for its acknowledgement. */
const TURN_MS = 4

/** Wraps a receiver of Bolt's. Bolt alone would acknowledge after looking up the installation. */
export class AckFirst implements Receiver {
  readonly #inner: Receiver
  readonly #log: SlackLog
  readonly #waiting: (() => Promise<void>)[] = []
  #running = 0

  constructor(inner: Receiver, log: SlackLog) {
    this.#inner = inner
    this.#log = log
  }

  init(app: App): void {
    const receive = (event: ReceiverEvent): Promise<void> => {
      this.#acknowledge(event)
      this.#waiting.push(() => app.processEvent({ ...event, ack: async () => undefined }))
      if (this.#waiting.length === 1) setImmediate(() => this.#turn())
      return Promise.resolve()
    }
    const early: App = Object.create(app, { processEvent: { value: receive } })
    this.#inner.init(early)
  }

  async start(): Promise<unknown> {
    return this.#inner.start()
  }

  /** Takes nothing new, and waits for what was begun: at most five seconds. */
  async stop(): Promise<unknown> {
    const stopped = await this.#inner.stop()
    for (let left = 100; left > 0 && this.#running + this.#waiting.length > 0; left -= 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
    return stopped
  }

  #acknowledge(event: ReceiverEvent): void {
    // A lost connection loses the acknowledgement only: Slack delivers again, and the id is known by then.
    event.ack().catch((error: unknown) => this.#log.warn({ err: error }, 'slack: acknowledgement lost'))
  }

  #turn(): void {
    const begun = performance.now()
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) {
      this.#begin(work)
      if (performance.now() - begun > TURN_MS) break
    }
    if (this.#waiting.length) setImmediate(() => this.#turn())
  }

  #begin(work: () => Promise<void>): void {
    this.#running += 1
    work()
      .catch((error: unknown) => this.#log.error({ err: error }, 'slack: delivery failed'))
      .finally(() => {
        this.#running -= 1
      })
  }
}
