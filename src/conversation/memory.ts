// Remembering is a courtesy: a store that is down makes follow-ups impossible, never answers.

import { AppError } from '../errors.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { personOf } from './whereabouts.ts'

/** The exchange that the person speaks of: the answer whose button was pressed, else the last one. Undefined when there was none or the store is down. */
export async function recall(setting: Setting, { conversations }: Inside): Promise<ConversationMemory | undefined> {
  return tolerated(() => conversations?.recall(recalledName(setting)))
}

/** The same, with the exchange asked for now: a store is asked for it and for what else it knows of the place in one go. */
export function recallingAhead(setting: Setting, inside: Inside): Inside {
  const { conversations } = inside
  if (!conversations) return inside
  const name = recalledName(setting)
  const ahead = conversations.recall(name)
  // Whoever uses it hears of a failure; a command uses none.
  ahead.catch(() => undefined)
  return {
    ...inside,
    conversations: {
      recall: (asked) => (asked === name ? ahead : conversations.recall(asked)),
      remember: (...exchange) => conversations.remember(...exchange),
    },
  }
}

function recalledName(setting: Setting): string {
  const { conversation, about } = setting
  return about === undefined ? conversation : nameOf(about, setting)
}

/** Keeps the exchange as the last one, and for the buttons of its answer; lost when the store is down. */
export async function remember(setting: Setting, memory: ConversationMemory, { conversations }: Inside): Promise<void> {
  const { conversation, answer } = setting
  const person = personOf(setting)
  await tolerated(async () => {
    await conversations?.remember(conversation, memory, person)
    if (answer !== undefined) await conversations?.remember(nameOf(answer, setting), memory, person)
  })
}

/** An answer may be shared elsewhere, so its name does not hold the conversation it came from. */
function nameOf(answer: string, { platform, tenant = '' }: Setting): string {
  return `${platform}/${tenant}#${answer}`
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
