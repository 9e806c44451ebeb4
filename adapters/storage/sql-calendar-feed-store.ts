// Secret addresses in SQL. A secret is an HMAC under the installation's key over the channel and a random number that
// is kept; of the secret itself a keyed hash is. Who reads the database can open no calendar.

import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { CalendarFeedStore } from '../../src/ports/calendar-feed-store.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Channel } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { calendarHash, calendarSecret } from './keyed-hash.ts'

const NONCE_BYTES = 16
const SECRET = /^[\w-]{43}$/u

export class SqlCalendarFeedStore implements CalendarFeedStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock
  readonly #key: Uint8Array

  constructor(database: GuardedDatabase, clock: Clock, hashKey: Uint8Array) {
    this.#database = database
    this.#clock = clock
    this.#key = hashKey
  }

  async secretOf(channel: Channel): Promise<string> {
    const kept = await this.#nonceOf(channel)
    if (kept === undefined) return this.#keep(channel, false)
    const secret = calendarSecret(this.#key, channel, kept.nonce)
    // Under another key the channel has another secret, and the earlier one opens nothing.
    return calendarHash(this.#key, secret) === kept.secret_hash ? secret : this.#keep(channel, true)
  }

  renew(channel: Channel): Promise<string> {
    return this.#keep(channel, true)
  }

  async find(secret: string): Promise<Channel | undefined> {
    if (!SECRET.test(secret)) return undefined
    const row = await this.#database.run((db) =>
      db
        .selectFrom('calendar_feed')
        .select(['platform', 'tenant', 'channel', 'nonce'])
        .where('secret_hash', '=', calendarHash(this.#key, secret))
        .executeTakeFirst(),
    )
    if (!row) return undefined
    const { nonce, ...channel } = row
    const right = calendarSecret(this.#key, channel, nonce)
    return timingSafeEqual(Buffer.from(right), Buffer.from(secret)) ? channel : undefined
  }

  #nonceOf({ platform, tenant, channel }: Channel) {
    return this.#database.run((db) =>
      db
        .selectFrom('calendar_feed')
        .select(['nonce', 'secret_hash'])
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    )
  }

  /** Two who ask for the first secret at once get the same one: the first to write it wins. */
  async #keep(where: Channel, isRenewed: boolean): Promise<string> {
    const { platform, tenant, channel } = where
    const nonce = randomBytes(NONCE_BYTES).toString('base64url')
    const secret_hash = calendarHash(this.#key, calendarSecret(this.#key, where, nonce))
    const changed = { nonce, secret_hash, made_at: this.#clock.now() }
    await this.#database.run((db) =>
      db
        .insertInto('calendar_feed')
        .values({ platform, tenant, channel, ...changed })
        .onConflict((conflict) => {
          const known = conflict.columns(['platform', 'tenant', 'channel'])
          return isRenewed ? known.doUpdateSet(changed) : known.doNothing()
        })
        .execute(),
    )
    const kept = await this.#nonceOf(where)
    return calendarSecret(this.#key, where, kept?.nonce ?? nonce)
  }
}
