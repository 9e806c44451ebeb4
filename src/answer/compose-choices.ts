// One short question back.

import type { Difference, Resolution } from '../domain/resolution.ts'
import type { Answer } from './answer.ts'
import { composeOptions } from './compose-options.ts'
import { missAction } from './next-actions.ts'
import { productNote } from './product-note.ts'

type Found = Extract<Resolution, { kind: 'choices' }>

const QUESTIONS: Readonly<Record<Difference, string>> = {
  product: 'Which product?',
  condition: 'It depends. Which of these applies?',
  holder: 'Which of these do you mean?',
  activity: 'Which of these do you mean?',
}

/** The question back with its options. */
export function composeChoices({ reading, options, difference }: Found): Answer {
  return {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text: QUESTIONS[difference] },
      ...productNote(reading),
      { type: 'options', options: composeOptions(options, difference) },
    ],
    actions: missAction(reading.question),
    items: options,
  }
}
