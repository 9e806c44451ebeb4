// Acknowledges every delivery in the same tick and does the work afterwards: however much is asked, Slack's three
// seconds are never in danger. A question is in the journal before that, so that it is answered even if this process
// dies in the next moment; for the store nobody waits. Who asks far too fast costs no more than the acknowledgement.

import type { App, Receiver, ReceiverEvent, StringIndexed } from '@slack/bolt'
import type { Deliveries } from '../../src/conversation/deliveries.ts'
import type { Rates } from '../../src/conversation/rates.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Accepted } from '../../src/ports/delivery-store.ts'
import { deliveryId, keptBody } from './delivery.ts'
import { isFilledForm, tooFast } from './filled-form.ts'
import type { Instead } from './place.ts'
import type { SlackLog } from './slack-log.ts'
import { personIn } from './who-asks.ts'
import { WorkQueue } from './work-queue.ts'

export interface AckFirstOptions {
  readonly deliveries: Deliveries
  readonly clock: Clock
  readonly log: SlackLog
  readonly rates: Rates
  /** Bodies whose person could not be told why there is no answer: they stay written down, and are tried again. */
  readonly untold: WeakSet<object>
}

/** Later than this after a question its answer comes as a surprise, and its response_url (30 minutes) is nearly dead. */
const ANSWERED_WITHIN = 25 * 60_000

/** Wraps a receiver of Bolt's. Bolt alone would acknowledge after looking up the installation. */
export class AckFirst implements Receiver {
  readonly #inner: Receiver
  readonly #options: AckFirstOptions
  readonly #queue: WorkQueue
  /** Waiting or running in this process. */
  readonly #here = new Set<string>()
  #app: App | undefined

  constructor(inner: Receiver, options: AckFirstOptions) {
    this.#inner = inner
    this.#options = options
    this.#queue = new WorkQueue((error) => options.log.error({ err: error }, 'slack: delivery failed'))
  }

  init(app: App): void {
    this.#app = app
    const early: App = Object.create(app, { processEvent: { value: (event: ReceiverEvent) => this.#receive(event) } })
    this.#inner.init(early)
  }

  async start(): Promise<unknown> {
    return this.#inner.start()
  }

  /** Takes nothing new, and waits for what was begun: at most five seconds. The rest is answered by whoever starts next. */
  async stop(): Promise<unknown> {
    const stopped = await this.#inner.stop()
    for (let left = 100; left > 0 && this.#queue.size > 0; left -= 1) await pause(50)
    return stopped
  }

  /** Does what somebody was told "ok" for and nobody has begun. Work that only waits its turn here is left to its turn. */
  resume({ id, note }: Accepted): void {
    const { at, body } = readNote(note)
    if (this.#here.has(id) || body === undefined) return
    const { deliveries, clock, log } = this.#options
    if (deliveries.isBegun(id)) {
      // Answered while the store was down, which has not heard of it.
      deliveries.settle(id).catch((error: unknown) => log.error({ err: error }, 'slack: not settled'))
      return
    }
    const isLate = clock.now().getTime() - at > ANSWERED_WITHIN
    this.#work({ body, ack: async () => undefined }, id, isLate ? 'too-late' : undefined, Promise.resolve())
  }

  #receive(event: ReceiverEvent): Promise<void> {
    this.#queue.arrived()
    const person = personIn(event.body)
    const verdict = person ? this.#options.rates.ask(person) : 'go'
    const id = deliveryId(event.body)
    if (isFilledForm(event.body)) return this.#takeForm(event, id, verdict)
    const written = person && verdict === 'go' ? this.#write(id, event.body) : undefined
    this.#acknowledge(event)
    if (verdict !== 'silent') this.#work(event, id, verdict === 'tell' ? 'too-fast' : undefined, written)
    return Promise.resolve()
  }

  /** What is wrong with a form is said in its acknowledgement, and the form stays open: its handler acknowledges. */
  #takeForm(event: ReceiverEvent, id: string | undefined, verdict: 'go' | 'tell' | 'silent'): Promise<void> {
    if (verdict === 'go') {
      const customProperties = { ...event.customProperties, delivery: id }
      this.#queue.add(async () => this.#app?.processEvent({ ...event, customProperties }))
    } else {
      event
        .ack(tooFast(event.body))
        .catch((error: unknown) => this.#options.log.warn({ err: error }, 'slack: acknowledgement lost'))
    }
    return Promise.resolve()
  }

  /** Undefined where nothing is to be written: nobody waits for an answer, or it is being given. */
  #write(id: string | undefined, received: StringIndexed): Promise<void> | undefined {
    const { deliveries, clock, log } = this.#options
    const body = keptBody(received)
    if (id === undefined || body === undefined || deliveries.isBegun(id)) return undefined
    const note = JSON.stringify({ at: clock.now().getTime(), body })
    return deliveries
      .accept({ id, note })
      .catch((error: unknown) => log.error({ err: error }, 'slack: not written down'))
  }

  #acknowledge(event: ReceiverEvent): void {
    // A lost connection loses the acknowledgement only: Slack delivers again, and the id is known by then.
    event.ack().catch((error: unknown) => this.#options.log.warn({ err: error }, 'slack: acknowledgement lost'))
  }

  /** The written line goes before the claim that strikes it out. */
  #work(event: ReceiverEvent, id = '', instead?: Instead, written?: Promise<void>): void {
    this.#here.add(id)
    this.#queue.add(async () => {
      try {
        await written
        const customProperties = { ...event.customProperties, delivery: id, instead }
        await this.#app?.processEvent({ ...event, customProperties, ack: async () => undefined })
        if (written) await this.#settle(id, event.body, instead === 'too-late')
      } finally {
        this.#here.delete(id)
      }
    })
  }

  /** What nobody here has begun is no question, or was refused: then it is over, unless its person knows nothing. */
  async #settle(id: string, body: object, isLast: boolean): Promise<void> {
    const { deliveries, untold } = this.#options
    if (!deliveries.isBegun(id) && (isLast || !untold.has(body))) await deliveries.settle(id)
  }
}

interface Note {
  readonly at: number
  readonly body?: Readonly<Record<string, unknown>>
}

/** What `#write` wrote, perhaps by another version of this program. */
function readNote(note: string): Note {
  const read: unknown = JSON.parse(note)
  if (typeof read !== 'object' || read === null || !('at' in read) || !('body' in read)) return { at: 0 }
  const { at, body } = read
  if (typeof at !== 'number' || typeof body !== 'object' || body === null) return { at: 0 }
  return { at, body: { ...body } }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
