// A clock that runs as fast as the work done under it: when nobody does anything but wait, it jumps to who waits least.

import { setImmediate as turn } from 'node:timers/promises'

/** Turns of the event loop after which whoever has something to do has begun to wait. */
const TURNS = 12

export class VirtualTime {
  #now: number
  readonly #waiting: { readonly at: number; readonly wake: () => void }[] = []

  constructor(start: string) {
    this.#now = Date.parse(start)
  }

  readonly clock = { now: () => new Date(this.#now) }

  /** Resolves after that many milliseconds of this clock. */
  readonly wait = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#waiting.push({ at: this.#now + ms, wake })
    })

  /** Runs the work to its end; resolves to how many seconds it took on this clock. */
  async run(work: Promise<unknown>): Promise<number> {
    const from = this.#now
    let isOver = false
    const ended = work.finally(() => {
      isOver = true
    })
    while (!isOver) {
      for (let turns = 0; turns < TURNS && !isOver; turns++) await turn()
      const next = this.#waiting.toSorted((a, b) => a.at - b.at)[0]
      if (!next || isOver) continue
      this.#waiting.splice(this.#waiting.indexOf(next), 1)
      this.#now = Math.max(this.#now, next.at)
      next.wake()
    }
    await ended
    return (this.#now - from) / 1_000
  }
}
