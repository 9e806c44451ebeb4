// What the digest commands of a channel work with.

import type { Answer } from '../answer/answer.ts'
import type { Clock } from '../ports/clock.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import type { Platform } from '../ports/place.ts'
import type { CalendarAddresses } from './channel-calendar.ts'

export interface DigestDesk {
  readonly subscriptions: DigestSubscriptionStore
  /** Names of the calendars of holidays. */
  readonly calendars: readonly string[]
  /** The digest as it would be posted now. */
  readonly preview: (subscription: DigestSubscription) => Promise<Answer>
  /** Whether digests can be posted on the platform at all. */
  readonly isPostedOn: (platform: Platform) => boolean
  /** IANA zone of a channel that has said nothing. */
  readonly zone: string
  /** Absent where nobody said where people reach the console. */
  readonly calendarAddresses?: CalendarAddresses
  readonly clock: Clock
}
