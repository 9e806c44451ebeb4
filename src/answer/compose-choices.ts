// One short question back.

import type { Resolution } from '../domain/resolution.ts'
import type { Answer } from './answer.ts'
import { composeOptions } from './compose-options.ts'
import { missAction } from './next-actions.ts'
import { productNote } from './product-note.ts'

type Found = Extract<Resolution, { kind: 'choices' }>

/** The question back with its options. */
export function composeChoices({ reading, options, difference }: Found): Answer {
  const text = difference === 'product' ? 'Which product?' : 'Which of these do you mean?'
  return {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text },
      ...productNote(reading),
      { type: 'options', options: composeOptions(options, difference) },
    ],
    actions: missAction(reading.question),
    items: options,
  }
}
