// What a pressed control does: an option answers in place of its question, a next step answers below.

import type { Answer } from '../../src/answer/answer.ts'
import type { ActionCall } from '../../src/conversation/incoming.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { cardOf, type Inner, newAnswerName, postAnswer } from './inner.ts'
import { type Place, settingAt } from './place.ts'
import type { AdaptiveCard, Element } from './render/card.ts'
import { chosenElements, optionWords } from './render/chosen.ts'
import type { Press } from './render/controls.ts'
import { quiet } from './render/text.ts'
import { postForm } from './take-form.ts'

export interface Chosen {
  readonly answer: Answer
  readonly card: AdaptiveCard
  /** False when it leads nowhere: the others keep their options. */
  readonly replaces: boolean
}

/** The answer that takes the question's place; what was chosen, and by whom, stays visible. */
export async function chosen(place: Place, { call, about }: Press, inner: Inner): Promise<Chosen> {
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name, about), action: call })
  const replaces = !(answer.kind === 'unknown' && !answer.items.length && (call.name === 'choose' || answer.isPrivate))
  const by = place.surface === 'personal' ? undefined : (place.userName ?? 'somebody')
  const before = replaces ? beforeOf(call, answer, by) : []
  return { answer, card: cardOf(answer, name, inner, before), replaces }
}

/** What was confirmed is said by the answer itself: only who did it stands above. */
function beforeOf({ name, value }: ActionCall, answer: Answer, by: string | undefined): readonly Element[] {
  if (name !== 'confirm') return chosenElements(optionWords(answer, value), by)
  return by === undefined ? [] : [quiet(`Pressed by ${by}`)]
}

/** Puts the answer in the place of the message `replyToId`; below it when that message is no more. */
export async function takeOption(
  place: Place,
  press: Press,
  replyToId: string | undefined,
  inner: Inner,
): Promise<void> {
  const { answer, card, replaces } = await chosen(place, press, inner)
  if (!replaces || !replyToId) return inner.sender.post(place, card, answer)
  try {
    await inner.sender.replace(place, replyToId, card, answer)
  } catch (error) {
    if (!(error instanceof ConnectorFailure) || error.kind !== 'missing') throw error
    await inner.sender.post(place, card, answer)
  }
}

/** The next message of the conversation. */
export async function takeStep(place: Place, { call, about }: Press, inner: Inner): Promise<void> {
  const name = newAnswerName()
  const asked = { ...settingAt(place, name, about), action: call }
  const form = call.name === 'form' ? await inner.conversation.form(asked) : undefined
  if (form) return postForm(place, form, inner)
  await postAnswer(place, await inner.conversation.converse(asked), name, inner)
}
