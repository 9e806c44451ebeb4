// What every handler works with, put together once.

import { randomBytes } from 'node:crypto'
import type { FetchFunction } from '@slack/web-api'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import type { ChannelNames } from './channel-names.ts'
import type { Guard } from './guard.ts'
import type { Place } from './place.ts'
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
  /** What the door said of how fast this person asks. */
  readonly isHasty?: boolean
  readonly isEnterpriseInstall: boolean
  readonly teamId?: string
  readonly enterpriseId?: string
}

/** The workspace, or the organisation of an installation for a whole Grid together with the workspace in it; and whether its person asks too fast. */
export function tenancyOf(context: InstallationContext): Pick<Place, 'tenant' | 'team' | 'isHasty'> {
  const { isEnterpriseInstall, teamId, enterpriseId } = context
  const own = isEnterpriseInstall ? (enterpriseId ?? teamId) : (teamId ?? enterpriseId)
  const tenant = context.tenant ?? own ?? ''
  const isHasty = context.isHasty === true
  return { tenant, isHasty, ...(teamId && teamId !== tenant ? { team: teamId } : {}) }
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
export function responding(url: string | undefined, { fetch }: Inner): Pick<Place, 'respond'> {
  return url ? { respond: respondTo(url, fetch) } : {}
}
