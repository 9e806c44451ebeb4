// Claiming deliveries: a row each in one statement, decided by PostgreSQL's row locks once over all replicas.

import { type ExpressionBuilder, type QueryCreator, sql } from 'kysely'
import { records } from './records.ts'
import type { Tables } from './schema.ts'

/** A claim as it is asked for, under the id's key, its note sealed. */
export interface Wanted {
  readonly id: string
  readonly lease_until: Date
  readonly kept_until: Date
  readonly note: string | null
}

const WANTED = { id: 'text', lease_until: 'timestamptz', kept_until: 'timestamptz', note: 'text' } as const
const COLUMNS = ['id', 'lease_until', 'kept_until', 'note'] as const

/** Claims those that are free, and returns them; `wanted` is a list of `Wanted` as JSON, an id in it once. */
export function claiming(db: QueryCreator<Tables>, wanted: string, now: Date) {
  return db
    .insertInto('delivery')
    .columns([...COLUMNS, 'state', 'attempt'])
    .expression((query) =>
      query
        .selectFrom(records<Wanted>(wanted, WANTED))
        .select([...COLUMNS, sql.lit('working').as('state'), sql.lit(1).as('attempt')])
        // Two replicas with the same ids never wait for each other in a circle.
        .orderBy('id'),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(({ ref }) => ({
          state: 'working',
          lease_until: ref('excluded.lease_until'),
          kept_until: ref('excluded.kept_until'),
          note: ref('excluded.note'),
          attempt: sql<number>`${sql.ref('delivery.attempt')} + 1`,
        }))
        .where((row) => isFree(row, now)),
    )
    .returning(['id', 'attempt'])
}

/** Nobody works on it: it was only accepted, or given back, or its holder's lease has run out. */
function isFree(row: ExpressionBuilder<Tables, 'delivery'>, now: Date) {
  return row.or([
    row('delivery.state', 'in', ['accepted', 'released']),
    row.and([row('delivery.state', '=', 'working'), row('delivery.lease_until', '<=', now)]),
  ])
}
