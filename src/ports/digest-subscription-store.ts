// Which channels asked for the daily digest, and how they want it.

import type { Instant } from '../domain/maintenance.ts'
import type { Channel, Person } from './place.ts'

export interface DigestSubscription extends Channel {
  /** As they were named when subscribing; empty for every product. */
  readonly products: readonly string[]
  /** `HH:MM` on the channel's own clock. */
  readonly time: string
  /** IANA zone of that clock. */
  readonly zone: string
  /** ISO weekdays, 1 is Monday. Default 1 to 5. */
  readonly weekdays: readonly number[]
  /** Name of the calendar of holidays on which nothing is posted; absent for none. */
  readonly calendar?: string
  /** Nothing is posted on a day without anything to tell. */
  readonly quiet: boolean
  /** Minutes before a window begins at which the digest's thread is reminded of it; absent for no reminder. */
  readonly reminderMinutes?: number
  /** The digest's thread is told when a window begins and when it is completed. */
  readonly announceStates: boolean
  /** When it was asked for: nothing that was due before is made up for. */
  readonly since: Instant
}

/** Every member rejects with AppError when the store is down. */
export interface DigestSubscriptionStore {
  /**
   * Subscribes the channel, in place of an earlier subscription. The person is told when the channel is gone: kept
   * encrypted, and no longer than the subscription.
   */
  subscribe(subscription: DigestSubscription, subscriber?: Person): Promise<void>
  /** Who subscribed the channel last; undefined when nobody knows any more, or no key opens it. */
  subscriber(channel: Channel): Promise<Person | undefined>
  /** The channel's subscription; undefined when it has none. */
  find(channel: Channel): Promise<DigestSubscription | undefined>
  /** False when it was not subscribed. */
  unsubscribe(channel: Channel): Promise<boolean>
  /** Every subscription of the installation. */
  all(): Promise<readonly DigestSubscription[]>
}
