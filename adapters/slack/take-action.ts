// What a pressed control does: an option answers in place of its question, a next step answers below.

import { aside, isWorthSharing, postAnswer } from './answer-at.ts'
import { type Inner, newAnswerName, styleAt } from './inner.ts'
import type { Press } from './on-action.ts'
import { openView } from './open-view.ts'
import { replace, settingAt } from './place.ts'
import { chosenBlocks, optionWords } from './render/chosen.ts'
import { formView } from './render/form-view.ts'
import { renderSlack } from './render/render-slack.ts'
import { sectionView } from './render/section-view.ts'

/** The answer takes the question's place; what was chosen, and by whom, stays visible. */
export async function takeOption(press: Press, inner: Inner): Promise<void> {
  const { place, call, about } = press
  if (call.name === 'product') return showModal(press, inner)
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name, about), action: call })
  // The others keep their options when this one leads nowhere.
  if (answer.kind === 'unknown' && !answer.items.length && call.name === 'choose')
    return postAnswer(aside(place), answer, name, '', inner)
  const before = chosenBlocks(optionWords(answer, call.value), place.user, place.surface)
  const share = place.surface === 'private' && isWorthSharing(answer) ? { share: call.value } : {}
  await replace(place, renderSlack(answer, { ...styleAt(place, name, inner), before, ...share }))
}

/** A modal, a private look aside, or the next message of the conversation. */
export async function takeStep(press: Press, inner: Inner): Promise<void> {
  const { place, call, about } = press
  if (call.name === 'section' || call.name === 'product') return showModal(press, inner)
  if (call.name === 'form' && (await openForm(press, inner))) return
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name, about), action: call })
  // What was asked back is answered in its place: its buttons have had their say.
  if (call.name === 'confirm') return replace(place, renderSlack(answer, styleAt(place, name, inner)))
  await postAnswer(call.name === 'elsewhere' ? aside(place) : place, answer, name, call.value, inner)
}

/** False where there is no form, and an answer says why. */
async function openForm({ place, call, about, trigger }: Press, inner: Inner): Promise<boolean> {
  const form = await inner.conversation.form({ ...settingAt(place, '', about), action: call })
  if (form) await openView(place.client, trigger, formView(form, place))
  return form !== undefined
}

async function showModal({ place, call, about, trigger }: Press, inner: Inner): Promise<void> {
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name, about), action: call })
  await openView(place.client, trigger, sectionView(answer, styleAt(place, name, inner)))
}
