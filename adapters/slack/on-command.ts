// `/raci …`: answered for the person alone; `/raci` alone opens a form; `/raci incident` posts its card in incident channels.

import type { App } from '@slack/bolt'
import { answerAt, postAnswer } from './answer-at.ts'
import { deliveryOf, type Inner, newAnswerName, responding, styleAt, tenancyOf } from './inner.ts'
import { COMMAND } from './names.ts'
import { openView } from './open-view.ts'
import { type Place, settingAt } from './place.ts'
import { readText } from './read-text.ts'
import { askForm } from './render/ask-form.ts'
import { formView } from './render/form-view.ts'
import { renderSlack } from './render/render-slack.ts'

/** Names that Slack gives to channels without one. */
const NAMELESS = new Set(['directmessage', 'privategroup', 'mpdm'])

export function onCommand(app: App, inner: Inner): void {
  app.command(COMMAND, async ({ command, context, client }) => {
    const text = readText(command.text ?? '')
    const place: Place = {
      client,
      ...tenancyOf(context),
      user: command.user_id,
      channel: command.channel_id,
      surface: 'private',
      ...(NAMELESS.has(command.channel_name) ? {} : { channelName: command.channel_name }),
      ...responding(command.response_url, inner),
    }
    await inner.guard({
      id: deliveryOf(context),
      place,
      run: async () => {
        const form = text ? await inner.conversation.form({ ...settingAt(place, ''), text }) : undefined
        if (!text) await openForm(place, command.trigger_id, command.response_url, inner)
        else if (form) await openView(client, command.trigger_id, formView(form, place))
        else if (isIncident(text) && place.respond) await answerIncident(place, text, inner)
        else await answerAt(place, text, inner)
      },
    })
  })
}

function openForm(place: Place, trigger: string, respondTo: string, inner: Inner): Promise<void> {
  const { channel, channelName } = place
  const products = inner.knowledge.documents.map((document) => document.product)
  const origin = { channel, respondTo, ...(channelName ? { channelName } : {}) }
  const [example] = inner.conversation.examples()
  return openView(place.client, trigger, askForm(products, origin, example))
}

function isIncident(text: string): boolean {
  return /^incident\b/iu.test(text)
}

/** The card is for everybody in an incident channel; elsewhere it is the person's own, to share. */
async function answerIncident(place: Place, text: string, inner: Inner): Promise<void> {
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name), text })
  const isForAll = answer.items.length > 0 && inner.incidentChannels.test(place.channelName ?? '')
  if (!isForAll || !place.respond) return postAnswer(place, answer, name, text, inner)
  const { text: words, blocks } = renderSlack(answer, { ...styleAt(place, name, inner), surface: 'open' })
  await place.respond({ response_type: 'in_channel', replace_original: false, text: words, blocks })
}
