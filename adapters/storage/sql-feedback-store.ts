// Misses in SQL.

import type { FeedbackStore, Miss, MissList, RecordedMiss } from '../../src/ports/feedback-store.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { conversationHash, personHash } from './keyed-hash.ts'
import { daysBefore, type QuestionStoreOptions } from './sql-question-store.ts'
import { storable, storableQuestion } from './storable.ts'

const RECENT = 100

export class SqlFeedbackStore implements FeedbackStore, MissList {
  readonly #database: GuardedDatabase
  readonly #options: QuestionStoreOptions

  constructor(database: GuardedDatabase, options: QuestionStoreOptions) {
    this.#database = database
    this.#options = options
  }

  async recordMiss({ platform, conversation, question, shown, person }: Miss): Promise<void> {
    const { clock, hashKey } = this.#options
    await this.#database.run((db) =>
      db
        .insertInto('miss')
        .values({
          platform,
          conversation: conversationHash(hashKey, conversation),
          person: person ? personHash(hashKey, person) : null,
          question: storableQuestion(question),
          shown: shown.map(storable),
          said_at: clock.now(),
        })
        .execute(),
    )
  }

  async recentMisses(limit = RECENT): Promise<readonly RecordedMiss[]> {
    const { clock, retentionDays } = this.#options
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('miss')
        .select(['platform', 'question', 'shown', 'said_at'])
        .where('said_at', '>', daysBefore(clock.now(), retentionDays))
        .orderBy('said_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    )
    return rows.map(({ said_at, ...row }) => ({ ...row, at: said_at }))
  }
}
