// What this adapter is given: nothing here is read from the environment.

import type { Conversation } from '../../src/conversation/converse.ts'
import type { RateLimits } from '../../src/conversation/rates.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { ConversationReferenceStore } from '../../src/ports/conversation-reference-store.ts'
import type { DeliveryStore } from '../../src/ports/delivery-store.ts'
import type { Patience } from './connector.ts'
import type { TeamsLog } from './teams-log.ts'
import type { AppToken } from './wall/app-token.ts'
import type { IdentityProvider, Registration } from './wall/cloud-door.ts'

export interface TeamsOptions {
  /** `development` asks nobody for a token and serves this machine alone. */
  readonly access: Registration | 'development'
  readonly conversation: Conversation
  /** Keeps nothing; for what is looked up while somebody types. */
  readonly lookup: Conversation
  readonly knowledge: Knowledge
  readonly deliveries: DeliveryStore
  /** Without it nothing can be posted unasked. */
  readonly references?: ConversationReferenceStore
  readonly clock: Clock
  readonly log: TeamsLog
  /** A short number that a person can read out. */
  readonly reference: () => string
  /** Root of our own pages, without a trailing slash. */
  readonly publicUrl?: string
  /** How fast one person and one organisation may ask. */
  readonly rates?: RateLimits
  readonly patience?: Patience
  /** Microsoft's by default. */
  readonly identityProvider?: IdentityProvider
  /** Entra's by default. */
  readonly token?: AppToken
}
