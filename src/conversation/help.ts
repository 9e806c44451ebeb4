// What can be asked, in a few lines, with the products that are really loaded.

import type { Answer, Block } from '../answer/answer.ts'
import { coveredWords } from '../answer/compose-unknown.ts'
import { examples } from './examples.ts'
import type { Inside } from './inside.ts'

/** The help text. */
export function help(inside: Inside): Answer {
  const { knowledge } = inside
  const asked = examples(inside)
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text: 'Ask who is responsible for something, in your own words.' },
      {
        type: 'lines',
        lines: [
          '“products” lists what is covered.',
          '“show PRODUCT” or “show PRODUCT SECTION” shows the whole matrix or a part.',
        ],
      },
      { type: 'note', text: coveredWords(knowledge) },
      ...exampleLines(asked),
    ],
    actions: asked.map((example) => ({ name: 'ask', value: example, label: example.slice(0, 75) })),
    items: [],
  }
}

function exampleLines(asked: readonly string[]): readonly Block[] {
  if (!asked.length) return []
  return [{ type: 'lines', lines: ['For example:', ...asked.map((example) => `- ${example}`)] }]
}

/** One line for a message that says nothing. */
export function hint(inside: Inside): Answer {
  const [example] = examples(inside)
  const text = `Ask me who is responsible, ${example ? `for example “${example}”, ` : ''}or say “help”.`
  return { kind: 'help', blocks: [{ type: 'sentence', text }], actions: [], items: [] }
}
