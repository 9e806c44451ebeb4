// Exactly one answer a delivery: platforms send again (Slack up to four times, Teams at 15 s and at 30 s), to any
// replica, before and after a restart.

import { AppError } from '../errors.ts'
import type { Claim, DeliveryStore } from '../ports/delivery-store.ts'

/** Ids remembered here while the store is down: this replica at least answers once. */
const REMEMBERED = 10_000

export interface Held {
  /** The work is done, well or badly: nobody shall do it again. */
  finish(): Promise<void>
  /** Nobody was answered: a repeated delivery may be. */
  release(): Promise<void>
}

export class Deliveries {
  readonly #store: DeliveryStore
  readonly #here = new Set<string>()

  constructor(store: DeliveryStore) {
    this.#store = store
  }

  /** False when this replica has had the delivery; cheap, and asked before anything else. */
  isFirstHere(id: string): boolean {
    if (this.#here.has(id)) return false
    this.#here.add(id)
    const oldest = this.#here.values().next()
    if (this.#here.size > REMEMBERED && !oldest.done) this.#here.delete(oldest.value)
    return true
  }

  /** The right to answer over all replicas; undefined when somebody has it or had it. `note` says where to apologise if we die. */
  async claim(id: string, note?: string): Promise<Held | undefined> {
    const claim = await tolerated(() => this.#store.claim(id, note === undefined ? {} : { note }))
    if (claim === 'working' || claim === 'done') return undefined
    return this.#held(id, claim)
  }

  #held(id: string, claim: Claim | undefined): Held {
    return {
      finish: async () => {
        if (claim) await tolerated(() => this.#store.finish(claim))
      },
      release: async () => {
        this.#here.delete(id)
        if (claim) await tolerated(() => this.#store.release(claim))
      },
    }
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
