// Exactly one answer a delivery: platforms send again (Slack up to four times, Teams at 15 s and at 30 s), to any
// replica, before and after a restart; and what was acknowledged is answered even if this replica dies.

import { AppError } from '../errors.ts'
import type { AckJournal } from '../ports/ack-journal.ts'
import type { Accepted, Claim, DeliveryStore } from '../ports/delivery-store.ts'
import { Lately } from './lately.ts'

/** Ids remembered here while the store is down: this replica at least answers once. */
const REMEMBERED = 10_000
/** Milliseconds after which a lease is extended, a third of it; and how often at most, so that work that hangs is given up. */
const EXTEND_EVERY = 20_000
const EXTENSIONS = 30

export interface Held {
  /** The work is done, well or badly: nobody shall do it again. */
  finish(): Promise<void>
  /** Nobody was answered: a repeated delivery may be. */
  release(): Promise<void>
}

export class Deliveries {
  readonly #store: DeliveryStore
  readonly #journal: AckJournal | undefined
  readonly #here = new Lately<true>(REMEMBERED)
  /** Answered while the store was down: it does not know yet. */
  readonly #owed = new Set<string>()
  #gathered: Accepted[] = []
  #writing: Promise<unknown> = Promise.resolve()
  #next: Promise<unknown> | undefined

  /** Without a journal what is accepted outlives this process only when the store has it. */
  constructor(store: DeliveryStore, journal?: AckJournal) {
    this.#store = store
    this.#journal = journal
  }

  /**
   * The delivery is in the journal before this returns, and whoever sent it may be told "ok" at once. Resolves when the
   * store keeps it, or cannot; what comes while others are being written goes together.
   */
  async accept(delivery: Accepted): Promise<void> {
    this.#journal?.write(delivery)
    this.#gathered.push(delivery)
    this.#next ??= this.#writing.then(() => this.#writeGathered())
    await this.#next
  }

  #writeGathered(): Promise<unknown> {
    const batch = this.#gathered
    this.#gathered = []
    this.#next = undefined
    const written = tolerated(async () => {
      await this.#store.accept(batch)
      for (const { id } of batch) this.#journal?.strike(id)
    })
    // A bug is told to those who wait for this batch, and stops no later one.
    this.#writing = written.catch(() => undefined)
    return written
  }

  /** True when `isFirstHere` was asked of the id. */
  isBegun(id: string): boolean {
    return this.#here.has(id)
  }

  /** Nothing is left to do for the delivery; a store that is down is told when it is back. */
  async settle(id: string): Promise<void> {
    this.#journal?.strike(id)
    this.#owed.add(id)
    const oldest = this.#owed.values().next()
    if (this.#owed.size > REMEMBERED && !oldest.done) this.#owed.delete(oldest.value)
    await this.#settleOwed()
  }

  async #settleOwed(): Promise<void> {
    for (const owed of this.#owed) {
      const settled = await tolerated(async () => {
        await this.#store.settle(owed)
        return true
      })
      if (!settled) return
      this.#owed.delete(owed)
    }
  }

  /** False when this replica has had the delivery; cheap, and asked before anything else. */
  isFirstHere(id: string): boolean {
    if (this.#here.has(id)) return false
    this.#here.set(id, true)
    return true
  }

  /** The right to answer over all replicas; undefined when somebody has it or had it. `note` says where to apologise if we die. */
  async claim(id: string, note?: string): Promise<Held | undefined> {
    const claim = await tolerated(() => this.#store.claim(id, note === undefined ? {} : { note }))
    if (claim === 'working' || claim === 'done') return undefined
    if (claim && this.#owed.size > 0) await this.#settleOwed()
    return this.#held(id, claim)
  }

  #held(id: string, claim: Claim | undefined): Held {
    const extending = claim && this.#extend(claim)
    return {
      finish: async () => {
        clearInterval(extending)
        if (!claim) return this.settle(id)
        await tolerated(() => this.#store.finish(claim))
      },
      release: async () => {
        clearInterval(extending)
        this.#here.delete(id)
        if (claim) await tolerated(() => this.#store.release(claim))
      },
    }
  }

  /** Work may wait minutes for the platform (a 429): nobody shall take it for abandoned meanwhile. */
  #extend(claim: Claim): NodeJS.Timeout {
    let left = EXTENSIONS
    const timer = setInterval(() => {
      left -= 1
      if (left <= 0) clearInterval(timer)
      tolerated(() => this.#store.extend(claim)).catch(() => clearInterval(timer))
    }, EXTEND_EVERY)
    return timer.unref()
  }
}

/** A store that is down makes a repeated answer possible, never silence. */
export async function tolerated<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
