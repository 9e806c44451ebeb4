// The one way to the database: migrated before its first use, bounded in time, and refusing at once while the
// database is known to be down. Stores see Kysely and AppError, never a vendor's failure.

import { type Kysely, sql } from 'kysely'
import type { Clock } from '../../src/ports/clock.ts'
import type { StoreHealth } from '../../src/ports/store-health.ts'
import { within } from './deadline.ts'
import type { Engine, Session } from './engine.ts'
import type { Tables } from './schema.ts'
import { isUnavailable, storeUnavailable } from './store-failure.ts'

/** After a failure everybody is refused for this long (ms); then one call tries again. */
const RETRY_AFTER = 1_000
/** The longest that closing waits for a session that is just being opened (ms). */
const GOODBYE = 10_000

export interface GuardOptions {
  readonly clock: Clock
  /** Told once when the database goes down, with the cause, and once when it is back. */
  readonly onChange?: (up: boolean, cause?: unknown) => void
}

export class GuardedDatabase implements StoreHealth {
  readonly #engine: Engine
  readonly #options: GuardOptions
  #opening: Promise<Session> | undefined
  /** Set while the database is down: why, and before which time nobody tries again. */
  #outage: { readonly cause: unknown; readonly retryAt: number } | undefined
  #closed = false

  constructor(engine: Engine, options: GuardOptions) {
    this.#engine = engine
    this.#options = options
  }

  /** Runs an operation. Rejects with AppError when the database is down, within the patience; a bug is thrown as it is. */
  async run<T>(operation: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (this.#outage) {
      const { cause, retryAt } = this.#outage
      if (this.#now() < retryAt) throw storeUnavailable(cause)
      this.#outage = { cause, retryAt: this.#now() + RETRY_AFTER }
    }
    return this.#attempt(operation)
  }

  async ready(): Promise<boolean> {
    try {
      await this.#attempt((db) => sql`select 1`.execute(db))
      return true
    } catch {
      return false
    }
  }

  /** Ends the session and the engine; every later operation is refused. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    const ended = this.#opening?.then((session) => session.close())
    try {
      await within(GOODBYE, async () => ended?.catch(() => {}))
    } catch {
      // Still opening after that long: what it holds goes with the process, and not before.
      return
    }
    await this.#engine.close()
  }

  async #attempt<T>(operation: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (this.#closed) throw storeUnavailable(new Error('it was closed'))
    let session: Session | undefined
    try {
      const result = await within(this.#engine.patienceMs, async () => {
        session = await this.#session()
        return operation(session.db)
      })
      this.#up()
      return result
    } catch (error) {
      // Whatever stops the opening, a bug in a migration included, leaves us without a store, not without answers.
      if (session && !isUnavailable(error)) throw error
      this.#down(error, session)
      throw storeUnavailable(error)
    }
  }

  /** One opening for all who wait; forgotten when it fails, so that the next attempt opens again. */
  #session(): Promise<Session> {
    if (this.#opening) return this.#opening
    const opening = this.#engine.open()
    this.#opening = opening
    opening.catch(() => {
      this.#opening = undefined
    })
    return opening
  }

  #up(): void {
    if (!this.#outage) return
    this.#outage = undefined
    this.#options.onChange?.(true)
  }

  #down(cause: unknown, session: Session | undefined): void {
    if (this.#closed) return
    const wasUp = !this.#outage
    this.#outage = { cause, retryAt: this.#now() + RETRY_AFTER }
    if (wasUp) this.#options.onChange?.(false, cause)
    if (session?.spent()) this.#replace(session)
  }

  /** What comes back may be another database, restored or taken over: the next session migrates again. */
  #replace(session: Session): void {
    const opening = this.#opening
    opening?.then((current) => {
      if (current !== session || this.#opening !== opening) return undefined
      this.#opening = undefined
      return session.close()
    })
  }

  #now(): number {
    return this.#options.clock.now().getTime()
  }
}
