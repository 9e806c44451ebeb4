// The calendar of maintenance windows, and how its sources are doing.

import type { Instant, MaintenanceWindow } from '../domain/maintenance.ts'
import type { MaintenanceBatch } from '../domain/maintenance-merge.ts'

/** How it went with a source, over all replicas. */
export interface SourceStanding {
  readonly source: string
  /** When it was read last; absent when it never was. */
  readonly reachedAt?: Instant
  /** Failures since then; 0 while all is well. */
  readonly failures: number
  /** When it failed last; absent when it never did. */
  readonly failedAt?: Instant
  /** Why it failed last, half a sentence. */
  readonly reason?: string
  /** Nobody asks it again before then. */
  readonly retryAt?: Instant
}

/** Every member rejects with AppError when the store is down. */
export interface MaintenanceStore {
  /** Takes in what a source said at that time; see `mergeReports`. Resolves to the windows that are new or changed. */
  take(batch: MaintenanceBatch, at: Instant): Promise<readonly MaintenanceWindow[]>
  /** Windows that end after that time, or changed after it. */
  since(from: Instant): Promise<readonly MaintenanceWindow[]>
  /** Of every source that was ever asked. */
  standings(): Promise<readonly SourceStanding[]>
  /** Keeps the standing in place of the earlier one. */
  stand(standing: SourceStanding): Promise<void>
}
