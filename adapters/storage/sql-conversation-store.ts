// Conversations in SQL, under a keyed hash of their name: a direct message's id would name a person.

import type { Clock } from '../../src/ports/clock.ts'
import type { ConversationMemory, ConversationStore } from '../../src/ports/conversation-store.ts'
import type { Person } from '../../src/ports/place.ts'
import type { BeforeAnswers } from './before-answers.ts'
import { Behind } from './behind.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { conversationHash, personHash } from './keyed-hash.ts'
import { often } from './often.ts'
import { records } from './records.ts'
import type { ConversationTable } from './schema.ts'

const DAY = 86_400_000
const KEPT_DAYS = 30

export interface ConversationStoreOptions {
  readonly clock: Clock
  /** Key of the hashes. */
  readonly hashKey: Uint8Array
  /** How long questions may be kept: conversations are forgotten after this many days, and after 30 at the latest. */
  readonly retentionDays: number
  /** Told of what a bug kept from being written. */
  readonly lost: (error: unknown) => void
}

const COLUMNS = ['conversation', 'memory', 'person', 'kept_until'] as const
const TYPES = { conversation: 'text', memory: 'text', person: 'text', kept_until: 'timestamptz' } as const

const writeAll = often((db, { json }: { readonly json: string }) =>
  db
    .insertInto('conversation')
    .columns(COLUMNS)
    // In one order everywhere: two replicas with the same rows never wait for each other in a circle.
    .expression((query) =>
      query.selectFrom(records<ConversationTable>(json, TYPES)).select(COLUMNS).orderBy('conversation'),
    )
    .onConflict((conflict) =>
      conflict.column('conversation').doUpdateSet(({ ref }) => ({
        memory: ref('excluded.memory'),
        person: ref('excluded.person'),
        kept_until: ref('excluded.kept_until'),
      })),
    ),
)

export class SqlConversationStore implements ConversationStore {
  readonly #database: GuardedDatabase
  readonly #options: ConversationStoreOptions
  readonly #before: BeforeAnswers
  readonly #behind: Behind<ConversationTable>

  constructor(database: GuardedDatabase, options: ConversationStoreOptions, before: BeforeAnswers) {
    this.#database = database
    this.#before = before
    this.#options = options
    this.#behind = new Behind({ write: (rows) => this.#write(rows), lost: options.lost })
  }

  async recall(conversation: string): Promise<ConversationMemory | undefined> {
    const { hashKey, clock } = this.#options
    const name = conversationHash(hashKey, conversation)
    const pending = this.#behind.pending(name)
    if (pending) return pending.kept_until > clock.now() ? readMemory(pending.memory) : undefined
    const memory = await this.#before.recall(name)
    return memory === undefined ? undefined : readMemory(memory)
  }

  async remember(conversation: string, memory: ConversationMemory, person?: Person): Promise<void> {
    const { clock, hashKey, retentionDays } = this.#options
    const name = conversationHash(hashKey, conversation)
    const row = {
      conversation: name,
      memory: JSON.stringify(memory),
      person: person ? personHash(hashKey, person) : null,
      kept_until: new Date(clock.now().getTime() + Math.min(KEPT_DAYS, retentionDays) * DAY),
    }
    this.#behind.add(row, name)
  }

  /** Resolves when everything remembered so far is written or lost. Never rejects. */
  settled(): Promise<void> {
    return this.#behind.settled()
  }

  async #write(rows: readonly ConversationTable[]): Promise<void> {
    await this.#database.run((db) => writeAll(db, { json: JSON.stringify(rows) }))
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
