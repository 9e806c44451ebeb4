// The form was sent: the question is answered where `/raci` was typed, or in a direct message.

import type { App, ViewOutput } from '@slack/bolt'
import { answerAt } from './answer-at.ts'
import { deliveryOf, type Inner, responding, tenancyOf } from './inner.ts'
import { ASK_FORM } from './names.ts'
import type { Place } from './place.ts'
import { ANY_PRODUCT, readOrigin } from './render/ask-form.ts'

export function onForm(app: App, inner: Inner): void {
  app.view({ callback_id: ASK_FORM, type: 'view_submission' }, async ({ body, view, context, client }) => {
    const { channel, channelName, respondTo } = readOrigin(view.private_metadata)
    const place: Place = {
      client,
      ...tenancyOf(context),
      user: body.user.id,
      channel,
      surface: channel ? 'private' : 'direct',
      ...(channelName ? { channelName } : {}),
      ...responding(respondTo, inner),
    }
    const question = askedIn(view)
    await inner.guard({ id: deliveryOf(context), place, run: () => answerAt(place, question, inner) })
  })
}

/** The question, with the product that was picked. */
function askedIn({ state }: ViewOutput): string {
  const question = state.values.question?.value?.value?.trim() ?? ''
  const product = state.values.product?.value?.selected_option?.value
  return product === undefined || product === ANY_PRODUCT ? question : `${question.replace(/\?+$/u, '')} on ${product}`
}
