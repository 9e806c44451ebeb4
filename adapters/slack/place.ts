// Where a person spoke, and the ways to answer there.

import type { WebClient } from '@slack/web-api'
import type { Setting } from '../../src/conversation/incoming.ts'
import type { Surface } from './render/controls.ts'
import type { SlackMessage } from './render/render-slack.ts'

/** Sends to a response_url; rejects when Slack refuses. */
export type Respond = (message: Readonly<Record<string, unknown>>) => Promise<void>

/** The person asks too fast; or asked so long ago, while nobody was there, that an answer would surprise. */
export type Instead = 'too-fast' | 'too-late'

export interface Place {
  readonly client: WebClient
  /** The workspace, or the organisation where the app was installed for a whole Grid. */
  readonly tenant: string
  /** What the person is told instead of an answer. */
  readonly instead?: Instead
  /** The workspace within that organisation. */
  readonly team?: string
  readonly user: string
  /** Empty where there is none: the App Home. */
  readonly channel: string
  readonly surface: Surface
  /** The thread to answer in. */
  readonly thread?: string
  readonly channelName?: string
  readonly respond?: Respond
  /** The address behind `respond`. */
  readonly respondTo?: string
}

/** The place as the conversation wants it. `answer` names the answer to come, `about` the one whose button was pressed. */
export function settingAt(place: Place, answer: string, about?: string): Setting {
  const { tenant, user, channel, channelName } = place
  return {
    platform: 'slack',
    tenant,
    user,
    conversation: conversationAt(place),
    answer,
    ...(channel ? { channel } : {}),
    ...(channelName ? { channelName } : {}),
    ...(about === undefined ? {} : { about }),
  }
}

/** A thread is one conversation; so is all that one person asks privately in a channel, and their direct messages. */
function conversationAt({ tenant, user, channel, surface, thread }: Place): string {
  if (surface === 'open' || thread !== undefined) return `slack/${tenant}/${channel}/${thread ?? ''}`
  if (surface === 'private') return `slack/${tenant}/${channel}/${user}`
  return `slack/${tenant}/direct/${user}`
}

/** Answers at the place: for one person, in the thread, or in the direct message. */
export async function post(place: Place, { text, blocks }: SlackMessage): Promise<void> {
  const { client, channel, user, thread, surface, respond } = place
  const message = { text, blocks: [...blocks], ...(thread === undefined ? {} : { thread_ts: thread }) }
  if (surface === 'private' && respond)
    await respond({ response_type: 'ephemeral', replace_original: false, text, blocks })
  else if (surface === 'private') await client.chat.postEphemeral({ ...message, channel, user })
  else await client.chat.postMessage({ ...message, ...QUIET, channel: channel || user })
}

/** Puts the message in the place of the one whose button was pressed. */
export async function replace(place: Place, { text, blocks }: SlackMessage): Promise<void> {
  if (place.respond) await place.respond({ replace_original: true, text, blocks })
  else await post(place, { text, blocks })
}

/** A line for one person, by whichever way works first. Rejects when none does. */
export async function tell(place: Place, text: string): Promise<void> {
  const { client, channel, user, thread, surface, respond } = place
  const threaded = thread === undefined ? {} : { thread_ts: thread }
  const ways = [
    ...(surface === 'private' && respond
      ? [() => respond({ response_type: 'ephemeral', replace_original: false, text })]
      : []),
    ...(channel && surface !== 'direct' ? [() => client.chat.postEphemeral({ channel, user, text, ...threaded })] : []),
    () => client.chat.postMessage({ channel: surface === 'direct' && channel ? channel : user, text, ...QUIET }),
  ]
  let failure: unknown
  for (const way of ways) {
    try {
      await way()
      return
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** No previews of links, and nothing in the text becomes a mention. */
export const QUIET = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
  mrkdwn: false,
} as const
