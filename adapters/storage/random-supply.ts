// Random bytes drawn ahead, many at a time: asking the system for each nonce takes longer than sealing with it.

import { randomBytes } from 'node:crypto'

/** Pieces of one drawing. */
const DRAWN = 256

export class RandomSupply {
  readonly #size: number
  #drawn: Buffer
  #at = 0

  /** Pieces of `size` bytes. */
  constructor(size: number) {
    this.#size = size
    this.#drawn = Buffer.alloc(0)
  }

  /** The next bytes; nobody is handed them again. */
  next(): Buffer {
    if (this.#at >= this.#drawn.length) {
      this.#drawn = randomBytes(this.#size * DRAWN)
      this.#at = 0
    }
    this.#at += this.#size
    return this.#drawn.subarray(this.#at - this.#size, this.#at)
  }
}
