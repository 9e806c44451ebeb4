// What the console's pages on maintenance work with; where nothing of it is given, the pages are not there.

import type { Clock } from '../../src/ports/clock.ts'
import type { DigestStatus } from '../../src/ports/digest-status.ts'
import type { DigestSubscriptionStore } from '../../src/ports/digest-subscription-store.ts'
import type { MaintenanceStore } from '../../src/ports/maintenance-store.ts'
import type { Channel } from '../../src/ports/place.ts'
import type { StoreHealth } from '../../src/ports/store-health.ts'

export interface Board {
  readonly maintenance: Pick<MaintenanceStore, 'since' | 'standings'>
  /** Names of the configured sources, in the order of their configuration. */
  readonly sources: readonly string[]
  readonly clock: Clock
  /** Where people reach the console, without a trailing slash; absent when nobody said. */
  readonly publicUrl?: string
  /** Absent where no platform is configured: nobody subscribes there. */
  readonly digests?: {
    readonly status: DigestStatus
    readonly subscriptions: Pick<DigestSubscriptionStore, 'find'>
    /** Whose calendar the secret opens; undefined for nobody's. */
    readonly channelOf: (secret: string) => Promise<Channel | undefined>
    readonly store: StoreHealth
    /** Which platforms are served, in a word or two each. */
    readonly platforms: readonly PlatformState[]
  }
}

export interface PlatformState {
  readonly name: string
  /** As a sentence's end: `on, one workspace over Socket Mode`, `off`. */
  readonly state: string
}
