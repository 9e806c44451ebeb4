// Remembering is a courtesy: a store that is down makes follow-ups impossible, never answers.

import { AppError } from '../errors.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'

/** The last exchange of this conversation; undefined when there was none or the store is down. */
export async function recall(setting: Setting, { conversations }: Inside): Promise<ConversationMemory | undefined> {
  return tolerated(() => conversations?.recall(setting.conversation))
}

/** Keeps the exchange; lost when the store is down. */
export async function remember(setting: Setting, memory: ConversationMemory, { conversations }: Inside): Promise<void> {
  await tolerated(() => conversations?.remember(setting.conversation, memory))
}

/** Runs a store's call; its operational failure (AppError) becomes undefined, a bug is still thrown. */
export async function tolerated<T>(call: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
