// One question answered where it was asked.

import type { Answer } from '../../src/answer/answer.ts'
import { type Inner, newAnswerName, styleAt } from './inner.ts'
import { type Place, post, settingAt } from './place.ts'
import { renderSlack } from './render/render-slack.ts'

/** Answers the text at the place; a private answer can be shared. */
export async function answerAt(place: Place, text: string, inner: Inner): Promise<void> {
  const name = newAnswerName()
  const answer = await inner.conversation.converse({ ...settingAt(place, name), text })
  await postAnswer(place, answer, name, text, inner)
}

/** Posts an answer that was named `name`; `asked` is what sharing asks again when nobody remembers. */
export async function postAnswer(
  place: Place,
  answer: Answer,
  name: string,
  asked: string,
  inner: Inner,
): Promise<void> {
  const where = answer.isPrivate ? aside(place) : place
  const share = where.surface === 'private' && isWorthSharing(answer) ? { share: asked } : {}
  await post(where, renderSlack(answer, { ...styleAt(where, name, inner), ...share }))
}

/** Answers and lists; questions back and help are for the person alone. */
export function isWorthSharing({ kind, items }: Answer): boolean {
  return (kind === 'answer' || kind === 'list') && items.length > 0
}

/** For the person alone, where they are: in a channel only they see it. */
export function aside(place: Place): Place {
  if (place.surface !== 'open') return place
  const { respond: _public, respondTo: _url, ...rest } = place
  return { ...rest, surface: 'private' }
}
