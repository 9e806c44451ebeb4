// What every handler works with, put together once.

import { randomBytes } from 'node:crypto'
import type { FetchFunction } from '@slack/web-api'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import type { ChannelNames } from './channel-names.ts'
import type { Guard } from './guard.ts'
import type { Instead, Place } from './place.ts'
import type { Style } from './render/render-slack.ts'
import { respondTo } from './respond.ts'

export interface Inner {
  readonly conversation: Conversation
  readonly knowledge: Knowledge
  readonly guard: Guard
  readonly channelNames: ChannelNames
  readonly fetch: FetchFunction
  readonly incidentChannels: RegExp
  readonly publicUrl?: string
}

/** The part of Bolt's context that says whose installation this is. */
export interface InstallationContext {
  /** Whose installation answered, where there are many. */
  readonly tenant?: string
  /** What the door calls the delivery, and what it says shall be told instead of an answer. */
  readonly delivery?: string
  readonly instead?: Instead
  readonly isEnterpriseInstall: boolean
  readonly teamId?: string
  readonly enterpriseId?: string
}

/** The delivery's name, the same for every repetition. */
export function deliveryOf({ delivery }: InstallationContext): string {
  if (!delivery) throw new Error('a delivery that came round the door')
  return delivery
}

/** The workspace, or the organisation of an installation for a whole Grid together with the workspace in it; and what is told there instead of an answer. */
export function tenancyOf(context: InstallationContext): Pick<Place, 'tenant' | 'team' | 'instead'> {
  const { isEnterpriseInstall, teamId, enterpriseId, instead } = context
  const own = isEnterpriseInstall ? (enterpriseId ?? teamId) : (teamId ?? enterpriseId)
  const tenant = context.tenant ?? own ?? ''
  return { tenant, ...(instead ? { instead } : {}), ...(teamId && teamId !== tenant ? { team: teamId } : {}) }
}

/** A name for an answer: nobody can guess it, and it fits a block id. */
export function newAnswerName(): string {
  return randomBytes(12).toString('base64url').replaceAll('-', '_')
}

/** How an answer at this place is drawn. */
export function styleAt({ surface }: Place, answer: string, { publicUrl }: Inner): Style {
  return { surface, answer, ...(publicUrl ? { publicUrl } : {}) }
}

/** The person's private line, where Slack gave one. */
export function responding(
  url: string | undefined,
  { fetch }: Pick<Inner, 'fetch'>,
): Pick<Place, 'respond' | 'respondTo'> {
  return url ? { respond: respondTo(url, fetch), respondTo: url } : {}
}
