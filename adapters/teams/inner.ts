// What every handler works with, put together once.

import { randomBytes } from 'node:crypto'
import type { Answer } from '../../src/answer/answer.ts'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import type { Backlog } from './backlog.ts'
import type { Guard } from './guard.ts'
import type { Place } from './place.ts'
import type { PlaceNames } from './place-names.ts'
import type { References } from './references.ts'
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
  return randomBytes(12).toString('base64url')
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

/** Posts an answer that was named `name`. */
export async function postAnswer(place: Place, answer: Answer, name: string, inner: Inner): Promise<void> {
  await inner.sender.post(place, cardOf(answer, name, inner), answer)
}
