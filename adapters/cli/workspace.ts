// What the commands work with, given by the composition root; loaded only when a command needs it.

import type { Answer } from '../../src/answer/answer.ts'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'

export interface Workspace {
  /** Root of the web console, for links to our own pages; absent when nobody said. */
  readonly publicUrl?: string
  /** Reads a folder, or the configured one. Rejects with AppError when it cannot be read. */
  knowledge(folder?: string): Promise<Knowledge>
  /** Reads a folder and indexes it. */
  conversation(folder?: string): Promise<{ readonly knowledge: Knowledge; readonly conversation: Conversation }>
  /** Serves the web console until the process is told to stop. */
  serve(options: ServeOptions): Promise<void>
  /**
   * Reads the maintenance sources and composes a digest; nothing is posted or kept.
   * Rejects with AppError for a product, zone or time that is none.
   */
  digest(options: DryRunOptions): Promise<{ readonly answer: Answer; readonly problems: readonly string[] }>
}

/** What a digest is to be about. */
export interface DryRunOptions {
  readonly folder?: string
  /** As people call them; empty for all. */
  readonly products: readonly string[]
  /** When it is read: an ISO time, or a time on the clock of the zone. Default now. */
  readonly at?: string
  /** IANA zone. Default the machine's. */
  readonly zone?: string
  /** A subscribed channel by its platform's id: its products, clock, holidays and last digest count. */
  readonly channel?: string
}

/** What the command line says; the rest comes from the environment. */
export interface ServeOptions {
  readonly folder?: string
  readonly host?: string
  readonly port?: number
}

/** The command line was wrong: one line that says what to type; exit status 2. */
export class UsageError extends Error {}
