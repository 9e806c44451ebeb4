// A form that was filled in: taken, or the same card again with what is wrong beside the fields and all that was typed.

import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import type { Form } from '../../src/conversation/form.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { cardOf, type Inner, newAnswerName } from './inner.ts'
import { type Place, settingAt } from './place.ts'
import type { AdaptiveCard } from './render/card.ts'
import { formCard, type Returned } from './render/form-card.ts'
import { quiet } from './render/text.ts'

export type Taken =
  /** Shown in the form's place, for everybody. */
  | { readonly kind: 'done'; readonly answer: Answer; readonly card: AdaptiveCard }
  /** Shown in the form's place to whoever sent it. */
  | { readonly kind: 'again'; readonly form: Form; readonly card: AdaptiveCard }
  /** A line for whoever sent it; the form stays for others. */
  | { readonly kind: 'refused'; readonly text: string }

/** Hands the form in. */
export async function takeForm(place: Place, returned: Returned, inner: Inner): Promise<Taken> {
  const name = newAnswerName()
  const outcome = await inner.conversation.submit({ ...settingAt(place, name), ...returned })
  if (outcome.kind === 'again') return { ...outcome, card: formCard(outcome.form, returned.copy) }
  const { answer } = outcome
  if (answer.isPrivate) return { kind: 'refused', text: wordsOf(answer) }
  const by = place.surface === 'personal' ? [] : [quiet(`Sent by ${place.userName ?? 'somebody'}`)]
  return { kind: 'done', answer, card: cardOf(answer, name, inner, by) }
}

/** The answer in one line, for a reply that is no card. */
export function wordsOf(answer: Answer): string {
  return renderText(answer).replaceAll(/\s+/gu, ' ')
}

/** What stands for a form where only words do: notifications, lists of chats. */
export function announced({ title }: Form): Answer {
  return { kind: 'help', blocks: [{ type: 'sentence', text: title }], actions: [], items: [] }
}

/** Posts the form where the person spoke. */
export async function postForm(place: Place, form: Form, inner: Inner): Promise<void> {
  await inner.sender.post(place, formCard(form, newAnswerName()), announced(form))
}

/** `Action.Submit`, from a client that knows no universal actions: the message itself is changed. */
export async function takeSubmittedForm(
  place: Place,
  returned: Returned,
  message: string | undefined,
  inner: Inner,
): Promise<void> {
  const taken = await takeForm(place, returned, inner)
  if (taken.kind === 'refused') return inner.sender.tell(place, taken.text)
  const words = taken.kind === 'done' ? taken.answer : announced(taken.form)
  if (!message) return inner.sender.post(place, taken.card, words)
  try {
    await inner.sender.replace(place, message, taken.card, words)
  } catch (error) {
    if (!(error instanceof ConnectorFailure) || error.kind !== 'missing') throw error
    await inner.sender.post(place, taken.card, words)
  }
}
