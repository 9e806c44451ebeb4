// The tables as the newest migration leaves them. Times are timestamptz; ids of people and conversations are
// keyed hashes (keyed-hash.ts), credentials are sealed (secret-box.ts).

import type { Generated } from 'kysely'
import type { Resolution } from '../../src/domain/resolution.ts'
import type { DayRecord } from '../../src/ports/digest-day-store.ts'
import type { Platform } from '../../src/ports/place.ts'

export interface InstallationTable {
  readonly platform: Platform
  readonly tenant: string
  readonly enterprise: string | null
  readonly sealed: string
  readonly installed_at: Date
}

export interface ChannelBindingTable {
  readonly platform: Platform
  readonly tenant: string
  readonly channel: string
  readonly product: string
  readonly bound_at: Date
}

/** `accepted` waits to be claimed; `working` is claimed; `released` failed and may be claimed again; `done` and `abandoned` are final. */
export type DeliveryState = 'accepted' | 'working' | 'released' | 'done' | 'abandoned'

export interface DeliveryTable {
  readonly id: string
  readonly state: DeliveryState
  readonly attempt: number
  readonly lease_until: Date
  readonly kept_until: Date
  /** Sealed, and null again when the work is done (note-box.ts). */
  readonly note: string | null
}

export interface ConversationTable {
  readonly conversation: string
  /** JSON as text: jsonb refuses the NUL and the lone surrogates that people can send. */
  readonly memory: string
  readonly person: string | null
  readonly kept_until: Date
}

export interface QuestionTable {
  readonly id: Generated<string>
  readonly platform: Platform
  readonly person: string | null
  readonly question: string
  readonly outcome: Resolution['kind']
  readonly entries: readonly string[]
  readonly asked_at: Date
}

export interface MissTable {
  readonly id: Generated<string>
  readonly platform: string
  readonly conversation: string
  readonly person: string | null
  readonly question: string
  readonly shown: readonly string[]
  readonly said_at: Date
}

/** Where the bot may speak unasked; `group_id` is what the channel is part of. */
export interface ConversationReferenceTable {
  readonly platform: Platform
  readonly tenant: string
  readonly channel: string
  readonly surface: string
  readonly service_url: string
  readonly channel_name: string | null
  readonly group_id: string | null
  readonly group_name: string | null
  readonly locale: string | null
  readonly gone: boolean
  readonly seen_at: Date
  /** Whose personal conversation it is, as a keyed hash. */
  readonly person: string | null
}

export interface MaintenanceWindowTable {
  readonly id: string
  /** JSON as text, like a conversation's memory. */
  readonly facts: string
  readonly ends_at: Date
  readonly changed_at: Date
}

export interface MaintenanceSourceTable {
  readonly source: string
  readonly reached_at: Date | null
  readonly failures: number
  readonly reason: string | null
  readonly retry_at: Date | null
  readonly failed_at: Date | null
}

export interface DigestSubscriptionTable {
  readonly platform: Platform
  readonly tenant: string
  readonly channel: string
  readonly products: readonly string[]
  readonly time: string
  readonly zone: string
  readonly weekdays: readonly number[]
  readonly calendar: string | null
  readonly quiet: boolean
  readonly reminder_minutes: number | null
  readonly announce_states: boolean
  readonly since: Date
  /** Sealed for this row (note-box.ts), with its keyed hash beside it. */
  readonly subscriber: string | null
  readonly subscriber_hash: string | null
}

export interface DigestDayTable {
  readonly platform: Platform
  readonly tenant: string
  readonly channel: string
  readonly day: string
  /** Empty for the digest itself. */
  readonly notice: Generated<string>
  readonly state: DayRecord['state']
  readonly attempt: number
  /** While `released`: when it may be claimed again. */
  readonly lease_until: Date
  readonly begun_at: Date | null
  readonly changed_at: Date
  readonly message: string | null
  readonly reason: string | null
}

/** Of a secret a keyed hash is kept, and the nonce that it is made from anew. */
export interface CalendarFeedTable {
  readonly platform: Platform
  readonly tenant: string
  readonly channel: string
  readonly nonce: string
  readonly secret_hash: string
  readonly made_at: Date
}

export interface Tables {
  readonly installation: InstallationTable
  readonly channel_binding: ChannelBindingTable
  readonly delivery: DeliveryTable
  readonly conversation: ConversationTable
  readonly question: QuestionTable
  readonly miss: MissTable
  readonly maintenance_window: MaintenanceWindowTable
  readonly maintenance_source: MaintenanceSourceTable
  readonly digest_subscription: DigestSubscriptionTable
  readonly digest_day: DigestDayTable
  readonly calendar_feed: CalendarFeedTable
  readonly conversation_reference: ConversationReferenceTable
}
