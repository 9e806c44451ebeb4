// Conversation references in SQL.

import { sql } from 'kysely'
import type { Clock } from '../../src/ports/clock.ts'
import type { ConversationReference, ConversationReferenceStore } from '../../src/ports/conversation-reference-store.ts'
import type { Channel, Person, Tenant } from '../../src/ports/place.ts'
import { Behind } from './behind.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { personHash } from './keyed-hash.ts'
import { often } from './often.ts'
import { records } from './records.ts'
import type { ConversationReferenceTable } from './schema.ts'
import { storable, storableKey } from './storable.ts'

type Row = ConversationReferenceTable

export interface ConversationReferenceStoreOptions {
  readonly clock: Clock
  /** Key of the hashes. */
  readonly hashKey: Uint8Array
  /** Told of what a bug kept from being written. */
  readonly lost: (error: unknown) => void
}

/** Each with its type in PostgreSQL. */
const COLUMNS = {
  platform: 'text',
  tenant: 'text',
  channel: 'text',
  surface: 'text',
  service_url: 'text',
  channel_name: 'text',
  group_id: 'text',
  group_name: 'text',
  locale: 'text',
  gone: 'boolean',
  seen_at: 'timestamptz',
  person: 'text',
} as const satisfies Record<keyof Row, string>

/** What stays as it was where it is not known now. */
const LASTING = ['channel_name', 'group_id', 'group_name', 'locale', 'person'] as const

const WRITTEN = ['platform', 'tenant', 'channel', 'surface', 'service_url', 'gone', 'seen_at', ...LASTING] as const

const writeAll = often((db, { json }: { readonly json: string }) =>
  db
    .insertInto('conversation_reference')
    .columns(WRITTEN)
    // In one order everywhere: two replicas with the same rows never wait for each other in a circle.
    .expression((query) =>
      query
        .selectFrom(records<Row>(json, COLUMNS))
        .select(WRITTEN)
        .orderBy('platform')
        .orderBy('tenant')
        .orderBy('channel'),
    )
    .onConflict((conflict) =>
      conflict.columns(['platform', 'tenant', 'channel']).doUpdateSet(({ ref }) => ({
        surface: ref('excluded.surface'),
        service_url: ref('excluded.service_url'),
        gone: false,
        seen_at: ref('excluded.seen_at'),
        channel_name: newer('channel_name'),
        group_id: newer('group_id'),
        group_name: newer('group_name'),
        locale: newer('locale'),
        person: newer('person'),
      })),
    ),
)

export class SqlConversationReferenceStore implements ConversationReferenceStore {
  readonly #database: GuardedDatabase
  readonly #options: ConversationReferenceStoreOptions
  readonly #behind: Behind<Row>

  constructor(database: GuardedDatabase, options: ConversationReferenceStoreOptions) {
    this.#database = database
    this.#options = options
    this.#behind = new Behind({ write: (rows) => this.#write(rows), lost: options.lost })
  }

  async keep(reference: ConversationReference, person?: Person): Promise<void> {
    const { clock, hashKey } = this.#options
    const row = { ...rowOf(reference, clock.now()), person: person === undefined ? null : personHash(hashKey, person) }
    const name = JSON.stringify([row.platform, row.tenant, row.channel])
    const before = this.#behind.pending(name)
    const lasting = before ? Object.fromEntries(LASTING.map((column) => [column, row[column] ?? before[column]])) : {}
    this.#behind.add({ ...row, ...lasting }, name)
  }

  /** Resolves when everything kept so far is written or lost. Never rejects. */
  settled(): Promise<void> {
    return this.#behind.settled()
  }

  async #write(rows: readonly Row[]): Promise<void> {
    await this.#database.run((db) => writeAll(db, { json: JSON.stringify(rows) }))
  }

  async find(channel: Channel): Promise<ConversationReference | undefined> {
    await this.settled()
    const row = await this.#database.run((db) =>
      db.selectFrom('conversation_reference').selectAll().where(isAt(channel)).executeTakeFirst(),
    )
    return row && { ...referenceOf(row), channel: channel.channel }
  }

  async findPersonal(person: Person): Promise<ConversationReference | undefined> {
    await this.settled()
    const row = await this.#database.run((db) =>
      db
        .selectFrom('conversation_reference')
        .selectAll()
        .where('person', '=', personHash(this.#options.hashKey, person))
        .orderBy('seen_at', 'desc')
        .limit(1)
        .executeTakeFirst(),
    )
    return row && referenceOf(row)
  }

  async markGone(channel: Channel): Promise<boolean> {
    await this.settled()
    const { numUpdatedRows } = await this.#database.run((db) =>
      db.updateTable('conversation_reference').set({ gone: true }).where(isAt(channel)).executeTakeFirstOrThrow(),
    )
    return numUpdatedRows > 0n
  }

  async remove(channel: Channel): Promise<boolean> {
    await this.settled()
    const { numDeletedRows } = await this.#database.run((db) =>
      db.deleteFrom('conversation_reference').where(isAt(channel)).executeTakeFirstOrThrow(),
    )
    return numDeletedRows > 0n
  }

  async removeGroup({ platform, tenant }: Tenant, group: string): Promise<number> {
    await this.settled()
    const { numDeletedRows } = await this.#database.run((db) =>
      db
        .deleteFrom('conversation_reference')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('group_id', '=', storableKey(group))
        .executeTakeFirstOrThrow(),
    )
    return Number(numDeletedRows)
  }
}

function newer(column: (typeof LASTING)[number]) {
  return sql<string | null>`coalesce(${sql.ref(`excluded.${column}`)}, ${sql.ref(`conversation_reference.${column}`)})`
}

function isAt({ platform, tenant, channel }: Channel) {
  return sql<boolean>`(platform, tenant, channel) = (${platform}, ${tenant}, ${storableKey(channel)})`
}

function rowOf(reference: ConversationReference, now: Date): Omit<Row, 'person'> {
  const { platform, tenant, channel, surface, serviceUrl, channelName, group, groupName, locale } = reference
  return {
    platform,
    tenant,
    channel: storableKey(channel),
    surface: storable(surface),
    service_url: storable(serviceUrl),
    channel_name: channelName === undefined ? null : storable(channelName),
    group_id: group === undefined ? null : storableKey(group),
    group_name: groupName === undefined ? null : storable(groupName),
    locale: locale === undefined ? null : storable(locale),
    gone: false,
    seen_at: now,
  }
}

function referenceOf(row: Row): ConversationReference {
  return {
    platform: row.platform,
    tenant: row.tenant,
    channel: row.channel,
    surface: row.surface,
    serviceUrl: row.service_url,
    ...(row.channel_name === null ? {} : { channelName: row.channel_name }),
    ...(row.group_id === null ? {} : { group: row.group_id }),
    ...(row.group_name === null ? {} : { groupName: row.group_name }),
    ...(row.locale === null ? {} : { locale: row.locale }),
    ...(row.gone ? { gone: true } : {}),
  }
}
