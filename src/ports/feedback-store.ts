// What people said about answers, for those who keep the documents and the vocabulary.

import type { Person } from './place.ts'

/** Somebody said "Not what I asked". */
export interface Miss {
  readonly platform: string
  readonly conversation: string
  readonly question: string
  /** Ids of the entries that were shown. */
  readonly shown: readonly string[]
  /** Who said it, so that it goes when they ask to be forgotten; absent where nobody is known. */
  readonly person?: Person
}

export interface FeedbackStore {
  /** Keeps the miss, for as long as questions. Rejects with AppError when the store is down; the person is answered all the same. */
  recordMiss(miss: Miss): Promise<void>
}

export interface RecordedMiss {
  readonly platform: string
  readonly question: string
  readonly shown: readonly string[]
  readonly at: Date
}

/** The reading side, for those who keep the documents. */
export interface MissList {
  /** What was missed within the retention, newest first. Default limit 100. Rejects with AppError when the store is down. */
  recentMisses(limit?: number): Promise<readonly RecordedMiss[]>
}
