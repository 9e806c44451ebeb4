// Where a person spoke, and what is needed to answer there.

import type { Setting } from '../../src/conversation/incoming.ts'
import type { Channel } from '../../src/ports/place.ts'
import type { Surface, TeamsActivity } from './activity.ts'

export interface Place {
  readonly tenant: string
  /** The Entra object id where Teams tells it. */
  readonly user: string
  readonly userName?: string
  /** The conversation to answer in; in a channel its id names the thread. */
  readonly conversation: string
  /** The channel, group chat or personal chat as such, without a thread. */
  readonly channel: string
  readonly surface: Surface
  /** An address that a verified token named. */
  readonly serviceUrl: string
  /** The message that is answered. */
  readonly replyTo?: string
  /** What the place is called, for the product that a name may say. */
  readonly placeName?: string
}

/** The channel, group chat or personal chat of an activity. */
export function channelIdOf({ channel, conversation }: Pick<TeamsActivity, 'channel' | 'conversation'>): string {
  return (conversation.surface === 'channel' && channel?.id) || conversation.id.replace(/;messageid=.*$/u, '')
}

export function placeOf(activity: TeamsActivity): Place {
  const { tenant, from, conversation, serviceUrl, id } = activity
  return {
    tenant,
    user: from.objectId ?? from.id,
    ...(from.name ? { userName: from.name } : {}),
    conversation: conversation.id,
    channel: channelIdOf(activity),
    surface: conversation.surface,
    serviceUrl,
    ...(id && activity.type === 'message' ? { replyTo: id } : {}),
  }
}

export function channelAt({ tenant, channel }: Pick<Place, 'tenant' | 'channel'>): Channel {
  return { platform: 'teams', tenant, channel }
}

/** The place as the conversation wants it. `answer` names the answer to come, `about` the one whose button was pressed. */
export function settingAt(place: Place, answer: string, about?: string): Setting {
  const { tenant, user, conversation, channel, placeName } = place
  return {
    platform: 'teams',
    tenant,
    user,
    conversation: `teams/${tenant}/${conversation}`,
    channel,
    answer,
    ...(placeName ? { channelName: placeName } : {}),
    ...(about === undefined ? {} : { about }),
  }
}
