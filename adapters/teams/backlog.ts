// Work that goes on after Teams has its 200: one start a turn of the event loop, and waited for on stopping.

import type { TeamsLog } from './teams-log.ts'

export class Backlog {
  readonly #log: TeamsLog
  readonly #running = new Set<Promise<void>>()

  constructor(log: TeamsLog) {
    this.#log = log
  }

  /** Begins the work soon, after what called has returned. */
  start(work: () => Promise<void>): void {
    const running = new Promise<void>((resolve) => {
      setImmediate(() => {
        work()
          .catch((error: unknown) => this.#log.error({ err: error }, 'teams: work failed'))
          .finally(resolve)
      })
    })
    this.#running.add(running)
    running.finally(() => this.#running.delete(running))
  }

  /** Resolves when all that was begun is done, what it began meanwhile included. */
  async idle(): Promise<void> {
    while (this.#running.size) await Promise.all(this.#running)
  }
}
