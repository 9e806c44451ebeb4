// What both engines give to the guarded database: sessions that can end and be opened anew.

import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Connections to a database whose schema is up to date. */
export interface Session {
  /** Reads and writes in our schema. */
  readonly db: Kysely<Tables>
  /** Asked after a failure of the database: true when this session has to be replaced. */
  spent(): boolean
  /** Lets go of the connections, within a bounded time. Never rejects. */
  close(): Promise<void>
}

export interface Engine {
  /** The longest that a caller waits for its operation, opening included (ms). */
  readonly patienceMs: number
  /** Connects and migrates; rejects with the vendor's error, or with AppError where an operator can mend it. */
  open(): Promise<Session>
  /** Lets go of what the engine holds besides its sessions (the folder's lock). Never rejects. */
  close(): Promise<void>
}
