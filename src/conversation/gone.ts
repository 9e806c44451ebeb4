// A button of an old answer whose row the documents no longer have.

import type { Answer } from '../answer/answer.ts'

/** Says why nothing can be shown, and offers to ask again where the question is known. */
export function gone(question?: string): Answer {
  return {
    kind: 'unknown',
    blocks: [
      {
        type: 'sentence',
        text: 'That row is no longer in the loaded documents: they have changed since. Please ask again.',
      },
    ],
    actions: question ? [{ name: 'ask', value: question.slice(0, 300), label: 'Ask again' }] : [],
    items: [],
  }
}
