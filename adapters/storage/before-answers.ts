// What nearly every answer asks of the store before it is given: may I answer (a claim), what was said before, which
// product is the channel about. One statement for the questions of all who ask in the same moment.

import { sql } from 'kysely'
import type { Clock } from '../../src/ports/clock.ts'
import type { Channel } from '../../src/ports/place.ts'
import { Batch } from './batch.ts'
import { claiming, type Wanted } from './claiming.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { often } from './often.ts'
import { records } from './records.ts'
import type { DeliveryState } from './schema.ts'

/** The attempt that the caller holds, or what others made of it. */
export type Claimed = number | 'working' | 'done'

type Asked =
  | { readonly what: 'claim'; readonly wanted: Wanted }
  | { readonly what: 'recall'; readonly name: string }
  | { readonly what: 'bound'; readonly channel: Channel }

interface Place extends Channel {
  readonly at: number
}

const PLACE = { platform: 'text', tenant: 'text', channel: 'text', at: 'integer' } as const

interface Values {
  readonly wanted: string
  readonly now: Date
  readonly names: readonly string[]
  readonly places: string
}

/** A row is of a claim that was had, of a memory that is there, or of a channel that is bound. */
const askAll = often((db, { wanted, now, names, places }: Values) =>
  db
    .with('claimed', (query) => claiming(query, wanted, now))
    .selectFrom('claimed')
    .select([sql.lit('claim').as('what'), 'claimed.id as name', 'claimed.attempt as number', sql.lit('').as('words')])
    .unionAll((query) =>
      query
        .selectFrom('conversation')
        .select([
          sql.lit('recall').as('what'),
          'conversation.conversation as name',
          sql.lit(0).as('number'),
          'conversation.memory as words',
        ])
        .where('conversation', '=', sql<string>`any(${names})`)
        .where('kept_until', '>', now),
    )
    .unionAll((query) =>
      query
        .selectFrom(records<Place>(places, PLACE))
        .innerJoin('channel_binding', (join) =>
          join
            .onRef('channel_binding.platform', '=', 'record.platform')
            .onRef('channel_binding.tenant', '=', 'record.tenant')
            .onRef('channel_binding.channel', '=', 'record.channel'),
        )
        .select([
          sql.lit('bound').as('what'),
          sql.lit('').as('name'),
          'record.at as number',
          'channel_binding.product as words',
        ]),
    ),
)

export class BeforeAnswers {
  readonly #database: GuardedDatabase
  readonly #clock: Clock
  readonly #batch = new Batch<Asked, Claimed | string | undefined>((asked) => this.#askAll(asked))

  constructor(database: GuardedDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** Rejects with AppError when the store is down, as all of these do. */
  async claim(wanted: Wanted): Promise<Claimed> {
    const said = await this.#batch.ask({ what: 'claim', wanted })
    return typeof said === 'number' || said === 'working' ? said : 'done'
  }

  /** The memory under the name; undefined when there is none, or its time is over. */
  async recall(name: string): Promise<string | undefined> {
    return textOf(await this.#batch.ask({ what: 'recall', name }))
  }

  /** The product that the channel is bound to. */
  async bound({ platform, tenant, channel }: Channel): Promise<string | undefined> {
    return textOf(await this.#batch.ask({ what: 'bound', channel: { platform, tenant, channel } }))
  }

  /** Of several claims for one id in one batch the first has it. */
  async #askAll(asked: readonly Asked[]): Promise<readonly (Claimed | string | undefined)[]> {
    const first = new Map<string, Wanted>()
    const names: string[] = []
    const places: Place[] = []
    for (const [at, one] of asked.entries()) {
      if (one.what === 'recall') names.push(one.name)
      else if (one.what === 'bound') places.push({ ...one.channel, at })
      else if (!first.has(one.wanted.id)) first.set(one.wanted.id, one.wanted)
    }
    const [attempts, memories, products] = await this.#ask([...first.values()], names, places)
    const others = await this.#statesOf([...first.keys()].filter((id) => !attempts.has(id)))
    return asked.map((one, at) => {
      if (one.what === 'recall') return memories.get(one.name)
      if (one.what === 'bound') return products.get(at)
      const { id } = one.wanted
      const attempt = first.get(id) === one.wanted ? attempts.get(id) : undefined
      return attempt ?? (attempts.has(id) || others.get(id) === 'working' ? 'working' : 'done')
    })
  }

  async #ask(wanted: readonly Wanted[], names: readonly string[], places: readonly Place[]) {
    const values = { wanted: JSON.stringify(wanted), now: this.#clock.now(), names, places: JSON.stringify(places) }
    const rows = await this.#database.run((db) => askAll(db, values))
    const [attempts, memories, products] = [
      new Map<string, number>(),
      new Map<string, string>(),
      new Map<number, string>(),
    ]
    for (const { what, name, number, words } of rows) {
      if (what === 'claim') attempts.set(name, number)
      else if (what === 'recall') memories.set(name, words)
      else products.set(number, words)
    }
    return [attempts, memories, products] as const
  }

  async #statesOf(ids: readonly string[]): Promise<ReadonlyMap<string, DeliveryState>> {
    if (!ids.length) return new Map()
    const found = await this.#database.run((db) =>
      db.selectFrom('delivery').select(['id', 'state']).where('id', 'in', ids).execute(),
    )
    return new Map(found.map(({ id, state }) => [id, state]))
  }
}

function textOf(said: Claimed | string | undefined): string | undefined {
  return typeof said === 'string' ? said : undefined
}
