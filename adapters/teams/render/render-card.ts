// An Answer as an Adaptive Card: elements for those who look, `speak` for screen readers.

import type { Answer } from '../../../src/answer/answer.ts'
import type { AdaptiveCard, Element } from './card.ts'
import { cardBlocks, type Given } from './card-blocks.ts'
import { nextButton, optionButton } from './controls.ts'
import { bytesOf, CARD_BYTES, fitElements } from './fit-card.ts'
import { withNumberedExamples } from './numbered-examples.ts'
import { spokenOf, summaryOf } from './spoken.ts'
import { escaped, link, ours } from './text.ts'

export interface Style extends Given {
  /** Elements above the answer: what was chosen, and by whom. */
  readonly before?: readonly Element[]
}

/** Teams shows six buttons under a card and hides the rest. */
const BUTTONS = 6

/** The whole card; below Teams' limit whatever the answer holds. */
export function renderCard(composed: Answer, style: Style): AdaptiveCard {
  const answer = withNumberedExamples(composed)
  const actions = answer.actions.slice(0, BUTTONS).map((action) =>
    // What is asked back is answered in its place.
    action.name === 'confirm' ? optionButton(action, action.label, style.answer) : nextButton(action, style.answer),
  )
  const frame: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: escaped(summaryOf(answer)),
    speak: spokenOf(answer),
    body: [],
    ...(actions.length ? { actions } : {}),
  }
  const elements = [...(style.before ?? []), ...cardBlocks(answer.blocks, style)]
  const body = fitElements(elements, CARD_BYTES - bytesOf(frame), () => moreText(answer, style))
  return { ...frame, body }
}

/** Where to read on: the console's page, the publisher's, or a command. */
function moreText(answer: Answer, { publicUrl }: Given): Element {
  const source = answer.blocks.find((block) => block.type === 'source')
  const page = source && publicUrl ? link(`${publicUrl}${source.page}`, 'Read on in the console') : ''
  const address = page || (source?.url ? link(source.url, 'Read on in the document') : '')
  const hint = address || 'Ask for one section, for example with “show PRODUCT SECTION”.'
  return ours(`This is not all: it is longer than a message can be. ${hint}`)
}
