// What is kept about one person, all in one place, and its erasure.

import type { Person } from './place.ts'

/** How many records there are of each kind, and since when. */
export interface Holdings {
  readonly questions: number
  /** "Not what I asked", said by this person. */
  readonly misses: number
  /** Conversations whose last exchange was this person's. */
  readonly conversations: number
  /** Channels whose digest this person asked for last. */
  readonly digests: number
  /** Time of the oldest question or miss; absent when there is none. */
  readonly since?: Date
}

/** Every member rejects with AppError when the store is down. */
export interface PersonStore {
  /** What is kept about the person. */
  holdings(person: Person): Promise<Holdings>
  /** Deletes all of it, or nothing when it rejects. Resolves to how many records there were. */
  forget(person: Person): Promise<number>
}
