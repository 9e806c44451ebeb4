// Messages of ours: a card for those who look, a summary for notifications and lists of chats.

import type { Answer } from '../../src/answer/answer.ts'
import type { Connector, OutgoingActivity } from './connector.ts'
import type { Place } from './place.ts'
import type { AdaptiveCard } from './render/card.ts'
import { summaryOf } from './render/spoken.ts'

/** The content type of Adaptive Cards. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

export class Sender {
  readonly #connector: Connector

  constructor(connector: Connector) {
    this.#connector = connector
  }

  /** Posts the card where the person spoke. Rejects with ConnectorFailure. */
  async post(place: Place, card: AdaptiveCard, answer: Answer): Promise<void> {
    await this.#connector.create(place, messageOf(card, answer), place.replyTo)
  }

  /** Puts the card in the place of the message with this id. Rejects with ConnectorFailure. */
  async replace(place: Place, id: string, card: AdaptiveCard, answer: Answer): Promise<void> {
    await this.#connector.update(place, id, messageOf(card, answer))
  }

  /** A line of our own words. Rejects with ConnectorFailure. */
  async tell(place: Place, text: string): Promise<void> {
    await this.#connector.create(place, { type: 'message', textFormat: 'plain', text }, place.replyTo)
  }
}

/** The whole message. The card has all there is to read, so there is no text beside it. */
export function messageOf(card: AdaptiveCard, answer: Answer): OutgoingActivity {
  return { type: 'message', summary: summaryOf(answer), attachments: [{ contentType: CARD_TYPE, content: card }] }
}
