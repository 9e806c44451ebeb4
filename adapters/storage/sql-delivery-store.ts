// Deliveries in SQL. Each decision is one statement, so that PostgreSQL's row lock makes it once over all replicas.

import type { Updateable } from 'kysely'
import type { Clock } from '../../src/ports/clock.ts'
import type { Abandoned, Accepted, Claim, ClaimOptions, DeliveryStore } from '../../src/ports/delivery-store.ts'
import type { BeforeAnswers } from './before-answers.ts'
import { Finishing } from './finishing.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import type { NoteBox } from './note-box.ts'
import type { DeliveryState, DeliveryTable } from './schema.ts'
import { storableKey } from './storable.ts'

const MINUTE = 60_000
/** Slack's last redelivery comes 5 minutes after the first; an hour leaves room for a slow network and an outage. */
const KEPT = 60 * MINUTE
const KEPT_AT_LEAST = 15 * MINUTE
const LEASE = MINUTE
/** Work is begun milliseconds after it was accepted; in a flood it may take longer, and then another replica helps. */
const GRACE = 5_000
const TAKEN_AT_ONCE = 100

export class SqlDeliveryStore implements DeliveryStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock
  readonly #notes: NoteBox
  readonly #before: BeforeAnswers
  readonly #finishing: Finishing

  constructor(database: GuardedDatabase, clock: Clock, notes: NoteBox, before: BeforeAnswers) {
    this.#database = database
    this.#clock = clock
    this.#notes = notes
    this.#before = before
    this.#finishing = new Finishing(database)
  }

  async remember(id: string): Promise<'new' | 'seen'> {
    const now = this.#clock.now()
    const { numInsertedOrUpdatedRows = 0n } = await this.#database.run((db) =>
      db
        .insertInto('delivery')
        .values({
          id: storableKey(id),
          state: 'done',
          attempt: 1,
          lease_until: now,
          kept_until: later(now, KEPT),
          note: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow(),
    )
    return numInsertedOrUpdatedRows > 0n ? 'new' : 'seen'
  }

  async accept(deliveries: readonly Accepted[]): Promise<void> {
    if (!deliveries.length) return
    const now = this.#clock.now()
    const rows = deliveries.map(({ id, note }) => ({
      id: storableKey(id),
      state: 'accepted' as const,
      attempt: 0,
      lease_until: later(now, GRACE),
      kept_until: later(now, KEPT),
      note: this.#notes.seal(note, storableKey(id)),
    }))
    await this.#database.run((db) =>
      db
        .insertInto('delivery')
        // In one order, so that two replicas with the same ids never wait for each other in a circle.
        .values(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    )
  }

  async settle(id: string): Promise<void> {
    await this.#database.run((db) =>
      db
        .updateTable('delivery')
        .set({ state: 'done', note: null })
        .where('id', '=', storableKey(id))
        .where('state', '=', 'accepted')
        .execute(),
    )
  }

  async takeWaiting(limit = TAKEN_AT_ONCE): Promise<readonly Accepted[]> {
    const taken = await this.#take('accepted', limit, { lease_until: later(this.#clock.now(), LEASE) })
    // A note under another key is left to the replica that has the key.
    return taken.flatMap(({ id, note }) => (note === undefined ? [] : [{ id, note }]))
  }

  async claim(id: string, options: ClaimOptions = {}): Promise<Claim | 'working' | 'done'> {
    const { leaseMs = LEASE, keptMs = KEPT, note } = options
    const now = this.#clock.now()
    const key = storableKey(id)
    const said = await this.#before.claim({
      id: key,
      lease_until: later(now, leaseMs),
      kept_until: later(now, Math.max(keptMs, leaseMs, KEPT_AT_LEAST)),
      note: note === undefined ? null : this.#notes.seal(note, key),
    })
    return typeof said === 'number' ? { id, attempt: said } : said
  }

  async extend(claim: Claim): Promise<boolean> {
    return this.#change(claim, { lease_until: later(this.#clock.now(), LEASE) })
  }

  async finish({ id, attempt }: Claim): Promise<boolean> {
    return this.#finishing.finish({ id: storableKey(id), attempt })
  }

  async release(claim: Claim): Promise<boolean> {
    return this.#change(claim, { state: 'released', note: null })
  }

  async takeAbandoned(limit = TAKEN_AT_ONCE): Promise<readonly Abandoned[]> {
    return this.#take('working', limit, { state: 'abandoned', note: null })
  }

  /** For the only process of a database, when it begins: whoever held a lease is dead. */
  async endLeases(): Promise<void> {
    const now = this.#clock.now()
    await this.#database.run((db) =>
      db
        .updateTable('delivery')
        .set({ lease_until: now })
        .where('state', 'in', ['accepted', 'working'])
        .where('lease_until', '>', now)
        .execute(),
    )
  }

  async #change({ id, attempt }: Claim, change: Updateable<DeliveryTable>): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.run((db) =>
      db
        .updateTable('delivery')
        .set(change)
        .where('id', '=', storableKey(id))
        .where('attempt', '=', attempt)
        .where('state', '=', 'working')
        .executeTakeFirstOrThrow(),
    )
    return numUpdatedRows > 0n
  }

  /** Those in the state whose lease has run out, changed in the same statement; with the notes that they had. */
  async #take(state: DeliveryState, limit: number, change: Updateable<DeliveryTable>): Promise<readonly Abandoned[]> {
    const now = this.#clock.now()
    const taken = await this.#database.run((db) =>
      db
        .with('due', (query) =>
          query
            .selectFrom('delivery')
            .select(['id', 'note', 'lease_until'])
            .where('state', '=', state)
            .where('lease_until', '<=', now)
            .orderBy('lease_until')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('delivery')
        .from('due')
        .set(change)
        .whereRef('delivery.id', '=', 'due.id')
        .returning(['delivery.id', 'delivery.attempt', 'due.note', 'due.lease_until'])
        .execute(),
    )
    return taken
      .toSorted((a, b) => a.lease_until.getTime() - b.lease_until.getTime())
      .map(({ id, attempt, note }) => {
        const opened = note === null ? undefined : this.#notes.open(note, id)
        return { id, attempt, ...(opened === undefined ? {} : { note: opened }) }
      })
  }
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}
