// Speaking unasked, on a platform where the app is at home.

import type { Answer } from '../answer/answer.ts'
import type { Instant } from '../domain/maintenance.ts'
import type { Channel } from './place.ts'

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

export interface Notifier {
  /** Posts once: never repeats a request that may have arrived. `key` goes along, unseen by people. Never rejects for what the platform does. */
  post(channel: Channel, answer: Answer, key: string): Promise<Sent>
  /** Looks in the channel for what was posted with the key since then. Never rejects. */
  find(channel: Channel, key: string, since: Instant): Promise<Sought>
}
