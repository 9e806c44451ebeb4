// Digest subscriptions in SQL.

import type { DigestSubscription, DigestSubscriptionStore } from '../../src/ports/digest-subscription-store.ts'
import type { Channel } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import type { DigestSubscriptionTable } from './schema.ts'
import { storable } from './storable.ts'

export class SqlDigestSubscriptionStore implements DigestSubscriptionStore {
  readonly #database: GuardedDatabase

  constructor(database: GuardedDatabase) {
    this.#database = database
  }

  async subscribe(subscription: DigestSubscription): Promise<void> {
    const { platform, tenant, channel, products, calendar, since, reminderMinutes } = subscription
    const { time, zone, weekdays, quiet, announceStates } = subscription
    const changed = {
      products: products.map(storable),
      calendar: calendar === undefined ? null : storable(calendar),
      since: new Date(since),
      ...{ time, zone, weekdays: [...weekdays], quiet },
      reminder_minutes: reminderMinutes ?? null,
      announce_states: announceStates,
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
  const { since, calendar, reminder_minutes, announce_states, ...same } = row
  return {
    ...same,
    announceStates: announce_states,
    since: since.toISOString(),
    ...(calendar === null ? {} : { calendar }),
    ...(reminder_minutes === null ? {} : { reminderMinutes: reminder_minutes }),
  }
}
