// `task/fetch`: a button whose answer is looked at in a dialog, by whoever pressed it, and leaves the conversation as
// it is. A client without dialogs sends the same press as a message, and is answered below.
// Source: Microsoft Learn, "Use dialogs in Microsoft Teams bots".

import { TOO_FAST } from '../../src/conversation/rates.ts'
import type { InvokeReply, TeamsActivity } from './activity.ts'
import { cardOf, type Inner, newAnswerName } from './inner.ts'
import { placeOf, settingAt } from './place.ts'
import { field } from './read-json.ts'
import { readPress } from './render/controls.ts'
import { CARD_TYPE } from './sender.ts'
import { withoutControls } from './without-controls.ts'

const FAILED = 'That could not be shown just now. Please close this and try again.'
const NOT_OURS = 'Nothing is behind this button any more. Ask again.'

export async function onDialog(activity: TeamsActivity, inner: Inner): Promise<InvokeReply> {
  const press = readPress(field(activity.value, 'data'))
  if (!press) return said(NOT_OURS)
  const place = placeOf(activity)
  const run = async (): Promise<InvokeReply> => {
    const name = newAnswerName()
    const answer = await inner.conversation.converse({ ...settingAt(place, name, press.about), action: press.call })
    return shown('Raci', cardOf(withoutControls(answer), name, inner))
  }
  // Nothing is posted or kept: the same press may be shown as often as it is asked for.
  return (await inner.guard({ id: '', place, run, hasty: async () => said(TOO_FAST) })) ?? said(FAILED)
}

/** A dialog with a card; `title` stands in its frame. */
export function shown(title: string, card: object): InvokeReply {
  const value = { title, height: 'large', width: 'medium', card: { contentType: CARD_TYPE, content: card } }
  return { status: 200, body: { task: { type: 'continue', value } } }
}

/** A dialog with a line of ours. */
function said(text: string): InvokeReply {
  return { status: 200, body: { task: { type: 'message', value: text } } }
}
