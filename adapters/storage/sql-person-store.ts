// Everything that the tables hold about one person.

import type { Holdings, PersonStore } from '../../src/ports/person-store.ts'
import type { Person } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { personHash } from './keyed-hash.ts'

export class SqlPersonStore implements PersonStore {
  readonly #database: GuardedDatabase
  readonly #hashKey: Uint8Array
  readonly #settled: () => Promise<void>

  /** `settled` resolves when what other stores write behind answers is written: it is counted and deleted with the rest. */
  constructor(database: GuardedDatabase, hashKey: Uint8Array, settled: () => Promise<void>) {
    this.#database = database
    this.#hashKey = hashKey
    this.#settled = settled
  }

  async holdings(person: Person): Promise<Holdings> {
    const whose = personHash(this.#hashKey, person)
    await this.#settled()
    const [questions, misses, conversations, digests] = await this.#database.run((db) =>
      Promise.all([
        db
          .selectFrom('question')
          .select(({ fn }) => [fn.countAll().as('count'), fn.min('asked_at').as('first')])
          .where('person', '=', whose)
          .executeTakeFirstOrThrow(),
        db
          .selectFrom('miss')
          .select(({ fn }) => [fn.countAll().as('count'), fn.min('said_at').as('first')])
          .where('person', '=', whose)
          .executeTakeFirstOrThrow(),
        db
          .selectFrom('conversation')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('person', '=', whose)
          .executeTakeFirstOrThrow(),
        db
          .selectFrom('digest_subscription')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('subscriber_hash', '=', whose)
          .executeTakeFirstOrThrow(),
      ]),
    )
    const since = [questions.first, misses.first]
      .filter((time) => time !== null)
      .toSorted((a, b) => Number(a) - Number(b))[0]
    return {
      questions: Number(questions.count),
      misses: Number(misses.count),
      conversations: Number(conversations.count),
      digests: Number(digests.count),
      ...(since ? { since } : {}),
    }
  }

  async forget(person: Person): Promise<number> {
    const whose = personHash(this.#hashKey, person)
    await this.#settled()
    return this.#database.run((db) =>
      db.transaction().execute(async (transaction) => {
        let deleted = 0n
        for (const table of ['question', 'miss', 'conversation'] as const) {
          const { numDeletedRows } = await transaction
            .deleteFrom(table)
            .where('person', '=', whose)
            .executeTakeFirstOrThrow()
          deleted += numDeletedRows
        }
        // The channel keeps its digest; who asked for it is forgotten.
        const { numUpdatedRows } = await transaction
          .updateTable('digest_subscription')
          .set({ subscriber: null, subscriber_hash: null })
          .where('subscriber_hash', '=', whose)
          .executeTakeFirstOrThrow()
        await transaction
          .updateTable('conversation_reference')
          .set({ person: null })
          .where('person', '=', whose)
          .executeTakeFirstOrThrow()
        deleted += numUpdatedRows
        return Number(deleted)
      }),
    )
  }
}
