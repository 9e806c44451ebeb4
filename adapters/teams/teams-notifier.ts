// Digests into channels, group chats and personal chats of Teams, through the references that were kept when the
// app was last spoken to there. Teams lets no bot read a channel: a lost answer stays lost, and is never sent again.

import type { Answer } from '../../src/answer/answer.ts'
import { AppError } from '../../src/errors.ts'
import type { ConversationReference, ConversationReferenceStore } from '../../src/ports/conversation-reference-store.ts'
import type { Notifier, Sent } from '../../src/ports/notifier.ts'
import type { Connector, Target } from './connector.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { newAnswerName } from './inner.ts'
import { renderCard } from './render/render-card.ts'
import { messageOf } from './sender.ts'

export interface TeamsNotifierOptions {
  readonly connector: Connector
  /** Without it nothing can be posted unasked. */
  readonly references?: ConversationReferenceStore
  /** Root of our own pages, without a trailing slash. */
  readonly publicUrl?: string
}

/** Posts as the bot. */
export function createTeamsNotifier({ connector, references, publicUrl }: TeamsNotifierOptions): Notifier {
  const send = async (reference: ConversationReference, answer: Answer, thread?: string): Promise<Sent> => {
    const card = renderCard(answer, { answer: newAnswerName(), ...(publicUrl ? { publicUrl } : {}) })
    try {
      return { kind: 'posted', message: await connector.create(targetOf(reference, thread), messageOf(card, answer)) }
    } catch (error) {
      return failureOf(error)
    }
  }
  return {
    // The connector keeps Teams' pace itself, for answers and digests together.
    turn: async () => {},
    async post(channel, answer, { thread }) {
      let reference: ConversationReference | undefined
      try {
        reference = await references?.find(channel)
      } catch (error) {
        return { kind: 'refused', reason: reasonOf(error) }
      }
      if (!reference) return { kind: 'gone', reason: 'the app is not installed there any more' }
      const sent = await send(reference, answer, thread)
      // The first message of the thread was deleted, or the whole channel: the channel itself knows.
      if (sent.kind !== 'gone' || thread === undefined || reference.surface !== 'channel') return sent
      return send(reference, answer)
    },
    find: async () => ({ kind: 'unknown' }),
    async nameOf(channel) {
      try {
        const reference = await references?.find(channel)
        const names = [reference?.groupName, reference?.channelName].filter(Boolean)
        return names.join(' > ') || undefined
      } catch {
        return undefined
      }
    },
    async tell(person, answer) {
      try {
        const reference = await references?.findPersonal(person)
        return reference !== undefined && (await send(reference, answer)).kind === 'posted'
      } catch (error) {
        if (error instanceof AppError) return false
        throw error
      }
    },
  }
}

/** A post of its own in the channel or chat; under the thread's first message where there are threads. */
function targetOf({ tenant, channel, surface, serviceUrl }: ConversationReference, thread?: string): Target {
  const isThread = thread !== undefined && surface === 'channel'
  return { tenant, channel, serviceUrl, conversation: isThread ? `${channel};messageid=${thread}` : channel }
}

function failureOf(error: unknown): Sent {
  if (!(error instanceof ConnectorFailure)) return { kind: 'refused', reason: reasonOf(error) }
  const { kind, status, retryAfterMs, message } = error
  // 403 also says that the app is not in the conversation's roster (Microsoft Learn, "Send proactive messages").
  if (kind === 'gone' || status === 403 || status === 404) return { kind: 'gone', reason: message }
  if (kind === 'uncertain') return { kind: 'unsure', reason: message }
  return { kind: 'refused', reason: message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
