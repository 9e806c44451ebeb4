// The state of one installation: signed, ten minutes long, and good for one use over all replicas.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type InstallURLOptions, InvalidStateError, type StateStore } from '@slack/oauth'
import type { DeliveryStore } from '../../../src/ports/delivery-store.ts'

const LIFETIME_MS = 10 * 60_000
/** Clocks of replicas may differ by this much. */
const SKEW_MS = 60_000

export class OneTimeState implements StateStore {
  readonly #secret: string
  readonly #deliveries: DeliveryStore
  readonly #install: InstallURLOptions

  /** `install` is what every installation asks for: the state need not carry it. */
  constructor(secret: string, deliveries: DeliveryStore, install: InstallURLOptions) {
    this.#secret = secret
    this.#deliveries = deliveries
    this.#install = install
  }

  async generateStateParam(_options: InstallURLOptions, now: Date): Promise<string> {
    const said = `${now.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`
    return `${said}.${this.#sign(said)}`
  }

  /** Rejects with InvalidStateError when it is forged, too old or used; with AppError when the store is down. */
  async verifyStateParam(now: Date, state: string): Promise<InstallURLOptions> {
    const [, said = '', at = '', signature = ''] = /^(([0-9a-z]+)\.[\w-]+)\.([\w-]+)$/u.exec(state) ?? []
    if (!isSame(signature, this.#sign(said))) throw new InvalidStateError('the state was not made here')
    const age = now.getTime() - Number.parseInt(at, 36)
    if (age > LIFETIME_MS || age < -SKEW_MS) throw new InvalidStateError('the state is too old')
    if ((await this.#deliveries.remember(`slack/state/${said}`)) === 'seen')
      throw new InvalidStateError('the state was used before')
    return this.#install
  }

  #sign(said: string): string {
    return createHmac('sha256', this.#secret).update(`slack-install:${said}`).digest('base64url')
  }
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
