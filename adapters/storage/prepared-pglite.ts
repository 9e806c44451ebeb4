// PGlite that keeps the statements it is asked again and again: PostgreSQL reads and plans them once, and an exchange
// with the engine replaces six (PGlite's own `query` makes one for each message of the protocol).
// Source: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY

import { parse, protocol, type Results } from '@electric-sql/pglite'
import { FusedPGlite } from './fused-pglite.ts'

/** A statement that came this often is worth keeping. */
const OFTEN = 3
/** Statements looked at: those that come often are few, and their text does not change. */
const KNOWN = 200

interface Prepared {
  readonly name: string
  /** PostgreSQL's types of the parameters. */
  readonly types: readonly number[]
}

export class PreparedPGlite extends FusedPGlite {
  readonly #seen = new Map<string, number>()
  readonly #prepared = new Map<string, Prepared>()

  /** As `query`, outside of transactions. */
  async queryOften<Row>(text: string, values: readonly unknown[]): Promise<Results<Row>> {
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times > 1 || this.#seen.size < KNOWN) this.#seen.set(text, times)
    if (times < OFTEN) return this.query<Row>(text, [...values])
    await this._checkReady()
    return this._runExclusiveTransaction(() => this._runExclusiveQuery(() => this.#run<Row>(text, values)))
  }

  async #run<Row>(text: string, values: readonly unknown[]): Promise<Results<Row>> {
    const { name, types } = this.#prepared.get(text) ?? (await this.#prepare(text))
    const { bind, describe, execute, sync } = protocol.serialize
    const bound = bind({ statement: name, values: values.map((value, at) => this.#written(value, types[at])) })
    const messages = await this.#exchange([bound, describe({ type: 'P' }), execute({}), sync()])
    const [result] = parse.parseResults(messages, this.parsers)
    if (!result) throw new Error('PGlite gave no result')
    return result as Results<Row>
  }

  async #prepare(text: string): Promise<Prepared> {
    const { parse: read, describe, sync } = protocol.serialize
    const name = `raci_${this.#prepared.size}`
    const messages = await this.#exchange([read({ name, text }), describe({ type: 'S', name }), sync()])
    const prepared = { name, types: parse.parseDescribeStatementResults(messages) }
    this.#prepared.set(text, prepared)
    return prepared
  }

  async #exchange(parts: readonly Uint8Array[]) {
    const { messages } = await this.execProtocol(Buffer.concat(parts))
    return messages
  }

  #written(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null
    const serialize = type === undefined ? undefined : this.serializers[type]
    return serialize ? serialize(value) : String(value)
  }
}
