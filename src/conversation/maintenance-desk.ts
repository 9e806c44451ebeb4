// What the maintenance commands work with, and what is usual in a channel.

import type { DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import { channelProduct } from './channel-product.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import type { MaintenanceCalendar } from './maintenance-calendar.ts'
import { tolerated } from './memory.ts'
import { channelOf } from './whereabouts.ts'

export interface MaintenanceDesk extends MaintenanceCalendar {
  readonly subscriptions: DigestSubscriptionStore
  /** Who may change windows: ids of people and channels, or `everybody`; absent for nobody. */
  readonly editors?: readonly string[]
  /** IANA zone of a channel that has said nothing. */
  readonly zone: string
}

export interface Habits {
  /** Empty for all. */
  readonly products: readonly string[]
  /** IANA zone of the channel's clock. */
  readonly zone: string
}

/** The products and the clock of the channel: as its digest has them, else its product and the usual zone. */
export async function habitsOf(setting: Setting, desk: MaintenanceDesk, inside: Inside): Promise<Habits> {
  const channel = channelOf(setting)
  const subscription = channel && (await tolerated(() => desk.subscriptions.find(channel)))
  if (subscription) return subscription
  const product = await channelProduct(setting, inside)
  return { products: product === undefined ? [] : [product], zone: desk.zone }
}
