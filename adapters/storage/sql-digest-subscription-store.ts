// Digest subscriptions in SQL. Who subscribed rests sealed for the row, with the keyed hash of it for erasure.

import type { DigestSubscription, DigestSubscriptionStore } from '../../src/ports/digest-subscription-store.ts'
import type { Channel, Person } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { personHash } from './keyed-hash.ts'
import type { NoteBox } from './note-box.ts'
import type { DigestSubscriptionTable } from './schema.ts'
import { storable } from './storable.ts'

export class SqlDigestSubscriptionStore implements DigestSubscriptionStore {
  readonly #database: GuardedDatabase
  readonly #notes: NoteBox
  readonly #hashKey: Uint8Array

  constructor(database: GuardedDatabase, notes: NoteBox, hashKey: Uint8Array) {
    this.#database = database
    this.#notes = notes
    this.#hashKey = hashKey
  }

  async subscribe(subscription: DigestSubscription, subscriber?: Person): Promise<void> {
    const { platform, tenant, channel, products, calendar, since, reminderMinutes } = subscription
    const { time, zone, weekdays, quiet, announceStates } = subscription
    const changed = {
      products: products.map(storable),
      calendar: calendar === undefined ? null : storable(calendar),
      since: new Date(since),
      ...{ time, zone, weekdays: [...weekdays], quiet },
      reminder_minutes: reminderMinutes ?? null,
      announce_states: announceStates,
      subscriber: subscriber ? this.#notes.seal(subscriber.user, rowOf(subscription)) : null,
      subscriber_hash: subscriber ? personHash(this.#hashKey, subscriber) : null,
    }
    await this.#database.run((db) =>
      db
        .insertInto('digest_subscription')
        .values({ platform, tenant, channel, ...changed })
        .onConflict((conflict) => conflict.columns(['platform', 'tenant', 'channel']).doUpdateSet(changed))
        .execute(),
    )
  }

  async find({ platform, tenant, channel }: Channel): Promise<DigestSubscription | undefined> {
    const row = await this.#database.run((db) =>
      db
        .selectFrom('digest_subscription')
        .selectAll()
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    )
    return row && subscriptionOf(row)
  }

  async subscriber(channel: Channel): Promise<Person | undefined> {
    const { platform, tenant } = channel
    const row = await this.#database.run((db) =>
      db
        .selectFrom('digest_subscription')
        .select('subscriber')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('channel', '=', channel.channel)
        .executeTakeFirst(),
    )
    const user = row?.subscriber ? this.#notes.open(row.subscriber, rowOf(channel)) : undefined
    return user === undefined ? undefined : { platform, tenant, user }
  }

  async unsubscribe({ platform, tenant, channel }: Channel): Promise<boolean> {
    const { numDeletedRows } = await this.#database.run((db) =>
      db
        .deleteFrom('digest_subscription')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .executeTakeFirstOrThrow(),
    )
    return numDeletedRows > 0n
  }

  async all(): Promise<readonly DigestSubscription[]> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('digest_subscription')
        .selectAll()
        .orderBy('platform')
        .orderBy('tenant')
        .orderBy('channel')
        .execute(),
    )
    return rows.map(subscriptionOf)
  }
}

function subscriptionOf(row: DigestSubscriptionTable): DigestSubscription {
  const { since, calendar, reminder_minutes, announce_states, subscriber: _, subscriber_hash: __, ...same } = row
  return {
    ...same,
    announceStates: announce_states,
    since: since.toISOString(),
    ...(calendar === null ? {} : { calendar }),
    ...(reminder_minutes === null ? {} : { reminderMinutes: reminder_minutes }),
  }
}

/** What the sealed id is bound to. */
function rowOf({ platform, tenant, channel }: Channel): string {
  return JSON.stringify(['digest subscriber', platform, tenant, channel])
}
