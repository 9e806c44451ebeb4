// Speaking unasked, on a platform where the app is at home.

import type { Answer } from '../answer/answer.ts'
import type { Instant } from '../domain/maintenance.ts'
import type { Channel, Person } from './place.ts'

export type Sent =
  | { readonly kind: 'posted'; readonly message: string }
  /** Certainly not posted; it may be tried again. */
  | { readonly kind: 'refused'; readonly reason: string; readonly retryAfterMs?: number }
  /** Nothing can be posted there: archived, removed, forbidden. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The platform's answer was lost: it may have been posted. */
  | { readonly kind: 'unsure'; readonly reason: string }

/** `later`: the platform could not be asked just now. `unknown`: it does not let us look. */
export type Sought =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' | 'unknown' }
  | { readonly kind: 'later'; readonly reason: string }

export interface PostOptions {
  /** Goes along, unseen by people, where the platform has room for it. */
  readonly key: string
  /** The message of ours in whose thread this is posted; on a platform or in a chat without threads it stands alone. */
  readonly thread?: string
}

export interface Notifier {
  /** Resolves when the platform's pace has room for a message there: within a minute. Never rejects. */
  turn(channel: Channel): Promise<void>
  /** Posts once: never repeats a request that may have arrived. Never rejects for what the platform does. */
  post(channel: Channel, answer: Answer, options: PostOptions): Promise<Sent>
  /** Looks in the channel, or in the thread, for what was posted with the key since then. Never rejects. */
  find(channel: Channel, options: PostOptions, since: Instant): Promise<Sought>
  /** What people call the channel, e.g. `#operations`; undefined where the platform does not say. Never rejects. */
  nameOf(channel: Channel): Promise<string | undefined>
  /** Tells one person alone. False where there is no way to. Never rejects. */
  tell(person: Person, answer: Answer): Promise<boolean>
}
