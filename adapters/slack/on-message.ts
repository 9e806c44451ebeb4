// Mentions, answered in the thread; direct messages, a plain conversation; a message's shortcut, answered privately.

import type { App } from '@slack/bolt'
import { answerAt, postAnswer } from './answer-at.ts'
import { deliveryOf, type Inner, newAnswerName, responding, tenancyOf } from './inner.ts'
import { MESSAGE_SHORTCUT } from './names.ts'
import type { Place } from './place.ts'
import { isNoise, readText } from './read-text.ts'

export function onMessage(app: App, inner: Inner): void {
  app.event('app_mention', async ({ event, context, client }) => {
    if (!event.user || event.bot_id) return
    const place: Place = {
      client,
      ...tenancyOf(context),
      user: event.user,
      channel: event.channel,
      surface: 'open',
      thread: event.thread_ts ?? event.ts,
    }
    const run = async () => {
      const channelName = await inner.channelNames.nameOf(client, place.tenant, event.channel)
      await answerText({ ...place, ...(channelName ? { channelName } : {}) }, event.text, inner)
    }
    await inner.guard({ id: deliveryOf(context), place, run })
  })

  app.event('message', async ({ event, context, client }) => {
    if (event.channel_type !== 'im') return
    if (event.subtype !== undefined && event.subtype !== 'file_share') return
    if (!event.user || ('bot_id' in event && event.bot_id)) return
    const place: Place = {
      client,
      ...tenancyOf(context),
      user: event.user,
      channel: event.channel,
      surface: 'direct',
      ...('thread_ts' in event && event.thread_ts ? { thread: event.thread_ts } : {}),
    }
    await inner.guard({ id: deliveryOf(context), place, run: () => answerText(place, event.text ?? '', inner) })
  })

  app.shortcut({ callback_id: MESSAGE_SHORTCUT, type: 'message_action' }, async ({ shortcut, context, client }) => {
    const place: Place = {
      client,
      ...tenancyOf(context),
      user: shortcut.user.id,
      channel: shortcut.channel.id,
      surface: 'private',
      channelName: shortcut.channel.name,
      ...responding(shortcut.response_url, inner),
    }
    const text = shortcut.message.text ?? ''
    await inner.guard({ id: deliveryOf(context), place, run: () => answerText(place, text, inner) })
  })
}

/** One line of help for a message that says nothing. */
async function answerText(place: Place, text: string, inner: Inner): Promise<void> {
  const words = readText(text)
  if (!isNoise(words)) return answerAt(place, words, inner)
  await postAnswer(place, inner.conversation.hint(), newAnswerName(), '', inner)
}
