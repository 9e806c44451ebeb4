// PGlite in a thread of its own, for those who speak to it as if it were here: kysely, and libraries with their own
// statements. A thread that dies counts as an engine that has stopped.

import { Worker } from 'node:worker_threads'
import type { Asked, Replied } from './thread-messages.ts'

type Work = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

export interface QueryResult<Row> {
  readonly rows: Row[]
  readonly affectedRows?: number
  readonly fields: { name: string; dataTypeID: number }[]
}

/** Statements inside one transaction. */
export interface ThreadTransaction {
  query<Row>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>
  rollback(): Promise<void>
}

const DEAD = 'the thread of the embedded database has ended: it has to be opened anew'

export class ThreadedPGlite {
  /** Resolves when the database is open; rejects with the reason why it cannot be. */
  readonly waitReady: Promise<void>
  ready = false
  closed = false
  /** True when the engine has stopped; only a new instance can go on. */
  ended = false
  readonly #thread: Worker
  readonly #waiting = new Map<number, Waiting>()
  #ids = 0
  #hasDied = false

  /** Opens the database in the folder; without one it lives in memory. */
  constructor(folder?: string) {
    this.#thread = new Worker(new URL('./pglite-thread.ts', import.meta.url), { workerData: folder })
    this.#thread.on('message', (replied: Replied) => this.#hear(replied))
    this.#thread.on('error', (error) => this.#die(error))
    this.#thread.on('exit', () => this.#die(new Error(DEAD)))
    this.waitReady = this.#ask<void>({ what: 'ready' }).then(() => {
      this.ready = true
    })
  }

  async query<Row>(text: string, values: readonly unknown[] = []): Promise<QueryResult<Row>> {
    return this.#ask({ what: 'query', text, values })
  }

  /** Several statements, without parameters; a result for each. */
  async exec(text: string): Promise<QueryResult<Record<string, unknown>>[]> {
    return this.#ask({ what: 'exec', text })
  }

  /** Commits when the work resolves, and rolls back when it rejects; nobody else is served meanwhile. */
  async transaction<Result>(work: (transaction: ThreadTransaction) => Promise<Result>): Promise<Result> {
    const within = this.#newId()
    await this.#ask<void>({ what: 'begin' }, within)
    const end = (what: 'commit' | 'rollback') => this.#ask<void>({ what, within })
    try {
      const result = await work({
        query: (text, values = []) => this.#ask({ what: 'query', text, values, within }),
        rollback: () => end('rollback'),
      })
      await end('commit')
      return result
    } catch (error) {
      // It may be over already: the failure that matters is the one that led here.
      await end('rollback').catch(() => {})
      throw error
    }
  }

  /** Closes the database and ends the thread. */
  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    try {
      if (!this.ended) await this.#ask<void>({ what: 'close' })
    } finally {
      await this.#thread.terminate()
    }
  }

  #newId(): number {
    this.#ids += 1
    return this.#ids
  }

  #ask<Result>(work: Work, id = this.#newId()): Promise<Result> {
    if (this.#hasDied) return Promise.reject(new Error(DEAD))
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      // The process ends when nobody waits for the database any more.
      this.#thread.ref()
      this.#thread.postMessage({ ...work, id })
    })
  }

  #hear({ id, result, failure, ended }: Replied): void {
    this.ended ||= ended
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (!this.#waiting.size) this.#thread.unref()
    if (failure) waiting?.reject(Object.assign(new Error(failure.message), failure.fields))
    // The thread replies with what was asked for: this is where it is believed.
    else waiting?.resolve(result as never)
  }

  #die(error: unknown): void {
    this.ended = true
    this.#hasDied = true
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
