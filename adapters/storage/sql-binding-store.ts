// Channel bindings in SQL.

import type { BindingStore } from '../../src/ports/binding-store.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Channel, Tenant } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { storable } from './storable.ts'

export class SqlBindingStore implements BindingStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock

  constructor(database: GuardedDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
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

  async find({ platform, tenant, channel }: Channel): Promise<string | undefined> {
    const row = await this.#database.run((db) =>
      db
        .selectFrom('channel_binding')
        .select('product')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    )
    return row?.product
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
