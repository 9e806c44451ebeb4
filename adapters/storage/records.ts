// Rows handed to one statement as one parameter: its text is the same for any number of them.

import { type AliasedRawBuilder, sql } from 'kysely'

/** What the columns of a record are in PostgreSQL. */
type Columns<Row> = { readonly [Column in keyof Row & string]: string }

/** The rows, as JSON, as a table called `record`. Texts must be `storable`: JSON holds no NUL for PostgreSQL either. */
export function records<Row>(json: string, columns: Columns<Row>): AliasedRawBuilder<Row, 'record'> {
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`)
  const alias = sql.raw(`record(${types.join(', ')})`)
  return sql<Row>`json_to_recordset(${json}::json)`.as<'record'>(alias)
}
