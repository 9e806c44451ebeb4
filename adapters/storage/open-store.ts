// Opens the store: PostgreSQL where an address is given, else a folder of this process, else memory.

import { AppError } from '../../src/errors.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { StoreHealth } from '../../src/ports/store-health.ts'
import { BeforeAnswers } from './before-answers.ts'
import { within } from './deadline.ts'
import type { Engine } from './engine.ts'
import { GuardedDatabase } from './guarded-database.ts'
import { NoteBox } from './note-box.ts'
import { pgliteEngine } from './pglite-engine.ts'
import { type PostgresTimeouts, postgresEngine } from './postgres-engine.ts'
import { prune } from './prune.ts'
import { SecretBox, type SecretKey } from './secret-box.ts'
import { SqlBindingStore } from './sql-binding-store.ts'
import { SqlCalendarFeedStore } from './sql-calendar-feed-store.ts'
import { SqlConversationReferenceStore } from './sql-conversation-reference-store.ts'
import { SqlConversationStore } from './sql-conversation-store.ts'
import { SqlDeliveryStore } from './sql-delivery-store.ts'
import { SqlDigestDayStore } from './sql-digest-day-store.ts'
import { SqlDigestSubscriptionStore } from './sql-digest-subscription-store.ts'
import { SqlFeedbackStore } from './sql-feedback-store.ts'
import { SqlInstallationStore } from './sql-installation-store.ts'
import { SqlMaintenanceStore } from './sql-maintenance-store.ts'
import { SqlPersonStore } from './sql-person-store.ts'
import { SqlQuestionStore } from './sql-question-store.ts'
import type { ThreadedPGlite } from './threaded-pglite.ts'

export interface StoreOptions {
  readonly clock: Clock
  /** `postgres://…`; goes before the folder. */
  readonly databaseUrl?: string
  /** Folder for the embedded database, made when missing. Without it and without an address everything is in memory. */
  readonly folder?: string
  /** Key of the hashes that stand for people and conversations; any length, 32 random bytes are good. Another key no longer finds earlier rows. */
  readonly hashKey: Uint8Array
  /** Keys of the credentials, newest first. Default none: installations cannot be kept. */
  readonly secretKeys?: readonly SecretKey[]
  /** Days that questions and misses are kept, at least 1. Default 90. */
  readonly retentionDays?: number
  /** Told once when the database goes down, with the cause, and once when it is back. */
  readonly onChange?: (up: boolean, cause?: unknown) => void
  /** Told of what a bug kept from being written behind an answer. */
  readonly onLost?: (error: unknown) => void
  /** For PostgreSQL; the defaults suit a database in the same network. */
  readonly timeouts?: PostgresTimeouts
}

/** For libraries that bring their own statements (a job queue) and share the database. */
export type StoreHandle =
  | { readonly kind: 'postgres'; readonly databaseUrl: string }
  | {
      readonly kind: 'pglite' /** The running instance; undefined while there is none. */
      readonly current: () => ThreadedPGlite | undefined
    }

export interface Store {
  readonly installations: SqlInstallationStore
  readonly bindings: SqlBindingStore
  readonly deliveries: SqlDeliveryStore
  readonly conversations: SqlConversationStore
  readonly references: SqlConversationReferenceStore
  readonly questions: SqlQuestionStore
  readonly feedback: SqlFeedbackStore
  readonly persons: SqlPersonStore
  readonly maintenance: SqlMaintenanceStore
  readonly subscriptions: SqlDigestSubscriptionStore
  readonly digestDays: SqlDigestDayStore
  readonly feeds: SqlCalendarFeedStore
  readonly health: StoreHealth
  readonly handle: StoreHandle
  /** Deletes what is past its time; to be called every few minutes. Resolves to how many rows. Rejects with AppError when the store is down. */
  prune(): Promise<number>
  /** Lets go of connections and of the folder, within seconds. A second call does nothing. */
  close(): Promise<void>
}

/** How long closing waits for what is written behind the answers (ms). */
const GOODBYE = 1_000

/**
 * Opens the store and tries to reach the database once. A database that is down is no failure: every operation
 * then rejects with AppError until it is back. Throws AppError for what will not mend itself: a folder that
 * another process has or that cannot be written, a malformed address or key.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { clock, hashKey, retentionDays = 90, secretKeys = [], onChange } = options
  const box = new SecretBox(secretKeys)
  const { engine, handle } = await chooseEngine(options)
  const database = new GuardedDatabase(engine, { clock, ...(onChange ? { onChange } : {}) })
  const installations = new SqlInstallationStore(database, box)
  const notes = new NoteBox(hashKey)
  const before = new BeforeAnswers(database, clock)
  const deliveries = new SqlDeliveryStore(database, clock, notes, before)
  if (await database.ready()) {
    await tolerated(() => installations.sealAnew())
    if (handle.kind === 'pglite') await tolerated(() => deliveries.endLeases())
  }
  const kept = { clock, hashKey, retentionDays, lost: options.onLost ?? (() => {}) }
  const conversations = new SqlConversationStore(database, kept, before)
  const questions = new SqlQuestionStore(database, kept)
  const references = new SqlConversationReferenceStore(database, { clock, hashKey, lost: kept.lost })
  const behind = async () => {
    await Promise.all([conversations.settled(), questions.settled(), references.settled()])
  }
  return {
    installations,
    bindings: new SqlBindingStore(database, clock, before),
    deliveries,
    conversations,
    references,
    questions,
    feedback: new SqlFeedbackStore(database, kept),
    persons: new SqlPersonStore(database, hashKey, behind),
    maintenance: new SqlMaintenanceStore(database),
    subscriptions: new SqlDigestSubscriptionStore(database, notes, hashKey),
    digestDays: new SqlDigestDayStore(database, clock),
    feeds: new SqlCalendarFeedStore(database, clock, hashKey),
    health: database,
    handle,
    prune: async () => {
      await behind()
      return prune(database, clock.now(), retentionDays)
    },
    close: async () => {
      // A database that is silent takes longer than leaving may take.
      await within(GOODBYE, behind).catch(() => {})
      await database.close()
    },
  }
}

async function chooseEngine({
  databaseUrl,
  folder,
  timeouts,
}: StoreOptions): Promise<{ engine: Engine; handle: StoreHandle }> {
  if (databaseUrl !== undefined) {
    return { engine: postgresEngine(databaseUrl, timeouts), handle: { kind: 'postgres', databaseUrl } }
  }
  const engine = await pgliteEngine(folder)
  return { engine, handle: { kind: 'pglite', current: engine.current } }
}

/** An AppError in the middle (another key, the database gone) leaves the rest for the next start. */
async function tolerated(step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
