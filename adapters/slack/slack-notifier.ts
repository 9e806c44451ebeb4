// Digests into channels: posted with a name unseen by people, so that what may have arrived can be looked for.

import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError, type WebClient } from '@slack/web-api'
import type { Answer } from '../../src/answer/answer.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Notifier, Sent, Sought } from '../../src/ports/notifier.ts'
import type { Channel, Tenant } from '../../src/ports/place.ts'
import { newAnswerName } from './inner.ts'
import { NotInstalled } from './install/slack-installations.ts'
import { slackError } from './open-view.ts'
import { Pace, type Wait } from './pace.ts'
import { QUIET } from './place.ts'
import { causeOf } from './refusal.ts'
import { renderSlack } from './render/render-slack.ts'

const EVENT = 'raci_digest'
/** Nothing can be posted there any more, or not without being invited. */
const GONE = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'restricted_action',
  'account_inactive',
  'token_revoked',
  'team_access_not_granted',
])
/** Slack says of these that some aspect of the operation may have succeeded. */
const IN_DOUBT = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable'])
/** Before these the request never left this machine. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])
/** Slack's clock and ours may differ by this (s). */
const SKEW = 120
const LOOKED_AT = 200

/** Slack refuses a thread whose first message is gone: then the post stands alone. */
const NO_THREAD = new Set(['thread_not_found', 'cannot_reply_to_message', 'message_not_found'])
/** A longer pause is not waited for: the post is tried again as a whole (ms). */
const LONGEST_TURN = 60_000

export interface SlackNotifierOptions {
  /** Rejects where the app is not installed. */
  readonly clientFor: (tenant: Tenant) => Promise<WebClient>
  readonly publicUrl?: string
  readonly clock: Clock
  readonly wait: Wait
}

/** Posts as the app. */
export function createSlackNotifier({ clientFor, publicUrl, clock, wait }: SlackNotifierOptions): Notifier {
  const pace = new Pace(clock)
  const rendered = (answer: Answer) => {
    const style = { surface: 'open', answer: newAnswerName(), ...(publicUrl ? { publicUrl } : {}) } as const
    const { text, blocks } = renderSlack(answer, style)
    return { text, blocks: [...blocks], ...QUIET }
  }
  const send = async (where: Channel, message: Parameters<WebClient['chat']['postMessage']>[0]): Promise<Sent> => {
    let client: WebClient
    try {
      client = await clientFor(where)
    } catch (error) {
      const isGone = causeOf(error) instanceof NotInstalled
      return { kind: isGone ? 'gone' : 'refused', reason: reasonOf(error) }
    }
    try {
      const { ts } = await client.chat.postMessage(message)
      return { kind: 'posted', message: ts ?? '' }
    } catch (error) {
      const sent = failureOf(error)
      if (sent.kind === 'refused' && sent.retryAfterMs !== undefined) pace.pause(where, sent.retryAfterMs)
      return sent
    }
  }
  return {
    async turn(channel) {
      if (pace.pausedFor(channel) > LONGEST_TURN) return
      const away = pace.reserve(channel)
      if (away > 0) await wait(away)
    },
    async post(where, answer, { key, thread }) {
      const paused = pace.pausedFor(where)
      if (paused > LONGEST_TURN) return { kind: 'refused', reason: 'ratelimited', retryAfterMs: paused }
      const metadata = { event_type: EVENT, event_payload: { key } }
      const message = { channel: where.channel, ...rendered(answer), metadata }
      const sent = await send(where, thread === undefined ? message : { ...message, thread_ts: thread })
      const isAlone = thread !== undefined && sent.kind === 'refused' && NO_THREAD.has(sent.reason)
      return isAlone ? send(where, message) : sent
    },
    async find(where, { key, thread }, since) {
      try {
        const client = await clientFor(where)
        const inChannel = await look(client, where, key, since)
        if (thread === undefined || inChannel.kind !== 'absent') return inChannel
        return await look(client, where, key, since, thread)
      } catch (error) {
        const said = slackError(error)
        // Without the scope channels:history, and where the app is no member, Slack does not let us look.
        return said === undefined ? { kind: 'later', reason: reasonOf(error) } : { kind: 'unknown' }
      }
    },
    async nameOf(where) {
      try {
        const { channel } = await (await clientFor(where)).conversations.info({ channel: where.channel })
        return channel?.name === undefined ? undefined : `#${channel.name}`
      } catch {
        return undefined
      }
    },
    async tell({ platform, tenant, user }, answer) {
      const where = { platform, tenant, channel: user }
      return (await send(where, { channel: user, ...rendered(answer) })).kind === 'posted'
    },
  }
}

async function look(
  client: WebClient,
  { channel }: Channel,
  key: string,
  since: string,
  thread?: string,
): Promise<Sought> {
  const seen = {
    ...{ channel, include_all_metadata: true, limit: LOOKED_AT },
    oldest: String(Date.parse(since) / 1000 - SKEW),
  }
  const { messages = [], has_more } =
    thread === undefined
      ? await client.conversations.history(seen)
      : await client.conversations.replies({ ...seen, ts: thread })
  const found = messages.find((message) => nameIn(message) === key)
  if (found) return { kind: 'found', message: found.ts ?? '' }
  return has_more ? { kind: 'unknown' } : { kind: 'absent' }
}

/** The key that a message of ours carries; replies have their metadata in no type of Slack's. */
function nameIn(message: object): unknown {
  const metadata: unknown = Reflect.get(message, 'metadata')
  if (typeof metadata !== 'object' || metadata === null || Reflect.get(metadata, 'event_type') !== EVENT)
    return undefined
  return keyIn(Reflect.get(metadata, 'event_payload'))
}

function keyIn(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined
}

/** What Slack refused was not posted; what broke on the way may have been. */
function failureOf(error: unknown): Sent {
  const said = slackError(error)
  const reason = said ?? reasonOf(error)
  if (said !== undefined) return { kind: GONE.has(said) ? 'gone' : IN_DOUBT.has(said) ? 'unsure' : 'refused', reason }
  if (error instanceof WebAPIRateLimitedError) return { kind: 'refused', reason, retryAfterMs: error.retryAfter * 1000 }
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode === 403 || error.statusCode === 404) return { kind: 'gone', reason }
    return { kind: error.statusCode >= 500 ? 'unsure' : 'refused', reason }
  }
  return { kind: error instanceof WebAPIRequestError && !wasNeverSent(error) ? 'unsure' : 'refused', reason }
}

function wasNeverSent(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = 'original' in cause ? cause.original : cause.cause) {
    if ('code' in cause && NEVER_SENT.has(String(cause.code))) return true
  }
  return false
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
