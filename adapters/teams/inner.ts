// What every handler works with, put together once.

import { randomUUID } from 'node:crypto'
import type { Answer } from '../../src/answer/answer.ts'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import type { Backlog } from './backlog.ts'
import { ConnectorFailure } from './connector-failure.ts'
import type { Guard } from './guard.ts'
import type { Place } from './place.ts'
import type { PlaceNames } from './place-names.ts'
import { ownChat, type References } from './references.ts'
import type { AdaptiveCard, Element } from './render/card.ts'
import { renderCard } from './render/render-card.ts'
import type { Sender } from './sender.ts'

export interface Inner {
  readonly conversation: Conversation
  /** A conversation that keeps nothing, for what is looked up while somebody types. */
  readonly lookup: Conversation
  readonly knowledge: Knowledge
  readonly guard: Guard
  readonly backlog: Backlog
  readonly references: References
  readonly placeNames: PlaceNames
  readonly sender: Sender
  readonly publicUrl?: string
}

/** A name for an answer: nobody can guess it. */
export function newAnswerName(): string {
  return randomUUID()
}

/** The answer drawn, with its name in its controls. */
export function cardOf(
  answer: Answer,
  name: string,
  { publicUrl }: Inner,
  before: readonly Element[] = [],
): AdaptiveCard {
  return renderCard(answer, { answer: name, before, ...(publicUrl ? { publicUrl } : {}) })
}

/** Posts an answer that was named `name`; one for the person alone into their own chat, where there is one. */
export async function postAnswer(place: Place, answer: Answer, name: string, inner: Inner): Promise<void> {
  const card = cardOf(answer, name, inner)
  if (await postedAlone(place, card, answer, inner)) return
  await inner.sender.post(place, card, answer)
}

const ALONE = 'I answered you in our own chat.'

/** What has buttons is about the channel and stays there. */
async function postedAlone(place: Place, card: AdaptiveCard, answer: Answer, inner: Inner): Promise<boolean> {
  if (!answer.isPrivate || answer.actions.length || place.surface === 'personal') return false
  const chat = await ownChat(place, inner.references)
  if (!chat) return false
  try {
    await inner.sender.post(chat, card, answer)
  } catch (error) {
    if (error instanceof ConnectorFailure && error.kind !== 'uncertain') return false
    throw error
  }
  await inner.sender.tell(place, ALONE)
  return true
}
