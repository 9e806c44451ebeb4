// One short question back.

import type { Entry } from '../domain/knowledge.ts'
import type { Difference, Resolution } from '../domain/resolution.ts'
import type { Answer } from './answer.ts'
import { composeOptions } from './compose-options.ts'
import { missAction } from './next-actions.ts'
import { productNote } from './product-note.ts'

type Found = Extract<Resolution, { kind: 'choices' }>

const SEVERAL = 'Which of these do you mean'
const QUESTIONS: Readonly<Record<Difference, string>> = {
  product: 'Which product',
  condition: 'It depends. Which of these applies',
  holder: SEVERAL,
  activity: SEVERAL,
}

/** The question back with its options right below it; how the product became known comes after them. */
export function composeChoices({ reading, options, difference }: Found): Answer {
  return {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text: questionBack(options, difference, reading.products) },
      { type: 'options', options: composeOptions(options, difference) },
      ...productNote(reading),
    ],
    actions: missAction(reading.question),
    items: options,
  }
}

/** Names the product where all options are of one that nobody named; two rows of one product are no question of products. */
function questionBack(options: readonly Entry[], difference: Difference, named: readonly string[]): string {
  const products = [...new Set(options.map((option) => option.product))]
  const [only] = products
  const on = products.length === 1 && only !== undefined && !named.includes(only) ? ` on ${only}` : ''
  const asked = difference === 'product' && products.length < options.length ? SEVERAL : QUESTIONS[difference]
  return `${asked}${on}?`
}
