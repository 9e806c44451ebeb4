// What can be asked, in a few lines, with the products that are really loaded.

import type { Answer } from '../answer/answer.ts'
import { coveredWords } from '../answer/compose-unknown.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import type { Inside } from './inside.ts'

/** The help text. */
export function help({ knowledge }: Inside): Answer {
  const asked = examples(knowledge)
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text: 'Ask who is responsible for something, in your own words.' },
      { type: 'lines', lines: ['For example:', ...asked.map((example) => `- ${example}`)] },
      {
        type: 'lines',
        lines: [
          '“products” lists what is covered.',
          '“show PRODUCT” or “show PRODUCT SECTION” shows the whole matrix or a part.',
        ],
      },
      { type: 'note', text: coveredWords(knowledge) },
    ],
    actions: asked.map((example) => ({ name: 'ask', value: example, label: example.slice(0, 75) })),
    items: [],
  }
}

/** Questions that the loaded documents may answer. */
export function examples({ documents }: Knowledge): readonly string[] {
  const product = documents.find((document) => document.kind === 'matrix')?.product
  const on = product ? ` on ${product}` : ''
  return [
    `who restores backups${on}`,
    `who is informed about incidents${on}`,
    `what is ours to do before we subscribe${product ? ` to ${product}` : ''}`,
  ]
}

/** One line for a message that says nothing. */
export function hint({ knowledge }: Inside): Answer {
  const product = knowledge.documents.find((document) => document.kind === 'matrix')?.product
  const text = `Ask me who is responsible, for example “who restores backups${product ? ` on ${product}` : ''}?”, or say “help”.`
  return { kind: 'help', blocks: [{ type: 'sentence', text }], actions: [], items: [] }
}
