// `adaptiveCard/action`: a universal action. The card in the reply replaces the one that was pressed for that
// person at once; the message is changed as well, so that everybody sees it and it is still so tomorrow.
// Source: Microsoft Learn, "Universal Actions for Adaptive Cards".

import { TOO_FAST } from '../../src/conversation/rates.ts'
import type { InvokeReply, TeamsActivity } from './activity.ts'
import type { Inner } from './inner.ts'
import { type Place, placeOf } from './place.ts'
import { field } from './read-json.ts'
import { type Press, readPress } from './render/controls.ts'
import { type Returned, readReturned } from './render/form-card.ts'
import { CARD_TYPE } from './sender.ts'
import { takeForm, wordsOf } from './take-form.ts'
import { chosen } from './take-press.ts'

const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message'

export async function onCardAction(activity: TeamsActivity, inner: Inner): Promise<InvokeReply> {
  const data = field(activity.value, 'action', 'data')
  const [press, returned] = [readPress(data), readReturned(data)]
  if (!press && !returned) return said('Choose one first.')
  const placeName = await inner.placeNames.nameOf(activity)
  const place = { ...placeOf(activity), ...(placeName ? { placeName } : {}) }
  const { replyToId } = activity
  const fill = async (filled: Returned): Promise<InvokeReply> => {
    const taken = await takeForm(place, filled, inner)
    if (taken.kind === 'refused') return said(taken.text)
    if (taken.kind === 'done' && replyToId)
      behind(place, inner, () => inner.sender.replace(place, replyToId, taken.card, taken.answer))
    return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: taken.card } }
  }
  const choose = async (pressed: Press): Promise<InvokeReply> => {
    const { answer, card, replaces } = await chosen(place, pressed, inner)
    if (answer.isPrivate && answer.kind === 'unknown') return said(wordsOf(answer))
    if (!replaces) {
      behind(place, inner, () => inner.sender.post(place, card, answer))
      return said('That choice leads nowhere any more.')
    }
    if (replyToId) behind(place, inner, () => inner.sender.replace(place, replyToId, card, answer))
    return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: card } }
  }
  const run = async () => (returned ? fill(returned) : press ? choose(press) : said('Choose one first.'))
  return (
    (await inner.guard({ id: activity.id, place, run, hasty: async () => said(TOO_FAST) })) ??
    said('This was answered already.')
  )
}

/** After the reply, which must not wait for Teams to take another message. */
function behind(place: Place, inner: Inner, run: () => Promise<void>): void {
  inner.backlog.start(async () => {
    await inner.guard({ id: '', place, run })
  })
}

function said(text: string): InvokeReply {
  return { status: 200, body: { statusCode: 200, type: MESSAGE_TYPE, value: text } }
}
