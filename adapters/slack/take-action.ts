// What a pressed control does: an option answers in place of its question, a next step answers below.

import { isWorthSharing, postAnswer } from './answer-at.ts'
import { type Inner, newAnswerName, styleAt } from './inner.ts'
import type { Press } from './on-action.ts'
import { openView } from './open-view.ts'
import { type Place, replace, settingAt } from './place.ts'
import { chosenBlocks, optionWords } from './render/chosen.ts'
import { renderSlack } from './render/render-slack.ts'
import { sectionView } from './render/section-view.ts'

/** The answer takes the question's place; what was chosen, and by whom, stays visible. */
export async function takeOption(press: Press, inner: Inner): Promise<void> {
  const { place, call, about } = press
  if (call.name === 'product') return showModal(press, inner)
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name, about), action: call })
  // The others keep their options when this one leads nowhere.
  if (answer.kind === 'unknown' && call.name === 'choose') return postAnswer(aside(place), answer, name, '', inner)
  const before = chosenBlocks(optionWords(answer, call.value), place.user, place.surface)
  const share = place.surface === 'private' && isWorthSharing(answer) ? { share: call.value } : {}
  await replace(place, renderSlack(answer, { ...styleAt(place, name, inner), before, ...share }))
}

/** A modal, a private look aside, or the next message of the conversation. */
export async function takeStep(press: Press, inner: Inner): Promise<void> {
  const { place, call, about } = press
  if (call.name === 'section' || call.name === 'product') return showModal(press, inner)
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name, about), action: call })
  await postAnswer(call.name === 'elsewhere' ? aside(place) : place, answer, name, call.value, inner)
}

async function showModal({ place, call, about, trigger }: Press, inner: Inner): Promise<void> {
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name, about), action: call })
  await openView(place.client, trigger, sectionView(answer, styleAt(place, name, inner)))
}

/** For the person alone, where they are: in a channel only they see it. */
function aside(place: Place): Place {
  if (place.surface !== 'open') return place
  const { respond: _public, ...rest } = place
  return { ...rest, surface: 'private' }
}
