// Conversation references in SQL.

import { type Selectable, sql } from 'kysely'
import type { Clock } from '../../src/ports/clock.ts'
import type { ConversationReference, ConversationReferenceStore } from '../../src/ports/conversation-reference-store.ts'
import type { Channel, Person, Tenant } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { personHash } from './keyed-hash.ts'
import type { ConversationReferenceTable } from './schema.ts'
import { storable, storableKey } from './storable.ts'

export class SqlConversationReferenceStore implements ConversationReferenceStore {
  readonly #database: GuardedDatabase
  readonly #clock: Clock
  readonly #hashKey: Uint8Array

  constructor(database: GuardedDatabase, clock: Clock, hashKey: Uint8Array) {
    this.#database = database
    this.#clock = clock
    this.#hashKey = hashKey
  }

  async keep(reference: ConversationReference, person?: Person): Promise<void> {
    const whose = person === undefined ? null : personHash(this.#hashKey, person)
    const row = { ...rowOf(reference, this.#clock.now()), person: whose }
    await this.#database.run((db) =>
      db
        .insertInto('conversation_reference')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['platform', 'tenant', 'channel']).doUpdateSet({
            surface: row.surface,
            service_url: row.service_url,
            gone: false,
            seen_at: row.seen_at,
            channel_name: sql`coalesce(excluded.channel_name, conversation_reference.channel_name)`,
            group_id: sql`coalesce(excluded.group_id, conversation_reference.group_id)`,
            group_name: sql`coalesce(excluded.group_name, conversation_reference.group_name)`,
            locale: sql`coalesce(excluded.locale, conversation_reference.locale)`,
            person: sql`coalesce(excluded.person, conversation_reference.person)`,
          }),
        )
        .execute(),
    )
  }

  async find(channel: Channel): Promise<ConversationReference | undefined> {
    const row = await this.#database.run((db) =>
      db.selectFrom('conversation_reference').selectAll().where(isAt(channel)).executeTakeFirst(),
    )
    return row && { ...referenceOf(row), channel: channel.channel }
  }

  async findPersonal(person: Person): Promise<ConversationReference | undefined> {
    const row = await this.#database.run((db) =>
      db
        .selectFrom('conversation_reference')
        .selectAll()
        .where('person', '=', personHash(this.#hashKey, person))
        .orderBy('seen_at', 'desc')
        .limit(1)
        .executeTakeFirst(),
    )
    return row && referenceOf(row)
  }

  async markGone(channel: Channel): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.run((db) =>
      db.updateTable('conversation_reference').set({ gone: true }).where(isAt(channel)).executeTakeFirstOrThrow(),
    )
    return numUpdatedRows > 0n
  }

  async remove(channel: Channel): Promise<boolean> {
    const { numDeletedRows } = await this.#database.run((db) =>
      db.deleteFrom('conversation_reference').where(isAt(channel)).executeTakeFirstOrThrow(),
    )
    return numDeletedRows > 0n
  }

  async removeGroup({ platform, tenant }: Tenant, group: string): Promise<number> {
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

function isAt({ platform, tenant, channel }: Channel) {
  return sql<boolean>`(platform, tenant, channel) = (${platform}, ${tenant}, ${storableKey(channel)})`
}

function rowOf(reference: ConversationReference, now: Date): Omit<Selectable<ConversationReferenceTable>, 'person'> {
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

function referenceOf(row: Selectable<ConversationReferenceTable>): ConversationReference {
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
