// Channel bindings in SQL.

import type { BindingStore } from '../../src/ports/binding-store.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Channel, Tenant } from '../../src/ports/place.ts'
import type { BeforeAnswers } from './before-answers.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { storable } from './storable.ts'

export class SqlBindingStore implements BindingStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock
  readonly #before: BeforeAnswers

  constructor(database: GuardedDatabase, clock: Clock, before: BeforeAnswers) {
    this.#database = database
    this.#clock = clock
    this.#before = before
  }

  async bind({ platform, tenant, channel }: Channel, product: string): Promise<void> {
    const changed = { product: storable(product), bound_at: this.#clock.now() }
    await this.#database.run((db) =>
      db
        .insertInto('channel_binding')
        .values({ platform, tenant, channel, ...changed })
        .onConflict((conflict) => conflict.columns(['platform', 'tenant', 'channel']).doUpdateSet(changed))
        .execute(),
    )
  }

  async find(channel: Channel): Promise<string | undefined> {
    return this.#before.bound(channel)
  }

  async unbind({ platform, tenant, channel }: Channel): Promise<boolean> {
    const { numDeletedRows } = await this.#database.run((db) =>
      db
        .deleteFrom('channel_binding')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .executeTakeFirstOrThrow(),
    )
    return numDeletedRows > 0n
  }

  async clear({ platform, tenant }: Tenant): Promise<number> {
    const { numDeletedRows } = await this.#database.run((db) =>
      db
        .deleteFrom('channel_binding')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .executeTakeFirstOrThrow(),
    )
    return Number(numDeletedRows)
  }
}
