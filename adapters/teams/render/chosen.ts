// What stands above an answer that took its question's place: what was chosen, and by whom.

import type { Answer } from '../../../src/answer/answer.ts'
import type { Element } from './card.ts'
import { quiet } from './text.ts'

/** `Chosen by Ada: Email Pro: Realize backup recovery`; in a personal chat nobody else could have. */
export function chosenElements(chosen: string, by: string | undefined): readonly Element[] {
  return [quiet(`${by ? `Chosen by ${by}` : 'Chosen'}: ${chosen}`)]
}

/** What an option stood for, from the answer it led to. */
export function optionWords({ items: [first] }: Answer, value: string): string {
  if (!first) return value
  return `${first.product}: ${first.type === 'activity' ? first.text : (first.section.at(-1) ?? '')}`
}
