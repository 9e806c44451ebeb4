// Questions in SQL.

import type { Clock } from '../../src/ports/clock.ts'
import type { Person } from '../../src/ports/place.ts'
import type { AskedQuestion, QuestionStore, RecordedQuestion } from '../../src/ports/question-store.ts'
import { Behind } from './behind.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { personHash } from './keyed-hash.ts'
import { often } from './often.ts'
import { records } from './records.ts'
import type { QuestionTable } from './schema.ts'
import { storable, storableQuestion } from './storable.ts'

const RECENT = 10

type Row = Omit<QuestionTable, 'id'>

export interface QuestionStoreOptions {
  readonly clock: Clock
  /** Key of the hashes. */
  readonly hashKey: Uint8Array
  /** Older questions are not shown, even before they are pruned. */
  readonly retentionDays: number
  /** Told of what a bug kept from being written. */
  readonly lost: (error: unknown) => void
}

/** Each with its type in PostgreSQL. */
const TYPES = {
  platform: 'text',
  person: 'text',
  question: 'text',
  outcome: 'text',
  entries: 'text[]',
  asked_at: 'timestamptz',
} as const
const COLUMNS = ['platform', 'person', 'question', 'outcome', 'entries', 'asked_at'] as const

const writeAll = often((db, { json }: { readonly json: string }) =>
  db
    .insertInto('question')
    .columns(COLUMNS)
    .expression((query) => query.selectFrom(records<Row>(json, TYPES)).select(COLUMNS)),
)

export class SqlQuestionStore implements QuestionStore {
  readonly #database: GuardedDatabase
  readonly #options: QuestionStoreOptions
  readonly #behind: Behind<Row>

  constructor(database: GuardedDatabase, options: QuestionStoreOptions) {
    this.#database = database
    this.#options = options
    this.#behind = new Behind({ write: (rows) => this.#write(rows), lost: options.lost })
  }

  async record({ platform, person, question, outcome, entries }: AskedQuestion): Promise<void> {
    const { clock, hashKey } = this.#options
    this.#behind.add({
      platform,
      person: person ? personHash(hashKey, person) : null,
      question: storableQuestion(question),
      outcome,
      entries: entries.map(storable),
      asked_at: clock.now(),
    })
  }

  /** Resolves when everything recorded so far is written or lost. Never rejects. */
  settled(): Promise<void> {
    return this.#behind.settled()
  }

  async #write(rows: readonly Row[]): Promise<void> {
    await this.#database.run((db) => writeAll(db, { json: JSON.stringify(rows) }))
  }

  async recent(person: Person, limit = RECENT): Promise<readonly RecordedQuestion[]> {
    const { clock, hashKey, retentionDays } = this.#options
    await this.settled()
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
