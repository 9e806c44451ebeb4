// Maintenance windows: what sources say is planned, under way, done or called off, and how that changed.

/** A moment in UTC as `Date.toISOString` writes it; two of them compare as text. */
export type Instant = string

export const MAINTENANCE_STATES = ['scheduled', 'in progress', 'verifying', 'completed', 'cancelled'] as const
export type MaintenanceState = (typeof MAINTENANCE_STATES)[number]

/** What is said of a window, by one source or by all of them together. */
export interface MaintenanceFacts {
  /** Our products that it touches, each once; never empty. */
  readonly products: readonly string[]
  readonly title: string
  readonly start: Instant
  /** Not before `start`. */
  readonly end: Instant
  /** IANA zone that it was planned in, e.g. `Europe/Paris`. */
  readonly zone: string
  /** What people will notice, in the source's words; absent when it does not say. */
  readonly impact?: string
  readonly kind: 'planned' | 'emergency'
  readonly state: MaintenanceState
  /** When the provider announced it; absent when the source does not say. */
  readonly announcedAt?: Instant
}

/** One window as one source tells it. */
export interface MaintenanceReport extends MaintenanceFacts {
  /** Name of the configured source. */
  readonly source: string
  /** Identity within the source, kept through every change. */
  readonly key: string
  /** The source's own page of this window, absolute http(s). */
  readonly url?: string
}

/** The last report of one source on a window. */
export interface MaintenanceLink extends MaintenanceReport {
  /** When this source last said something else than before; empty for a source that joined and agreed. */
  readonly changedAt: Instant | ''
}

export const CHANGE_KINDS = [
  'added',
  'moved',
  'started',
  'verifying',
  'completed',
  'cancelled',
  'reopened',
  'reworded',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One step of a window's history. */
export interface MaintenanceChange {
  /** When it was learned, not when it happened. */
  readonly at: Instant
  readonly kind: ChangeKind
  readonly source: string
  /** For `moved`: when it was to be before. */
  readonly was?: { readonly start: Instant; readonly end: Instant }
}

/** One window, whatever number of sources tell of it. */
export interface MaintenanceWindow extends MaintenanceFacts {
  /** `source/key` of the report that told of it first. */
  readonly id: string
  /** Never empty; the first is the one that told of it first. */
  readonly links: readonly MaintenanceLink[]
  /** Oldest first; begins with `added`. */
  readonly history: readonly MaintenanceChange[]
}

/** Days on which nobody works, by the name that an operator gave to the list. */
export interface HolidayCalendar {
  readonly name: string
  /** ISO days. */
  readonly days: readonly string[]
}

/** Name of the source of windows that people tell of in chat. */
export const CHAT_SOURCE = 'chat'
