// Where maintenance windows are told: a status page, a calendar, files of the knowledge folder.

import type { Instant } from '../domain/maintenance.ts'
import type { MaintenanceBatch } from '../domain/maintenance-merge.ts'

export type SourceReading =
  | {
      readonly kind: 'read'
      readonly batch: MaintenanceBatch
      /** What could not be understood of it, one sentence each; the rest was. */
      readonly problems: readonly string[]
    }
  /** The same as at the last reading. */
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed'
      /** Half a sentence for a person: `answered 500`, `did not answer within 15 s`. */
      readonly reason: string
      /** The source asked to be left alone for this long (ms). */
      readonly retryAfterMs?: number
    }

export interface MaintenanceSource {
  /** As its reports name it; unique in the installation. */
  readonly name: string
  /** Reads it now, in bounded time and size. Never rejects: whatever goes wrong outside is `failed`. */
  read(now: Instant): Promise<SourceReading>
}
