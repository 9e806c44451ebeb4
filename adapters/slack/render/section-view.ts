// A section of a document, or all of it, as a modal.

import type { ModalView } from '@slack/types'
import type { Answer } from '../../../src/answer/answer.ts'
import { answerBlocks, type Given } from './answer-blocks.ts'
import { fit } from './fit.ts'
import { LIMITS } from './limits.ts'
import { moreBlock } from './render-slack.ts'
import { plain } from './text.ts'

/** The answer as a modal that can only be read and closed. */
export function sectionView(answer: Answer, given: Given): ModalView {
  const room = { blocks: LIMITS.viewBlocks, characters: LIMITS.viewCharacters }
  const blocks = answerBlocks(answer.blocks, given)
  return {
    type: 'modal',
    title: plain('What is stated', LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalButton),
    blocks: [...fit(blocks, [], room, () => moreBlock(answer, given))],
  }
}
