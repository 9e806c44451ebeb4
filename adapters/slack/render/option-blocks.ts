// What a person may choose from: a line and a button an option; a select where they are more than five.

import type { Button, KnownBlock, PlainTextOption } from '@slack/types'
import type { Option } from '../../../src/answer/answer.ts'
import type { Given } from './answer-blocks.ts'
import { actionId, blockId, optionValue } from './controls.ts'
import { LIMITS } from './limits.ts'
import { quiet, sections } from './sections.ts'
import { plain } from './text.ts'

/** Beyond this many a row of buttons is slower to read than a list. */
const BUTTONS = 5

/** Options with a button each, or numbered above a select. */
export function optionBlocks(options: readonly Option[], given: Given): readonly KnownBlock[] {
  if (!options.length) return []
  return options.length <= BUTTONS ? buttonBlocks(options, given) : selectBlocks(options, given)
}

function buttonBlocks(options: readonly Option[], { surface, answer }: Given): readonly KnownBlock[] {
  return options.flatMap(({ action, title, detail }, at): readonly KnownBlock[] => {
    const accessory: Button = {
      type: 'button',
      action_id: actionId('option', action.name, at),
      text: plain(action.name === 'product' ? 'Show' : 'Choose', LIMITS.buttonText),
      value: action.value,
      accessibility_label: plain(action.label, LIMITS.buttonText).text,
    }
    const section: KnownBlock = {
      type: 'section',
      block_id: blockId(surface, answer, 100 + at),
      text: plain(title, LIMITS.sectionText),
      accessory,
    }
    return detail ? [section, quiet(detail)] : [section]
  })
}

function selectBlocks(options: readonly Option[], { surface, answer }: Given): readonly KnownBlock[] {
  const shown = options.slice(0, LIMITS.selectOptions)
  const lines = shown.map(({ title, detail }, at) => `${at + 1}. ${title}${detail ? `\n    ${detail}` : ''}`)
  const choices = shown.map(
    ({ action, title }, at): PlainTextOption => ({
      text: plain(`${at + 1}. ${title}`, LIMITS.optionText),
      value: optionValue(action),
    }),
  )
  const select: KnownBlock = {
    type: 'actions',
    block_id: blockId(surface, answer, 100),
    elements: [
      {
        type: 'static_select',
        action_id: actionId('option', 'select'),
        placeholder: plain('Choose one', LIMITS.placeholder),
        options: choices,
      },
    ],
  }
  return [...sections(lines), select]
}
