// Acknowledges every delivery in the tick it arrives in, and does the work afterwards: however much is asked at
// once, Slack's three seconds are never in danger. Who asks far too fast costs no more than the acknowledgement.

import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Rates } from './rates.ts'
import type { SlackLog } from './slack-log.ts'
import { personIn } from './who-asks.ts'
import { WorkQueue } from './work-queue.ts'

export interface AckFirstOptions {
  readonly log: SlackLog
  readonly rates: Rates
}

/** Wraps a receiver of Bolt's. Bolt alone would acknowledge after looking up the installation. */
export class AckFirst implements Receiver {
  readonly #inner: Receiver
  readonly #log: SlackLog
  readonly #rates: Rates
  readonly #queue: WorkQueue

  constructor(inner: Receiver, { log, rates }: AckFirstOptions) {
    this.#inner = inner
    this.#log = log
    this.#rates = rates
    this.#queue = new WorkQueue((error) => log.error({ err: error }, 'slack: delivery failed'))
  }

  init(app: App): void {
    const receive = (event: ReceiverEvent): Promise<void> => {
      this.#acknowledge(event)
      this.#queue.arrived()
      const person = personIn(event.body)
      const verdict = person ? this.#rates.ask(person) : 'go'
      if (verdict !== 'silent') {
        const customProperties = { ...event.customProperties, isHasty: verdict === 'tell' }
        this.#queue.add(() => app.processEvent({ ...event, customProperties, ack: async () => undefined }))
      }
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
    for (let left = 100; left > 0 && this.#queue.size > 0; left -= 1) {
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
}
