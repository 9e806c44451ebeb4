// Conversations in SQL, under a keyed hash of their name: a direct message's id would name a person.

import type { Clock } from '../../src/ports/clock.ts'
import type { ConversationMemory, ConversationStore } from '../../src/ports/conversation-store.ts'
import type { Person } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { conversationHash, personHash } from './keyed-hash.ts'

const DAY = 86_400_000
const KEPT_DAYS = 30

export interface ConversationStoreOptions {
  readonly clock: Clock
  /** Key of the hashes. */
  readonly hashKey: Uint8Array
  /** How long questions may be kept: conversations are forgotten after this many days, and after 30 at the latest. */
  readonly retentionDays: number
}

export class SqlConversationStore implements ConversationStore {
  readonly #database: GuardedDatabase
  readonly #options: ConversationStoreOptions

  constructor(database: GuardedDatabase, options: ConversationStoreOptions) {
    this.#database = database
    this.#options = options
  }

  async recall(conversation: string): Promise<ConversationMemory | undefined> {
    const { clock, hashKey } = this.#options
    const row = await this.#database.run((db) =>
      db
        .selectFrom('conversation')
        .select('memory')
        .where('conversation', '=', conversationHash(hashKey, conversation))
        .where('kept_until', '>', clock.now())
        .executeTakeFirst(),
    )
    return row && readMemory(row.memory)
  }

  async remember(conversation: string, memory: ConversationMemory, person?: Person): Promise<void> {
    const { clock, hashKey, retentionDays } = this.#options
    const changed = {
      memory: JSON.stringify(memory),
      person: person ? personHash(hashKey, person) : null,
      kept_until: new Date(clock.now().getTime() + Math.min(KEPT_DAYS, retentionDays) * DAY),
    }
    await this.#database.run((db) =>
      db
        .insertInto('conversation')
        .values({ conversation: conversationHash(hashKey, conversation), ...changed })
        .onConflict((conflict) => conflict.column('conversation').doUpdateSet(changed))
        .execute(),
    )
  }
}

/** What this store wrote, in this version or an earlier one; what is not a memory any more is forgotten. */
function readMemory(text: string): ConversationMemory | undefined {
  const memory: unknown = JSON.parse(text)
  return isMemory(memory) ? memory : undefined
}

function isMemory(memory: unknown): memory is ConversationMemory {
  if (typeof memory !== 'object' || memory === null) return false
  if (!('question' in memory && 'aspect' in memory && 'shown' in memory)) return false
  return typeof memory.question === 'string' && typeof memory.aspect === 'string' && Array.isArray(memory.shown)
}
