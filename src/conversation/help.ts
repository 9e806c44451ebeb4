// What can be asked, in a few lines, with the products that are really loaded.

import type { Answer } from '../answer/answer.ts'
import { coveredWords } from '../answer/compose-unknown.ts'
import type { Inside } from './inside.ts'

/** The help text. */
export function help({ knowledge }: Inside): Answer {
  const product = knowledge.documents.find((document) => document.kind === 'matrix')?.product
  const on = product ? ` on ${product}` : ''
  const examples = [
    `who restores backups${on}`,
    `who is informed about incidents${on}`,
    `what is ours to do before we subscribe${product ? ` to ${product}` : ''}`,
  ]
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text: 'Ask who is responsible for something, in your own words.' },
      { type: 'lines', lines: ['For example:', ...examples.map((example) => `- ${example}`)] },
      {
        type: 'lines',
        lines: [
          '“products” lists what is covered.',
          '“show PRODUCT” or “show PRODUCT SECTION” shows the whole matrix or a part.',
        ],
      },
      { type: 'note', text: coveredWords(knowledge) },
    ],
    actions: examples.map((example) => ({ name: 'ask', value: example, label: example.slice(0, 75) })),
    items: [],
  }
}
