// Digests into channels: posted with a name unseen by people, so that what may have arrived can be looked for.

import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError, type WebClient } from '@slack/web-api'
import type { Notifier, Sent, Sought } from '../../src/ports/notifier.ts'
import type { Channel, Tenant } from '../../src/ports/place.ts'
import { newAnswerName } from './inner.ts'
import { slackError } from './open-view.ts'
import { QUIET } from './place.ts'
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

/** Posts as the app. `clientFor` rejects where the app is not installed. */
export function createSlackNotifier(
  clientFor: (tenant: Tenant) => Promise<WebClient>,
  publicUrl: string | undefined,
): Notifier {
  return {
    async post(where, answer, key) {
      const style = { surface: 'open', answer: newAnswerName(), ...(publicUrl ? { publicUrl } : {}) } as const
      const { text, blocks } = renderSlack(answer, style)
      const metadata = { event_type: EVENT, event_payload: { key } }
      let client: WebClient
      try {
        client = await clientFor(where)
      } catch (error) {
        return { kind: 'refused', reason: reasonOf(error) }
      }
      try {
        const { ts } = await client.chat.postMessage({
          channel: where.channel,
          text,
          blocks: [...blocks],
          metadata,
          ...QUIET,
        })
        return { kind: 'posted', message: ts ?? '' }
      } catch (error) {
        return failureOf(error)
      }
    },
    async find(where, key, since) {
      try {
        return await look(await clientFor(where), where, key, since)
      } catch (error) {
        const said = slackError(error)
        // Without the scope channels:history, and where the app is no member, Slack does not let us look.
        return said === undefined ? { kind: 'later', reason: reasonOf(error) } : { kind: 'unknown' }
      }
    },
  }
}

async function look(client: WebClient, { channel }: Channel, key: string, since: string): Promise<Sought> {
  const { messages = [], has_more } = await client.conversations.history({
    channel,
    oldest: String(Date.parse(since) / 1000 - SKEW),
    include_all_metadata: true,
    limit: LOOKED_AT,
  })
  const found = messages.find(({ metadata }) => metadata?.event_type === EVENT && keyIn(metadata.event_payload) === key)
  if (found) return { kind: 'found', message: found.ts ?? '' }
  return has_more ? { kind: 'unknown' } : { kind: 'absent' }
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
