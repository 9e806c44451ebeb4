// The short form behind `/raci` alone: product and question.

import type { ModalView } from '@slack/types'
import { ASK_FORM } from '../names.ts'
import { LIMITS } from './limits.ts'
import { plain } from './text.ts'

/** Where the answer goes; travels with the form. */
export interface FormOrigin {
  readonly channel: string
  readonly channelName?: string
  readonly respondTo?: string
}

export const ANY_PRODUCT = '*'

/** The form; more products than a select holds are left to be named in the question. `example` is a question that is answered. */
export function askForm(products: readonly string[], origin: FormOrigin, example = 'Who …?'): ModalView {
  const listed = [...new Set(products)].filter((product) => product.length <= LIMITS.optionValue)
  const options = [
    { text: plain('Any product', LIMITS.optionText), value: ANY_PRODUCT },
    ...listed
      .slice(0, LIMITS.selectOptions - 1)
      .map((product) => ({ text: plain(product, LIMITS.optionText), value: product })),
  ]
  return {
    type: 'modal',
    callback_id: ASK_FORM,
    title: plain('Who is responsible?', LIMITS.modalTitle),
    submit: plain('Ask', LIMITS.modalButton),
    close: plain('Cancel', LIMITS.modalButton),
    private_metadata: JSON.stringify(origin).slice(0, LIMITS.privateMetadata),
    blocks: [
      {
        type: 'input',
        block_id: 'product',
        optional: true,
        label: plain('Product', LIMITS.inputLabel),
        element: {
          type: 'static_select',
          action_id: 'value',
          placeholder: plain('Any product', LIMITS.placeholder),
          options,
        },
      },
      {
        type: 'input',
        block_id: 'question',
        label: plain('Question', LIMITS.inputLabel),
        hint: plain('In your own words.', LIMITS.inputHint),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: LIMITS.inputLength,
          placeholder: plain(example, LIMITS.placeholder),
        },
      },
    ],
  }
}

/** What came back of `origin`; an empty channel for anything else. */
export function readOrigin(metadata: string): FormOrigin {
  let read: unknown
  try {
    read = JSON.parse(metadata)
  } catch {
    read = undefined
  }
  const field = (name: string): string | undefined => {
    const value: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined
    return typeof value === 'string' && value ? value : undefined
  }
  const channelName = field('channelName')
  const respondTo = field('respondTo')
  return {
    channel: field('channel') ?? '',
    ...(channelName ? { channelName } : {}),
    ...(respondTo ? { respondTo } : {}),
  }
}
