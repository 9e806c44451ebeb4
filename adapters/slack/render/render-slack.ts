// An Answer as a Slack message: blocks for those who look, text for notifications and screen readers.

import type { Button, KnownBlock } from '@slack/types'
import type { Action, Answer, Block } from '../../../src/answer/answer.ts'
import { renderText } from '../../../src/answer/render-text.ts'
import { cut } from '../../../src/answer/text/plain.ts'
import { answerBlocks, type Given } from './answer-blocks.ts'
import { actionId, blockId } from './controls.ts'
import { fit } from './fit.ts'
import { LIMITS } from './limits.ts'
import { escaped, link, ours, plain } from './text.ts'

export interface SlackMessage {
  readonly text: string
  readonly blocks: readonly KnownBlock[]
}

export interface Style extends Given {
  /** Blocks before the answer: what was chosen, who asked. */
  readonly before?: readonly KnownBlock[]
  /** Adds "Share in channel"; its value is what to ask again when nobody remembers the answer. */
  readonly share?: string
}

/** The whole message; within Slack's limits whatever the answer holds. */
export function renderSlack(answer: Answer, style: Style): SlackMessage {
  const blocks = [...(style.before ?? []), ...answerBlocks(withoutExamples(answer), style)]
  const room = { blocks: LIMITS.messageBlocks, characters: LIMITS.messageCharacters }
  return {
    text: fallbackText(answer),
    blocks: fit(blocks, nextBlocks(answer.actions, style), room, () => moreBlock(answer, style)),
  }
}

/** An example that is a button does not stand in the text as well. */
function withoutExamples({ blocks, actions }: Answer): readonly Block[] {
  const buttons = new Set(actions.flatMap(({ name, value }) => (name === 'ask' ? [`- ${value}`] : [])))
  return blocks.map((block) =>
    block.type === 'lines' ? { ...block, lines: block.lines.filter((line) => !buttons.has(line)) } : block,
  )
}

/** What a notification shows and a screen reader reads: the same in plain words. */
export function fallbackText(answer: Answer): string {
  const half = LIMITS.fallbackText / 2
  // Escaping lengthens: cut before it, with room for it.
  return cut(escaped(cut(renderText(answer), half)), LIMITS.fallbackText) || 'Raci'
}

/** Where to read on: the console's page, the publisher's, or a command. */
export function moreBlock(answer: Answer, { publicUrl }: Pick<Given, 'publicUrl'>): KnownBlock {
  const source = answer.blocks.find((block) => block.type === 'source')
  const url = source?.url ? link(source.url, 'Read on in the document') : ''
  const address = source && publicUrl ? link(`${publicUrl}${source.page}`, 'Read on in the console') : url
  const words = 'This is not all: it is longer than a message can be.'
  const hint = address || 'Ask for one section, for example with “show PRODUCT SECTION”.'
  return { type: 'context', elements: [ours(`${words} ${hint}`)] }
}

function nextBlocks(actions: readonly Action[], style: Style): readonly KnownBlock[] {
  const buttons = actions.slice(0, LIMITS.actionElements - 1).map((action, at) => nextButton(action, at))
  const all = [...buttons, ...(style.share === undefined ? [] : [shareButton(style.share)])]
  if (!all.length) return []
  return [{ type: 'actions', block_id: blockId(style.surface, style.answer, 0), elements: all }]
}

function nextButton({ name, value, label }: Action, at: number): Button {
  return {
    type: 'button',
    action_id: actionId('next', name, at),
    text: plain(label, LIMITS.buttonText),
    value,
  }
}

function shareButton(question: string): Button {
  return {
    type: 'button',
    action_id: actionId('share', 'channel'),
    text: plain('Share in channel', LIMITS.buttonText),
    value: cut(question, LIMITS.buttonValue),
  }
}
