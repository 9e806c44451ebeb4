// Channel bindings in SQL.

import type { BindingStore } from '../../src/ports/binding-store.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Channel, Tenant } from '../../src/ports/place.ts'
import { Batch } from './batch.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { often } from './often.ts'
import { records } from './records.ts'
import { storable } from './storable.ts'

interface Asked extends Channel {
  readonly at: number
}

const ASKED = { platform: 'text', tenant: 'text', channel: 'text', at: 'integer' } as const

const findAll = often((db, { json }: { readonly json: string }) =>
  db
    .selectFrom(records<Asked>(json, ASKED))
    .innerJoin('channel_binding', (join) =>
      join
        .onRef('channel_binding.platform', '=', 'record.platform')
        .onRef('channel_binding.tenant', '=', 'record.tenant')
        .onRef('channel_binding.channel', '=', 'record.channel'),
    )
    .select(['record.at', 'channel_binding.product']),
)

export class SqlBindingStore implements BindingStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock
  readonly #finds = new Batch<Channel, string | undefined>((channels) => this.#findAll(channels))

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
    return this.#finds.ask({ platform, tenant, channel })
  }

  async #findAll(channels: readonly Channel[]): Promise<readonly (string | undefined)[]> {
    const json = JSON.stringify(channels.map((channel, at) => ({ ...channel, at })))
    const found = await this.#database.run((db) => findAll(db, { json }))
    const products = new Map(found.map(({ at, product }) => [at, product]))
    return channels.map((_, at) => products.get(at))
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
