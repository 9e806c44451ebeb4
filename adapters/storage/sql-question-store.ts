// Questions in SQL.

import type { Clock } from '../../src/ports/clock.ts'
import type { Person } from '../../src/ports/place.ts'
import type { AskedQuestion, QuestionStore, RecordedQuestion } from '../../src/ports/question-store.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { personHash } from './keyed-hash.ts'
import { storable, storableQuestion } from './storable.ts'

const RECENT = 10

export interface QuestionStoreOptions {
  readonly clock: Clock
  /** Key of the hashes. */
  readonly hashKey: Uint8Array
  /** Older questions are not shown, even before they are pruned. */
  readonly retentionDays: number
}

export class SqlQuestionStore implements QuestionStore {
  readonly #database: GuardedDatabase
  readonly #options: QuestionStoreOptions

  constructor(database: GuardedDatabase, options: QuestionStoreOptions) {
    this.#database = database
    this.#options = options
  }

  async record({ platform, person, question, outcome, entries }: AskedQuestion): Promise<void> {
    const { clock, hashKey } = this.#options
    await this.#database.run((db) =>
      db
        .insertInto('question')
        .values({
          platform,
          person: person ? personHash(hashKey, person) : null,
          question: storableQuestion(question),
          outcome,
          entries: entries.map(storable),
          asked_at: clock.now(),
        })
        .execute(),
    )
  }

  async recent(person: Person, limit = RECENT): Promise<readonly RecordedQuestion[]> {
    const { clock, hashKey, retentionDays } = this.#options
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('question')
        .select(['platform', 'question', 'outcome', 'entries', 'asked_at'])
        .where('person', '=', personHash(hashKey, person))
        .where('asked_at', '>', daysBefore(clock.now(), retentionDays))
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    )
    return rows.map(({ asked_at, ...row }) => ({ ...row, askedAt: asked_at }))
  }
}

/** The time so many days of 24 hours ago. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
