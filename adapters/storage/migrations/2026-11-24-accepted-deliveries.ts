// Accepted deliveries are looked for every few seconds. Frozen: a later change is a later migration.

import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const acceptedDeliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('delivery_accepted')
      .on('delivery')
      .column('lease_until')
      .where(sql.ref('state'), '=', sql.lit('accepted'))
      .execute()
  },
}
