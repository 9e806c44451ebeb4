// What a conversation rests on between two messages, so that "and who is informed?" has a row to mean.

import type { Aspect } from '../domain/resolution.ts'
import type { Person } from './place.ts'

/** The last exchange of one conversation. Ids, never copies: the documents stay the only truth. */
export interface ConversationMemory {
  /** The question as it was understood: a follow-up is kept in its full form. */
  readonly question: string
  readonly aspect: Aspect
  /** The entry that the last answer rested on; absent when it rested on none or several. */
  readonly entry?: string
  /** The one product that was spoken of, as the knowledge names it; absent when there was none or several. */
  readonly product?: string
  /** Entries that were shown for this question, so that "Not what I asked" brings others. */
  readonly shown: readonly string[]
}

/**
 * A conversation's name is unique in the whole installation: it starts with platform and tenant. What the
 * buttons of one message refer to is kept under the conversation's name with the message's id added.
 */
export interface ConversationStore {
  /** The last exchange; undefined when there was none or it was forgotten. Rejects with AppError when the store is down. */
  recall(conversation: string): Promise<ConversationMemory | undefined>
  /**
   * Replaces what is remembered; it is forgotten 30 days after the last exchange. `person` is who spoke, so that it
   * goes when they ask to be forgotten. This process recalls it at once; it is written within milliseconds, and lost
   * when the store is down by then.
   */
  remember(conversation: string, memory: ConversationMemory, person?: Person): Promise<void>
}
