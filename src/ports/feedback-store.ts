// What people said about answers, for those who keep the documents and the vocabulary.

/** Somebody said "Not what I asked". */
export interface Miss {
  readonly platform: string
  readonly conversation: string
  readonly question: string
  /** Ids of the entries that were shown. */
  readonly shown: readonly string[]
}

export interface FeedbackStore {
  /** Keeps the miss. Rejects with AppError when the store is down; the person is answered all the same. */
  recordMiss(miss: Miss): Promise<void>
}
