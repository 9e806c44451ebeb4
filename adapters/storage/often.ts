// Statements that every answer runs, put together once: kysely takes longer for that than the database for running one.

import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** The place of a value in a statement that was put together without it. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A statement to run again and again. `build` is called once for a database, and must use each value as a parameter
 * alone: what it is given then are placeholders.
 */
export function often<Values extends object, Row>(
  build: (db: Kysely<Tables>, values: Values) => Compilable<Row>,
): (db: Kysely<Tables>, values: Values) => Promise<readonly Row[]> {
  const compiled = new WeakMap<Kysely<Tables>, CompiledQuery<Row>>()
  // The one place where a placeholder passes for a value.
  const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Values
  return async (db, values) => {
    const query = compiled.get(db) ?? build(db, slots).compile()
    compiled.set(db, query)
    const given = new Map<string, unknown>(Object.entries(values))
    const parameters = query.parameters.map((one) => (one instanceof Slot ? given.get(one.name) : one))
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
