// A message of a person: words, a command of the list, or a pressed button that came as a message.

import type { Ahead } from '../../src/conversation/ahead.ts'
import type { TeamsActivity } from './activity.ts'
import { type Inner, newAnswerName, postAnswer } from './inner.ts'
import { type Place, placeOf, settingAt } from './place.ts'
import { isNoise, readText } from './read-text.ts'
import { isOurs, readPress } from './render/controls.ts'
import { readReturned } from './render/form-card.ts'
import { postForm, takeSubmittedForm } from './take-form.ts'
import { takeOption, takeStep } from './take-press.ts'

/** Answers after Teams has its 200. */
export function onMessage(activity: TeamsActivity, inner: Inner): void {
  const place = placeOf(activity)
  let ahead: Ahead | undefined
  const begin = () => {
    if (!isOurs(activity.value)) ahead = inner.conversation.ahead(settingAt(place, ''))
  }
  const run = () => answer(activity, place, inner, ahead)
  inner.backlog.start(async () => {
    await inner.guard({ id: activity.id, place, begin, run, hasty: 'tell' })
  })
}

async function answer(activity: TeamsActivity, bare: Place, inner: Inner, ahead?: Ahead): Promise<void> {
  const placeName = await inner.placeNames.nameOf(activity)
  const place = placeName ? { ...bare, placeName } : bare
  if (isOurs(activity.value)) return answerPress(activity, place, inner)
  await answerWords(readText(activity), place, inner, ahead)
}

/** `Action.Submit`: a next step, or an option where the client knows no universal actions. */
async function answerPress({ value, replyToId }: TeamsActivity, place: Place, inner: Inner): Promise<void> {
  const [press, returned] = [readPress(value), readReturned(value)]
  // A reply belongs to the conversation, not to the click, which nobody sees.
  const { replyTo: _click, ...here } = place
  if (returned) return takeSubmittedForm(here, returned, replyToId, inner)
  if (!press) return
  if (press.role === 'next') return takeStep(here, press, inner)
  await takeOption(here, press, replyToId, inner)
}

/** Answers a text as if it had been said at the place. */
export async function answerWords(said: string, place: Place, inner: Inner, ahead?: Ahead): Promise<void> {
  const name = newAnswerName()
  const text = withoutCommand(said)
  const asked = { ...settingAt(place, name), text, ...(ahead ? { ahead } : {}) }
  const form = await inner.conversation.form(asked)
  if (form) return postForm(place, form, inner)
  const found = isNoise(text) ? inner.conversation.hint() : await inner.conversation.converse(asked)
  await postAnswer(place, found, name, inner)
}

/** The command list puts its entry before the question: "ask who restores backups"; "show" alone shows what there is. */
export function withoutCommand(text: string): string {
  const plain = text.replace(/^\/+\s*/u, '')
  if (/^show$/iu.test(plain)) return 'products'
  return plain.replace(/^ask(?:[\s:,]+|$)/iu, '')
}
