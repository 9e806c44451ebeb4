// Conversations in this process's memory: for the terminal, tests, and a server without a database.

import type { ConversationMemory, ConversationStore } from '../../src/ports/conversation-store.ts'

/** Beyond this many conversations the one that rested longest is forgotten. */
const CONVERSATIONS_KEPT = 10_000

/** A store that ends with the process. */
export class MemoryConversationStore implements ConversationStore {
  readonly #kept = new Map<string, ConversationMemory>()
  readonly #limit: number
  /** Stands behind all that was forgotten: from the beginning it would walk over them again. */
  #walk: Iterator<string> = this.#kept.keys()

  constructor(limit = CONVERSATIONS_KEPT) {
    this.#limit = limit
  }

  async recall(conversation: string): Promise<ConversationMemory | undefined> {
    return this.#kept.get(conversation)
  }

  async remember(conversation: string, memory: ConversationMemory): Promise<void> {
    this.#kept.delete(conversation)
    this.#kept.set(conversation, memory)
    if (this.#kept.size <= this.#limit) return
    const oldest = this.#walk.next()
    if (!oldest.done) this.#kept.delete(oldest.value)
  }
}
