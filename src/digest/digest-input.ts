// What a digest is composed from.

import type { HolidayCalendar, Instant, MaintenanceWindow } from '../domain/maintenance.ts'
import type { NoticeRule } from '../domain/maintenance-notice.ts'
import type { Activity } from '../domain/raci.ts'

/** A source that cannot be read at the moment. */
export interface SourceOutage {
  readonly source: string
  /** When it was read last; absent when it never was. */
  readonly reachedAt?: Instant
  /** Half a sentence, e.g. `answered 500`. */
  readonly reason: string
}

/** Who does what is done in a window of this title on a product. */
export type RowsOf = (product: string, title: string) => readonly Activity[]

export interface DigestInput {
  /** Every known window; those of other products are left out here. */
  readonly windows: readonly MaintenanceWindow[]
  /** Products of the channel; empty for all. */
  readonly products: readonly string[]
  /** The channel's own clock and working days. */
  readonly zone: string
  readonly weekdays: readonly number[]
  readonly holidays?: HolidayCalendar
  /** ISO day that the digest is for, on the channel's calendar. */
  readonly day: string
  readonly now: Instant
  /** When the digest before was composed; without one nothing is said of changes. */
  readonly since?: Instant
  /** The day before on which nobody knows whether the digest arrived. */
  readonly lostDay?: string
  /** When it was due, if it is late. */
  readonly dueAt?: Instant
  readonly outages: readonly SourceOutage[]
  /**
   * Rows of the product's document on what a window's title names, else on updates and patches, best first; none where
   * it has no such row.
   */
  readonly rowsOf: RowsOf
  /** What the product's documents promise on notice. */
  readonly noticeRulesOf: (product: string) => readonly NoticeRule[]
}
