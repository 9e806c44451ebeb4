// What was acknowledged a moment ago: what the store is asked for takes a while to arrive, and an "ok" cannot be taken back.

import type { Accepted } from './delivery-store.ts'

/**
 * Notes of this process that outlive it, however it ends (kill -9); not the machine losing power. They rest encrypted.
 * Nothing here throws: who cannot note something down has been told so, and goes on.
 */
export interface AckJournal {
  /** Handed to the operating system before it returns; the same id again takes the place of the first. */
  write(delivery: Accepted): void
  /** The store has it, or nothing is left to do. */
  strike(id: string): void
  /** What this process, or one before it, wrote and nobody struck out; each as often as it is asked for. */
  left(): Promise<readonly Accepted[]>
}
