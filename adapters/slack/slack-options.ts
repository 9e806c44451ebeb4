// What this adapter is given: nothing here is read from the environment.

import type { Authorize } from '@slack/bolt'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { RateLimits } from '../../src/conversation/rates.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import type { AckJournal } from '../../src/ports/ack-journal.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { DeliveryStore } from '../../src/ports/delivery-store.ts'
import type { InstallationStore } from '../../src/ports/installation-store.ts'
import type { RenderPage } from './install/plain-page.ts'
import type { Patience } from './patient-fetch.ts'
import type { SlackLog } from './slack-log.ts'

/** How Slack reaches us. */
export type SlackIntake =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }

/** Whose tokens we answer with: one workspace's, those of the workspaces that installed the app, or what somebody says. */
export type SlackIdentity =
  | { readonly botToken: string }
  | { readonly installing: Installing }
  | { readonly authorize: Authorize<boolean> }

/** What a workspace's administrator needs to install the app. */
export interface Installing {
  readonly clientId: string
  readonly clientSecret: string
  /** Signs what an installation carries round through Slack. */
  readonly stateSecret: string
  readonly installations: InstallationStore
  /** Where Slack and browsers reach us, without a trailing slash. */
  readonly publicUrl: string
  /** The page after an installation; a plain one by default. */
  readonly renderPage?: RenderPage
}

export interface SlackOptions {
  readonly intake: SlackIntake
  readonly identity: SlackIdentity
  readonly conversation: Conversation
  readonly knowledge: Knowledge
  readonly deliveries: DeliveryStore
  /** Keeps what is acknowledged until the store has it. Without one a killed process takes that along. */
  readonly journal?: AckJournal
  readonly clock: Clock
  readonly log: SlackLog
  /** A short number that a person can read out. */
  readonly reference: () => string
  /** Names of channels where `/raci incident` posts its card for everybody. Default `inc-…`, `incident-…`. */
  readonly incidentChannels?: RegExp
  /** Root of our own pages, without a trailing slash. */
  readonly publicUrl?: string
  /** Slack's own by default. */
  readonly apiUrl?: string
  readonly rates?: RateLimits
  readonly patience?: Patience
}
