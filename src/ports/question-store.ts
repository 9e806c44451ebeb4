// What was asked and what came of it: for the person's own list, and for those who keep the documents.

import type { Resolution } from '../domain/resolution.ts'
import type { Person, Platform } from './place.ts'

export interface AskedQuestion {
  readonly platform: Platform
  /** Who asked; absent where nobody is known (web, terminal). */
  readonly person?: Person
  /** The question alone, never the messages around it. Kept up to 4,000 characters. */
  readonly question: string
  readonly outcome: Resolution['kind']
  /** Ids of the entries that the answer rested on; empty when there were none. */
  readonly entries: readonly string[]
}

export interface RecordedQuestion {
  readonly platform: Platform
  readonly question: string
  readonly outcome: Resolution['kind']
  readonly entries: readonly string[]
  readonly askedAt: Date
}

/** `recent` rejects with AppError when the store is down; answers wait for neither. */
export interface QuestionStore {
  /** Keeps the question with the present time, for the retention of the installation (default 90 days). Written within milliseconds, and lost when the store is down by then. */
  record(question: AskedQuestion): Promise<void>
  /** The person's questions within the retention, newest first. Default limit 10. */
  recent(person: Person, limit?: number): Promise<readonly RecordedQuestion[]>
}
