// A form that keeps something was sent. What is wrong with it is said in Slack's reply itself, beside the fields, and
// the form stays open with all that was typed: so it is taken in before it is acknowledged, within Slack's three seconds.

import type { App, ViewOutput } from '@slack/bolt'
import type { Form, FormOutcome } from '../../src/conversation/form.ts'
import { postAnswer } from './answer-at.ts'
import { keptOpen } from './filled-form.ts'
import { deliveryOf, type Inner, newAnswerName, responding, tenancyOf } from './inner.ts'
import { FILLED_FORM } from './names.ts'
import { type Place, settingAt } from './place.ts'
import { readOrigin } from './render/ask-form.ts'
import { formNamed, formView, readFilled, readSubject } from './render/form-view.ts'

/** Slack gives up after three seconds (ms). */
const IN_TIME = 2_500
const TOO_SLOW = 'That took too long and may not be kept. Send it again: the same form is never taken twice.'
const FAILED = 'Something went wrong, and nothing you typed is lost. Please send it again.'

export function onFilled(app: App, inner: Inner): void {
  app.view(
    { callback_id: new RegExp(`^${FILLED_FORM}`, 'u'), type: 'view_submission' },
    async ({ ack, body, view, context, client, logger }) => {
      const origin = readOrigin(view.private_metadata)
      const place: Place = {
        client,
        ...tenancyOf(context),
        user: body.user.id,
        channel: origin.channel,
        surface: 'private',
        ...(origin.channelName ? { channelName: origin.channelName } : {}),
        ...responding(origin.respondTo, inner),
      }
      const name = newAnswerName()
      let outcome: FormOutcome | undefined
      try {
        outcome = await within(IN_TIME, take(view, place, name, inner))
      } catch (error) {
        logger.error(error)
        return ack(keptOpen(view.state.values, FAILED))
      }
      if (outcome === undefined) return ack(keptOpen(view.state.values, TOO_SLOW))
      if (outcome.kind === 'again') return ack(replyTo(view, outcome.form))
      await ack()
      const { answer } = outcome
      await inner.guard({ id: deliveryOf(context), place, run: () => tellOf(place, answer, name, inner) })
    },
  )
}

function take(view: ViewOutput, place: Place, name: string, { conversation }: Inner): Promise<FormOutcome> {
  const form = formNamed(view.callback_id)
  if (form === undefined) throw new Error(`no form is called ${view.callback_id}`)
  const subject = readSubject(view.private_metadata)
  return conversation.submit({
    ...settingAt(place, name),
    ...{ form, copy: view.id, filled: readFilled(view) },
    ...(subject === undefined ? {} : { subject }),
  })
}

/** Errors beside the fields; a field that was not there before needs the form drawn anew. */
function replyTo(view: ViewOutput, form: Form) {
  const isSame = form.fields.every(({ name }) => name in view.state.values)
  if (!isSame) {
    return { response_action: 'update', view: formView(form, readOrigin(view.private_metadata)) } as const
  }
  const errors = form.fields.flatMap(({ name, error }) => (error ? [[name, error] as const] : []))
  return { response_action: 'errors', errors: Object.fromEntries(errors) } as const
}

/** A response_url lives for half an hour, and a form may be open for longer. */
async function tellOf(place: Place, ...told: [Parameters<typeof postAnswer>[1], string, Inner]): Promise<void> {
  const [answer, name, inner] = told
  try {
    await postAnswer(place, answer, name, '', inner)
  } catch {
    const { respond: _spent, ...rest } = place
    try {
      await postAnswer(rest, answer, name, '', inner)
    } catch {
      await postAnswer({ ...rest, channel: '', surface: 'direct' }, answer, name, '', inner)
    }
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, ms, undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
