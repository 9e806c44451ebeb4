// Communication rules: the document's exact words under their heading.

import type { Knowledge } from '../domain/knowledge.ts'
import type { Resolution } from '../domain/resolution.ts'
import type { Answer, Block } from './answer.ts'
import { quoteBlock, sourceBlock } from './entry-blocks.ts'
import { nextActions } from './next-actions.ts'
import { productNote } from './product-note.ts'
import { listed } from './wording.ts'

type Found = Extract<Resolution, { kind: 'rule' }>

/** The rules that answer, best first; one source line a document. */
export function composeRuleAnswer({ reading, rules }: Found, knowledge: Knowledge): Answer {
  const [first] = rules
  const titles = [...new Set(rules.map((rule) => rule.product))]
  const blocks = rules.flatMap((rule, position): readonly Block[] => [
    quoteBlock(rule),
    ...(rules[position + 1]?.document === rule.document ? [] : [sourceBlock(rule)]),
  ])
  return {
    kind: 'answer',
    blocks: [{ type: 'sentence', text: saidBy(titles) }, ...blocks, ...productNote(reading)],
    actions: first ? nextActions(first, reading.question, knowledge) : [],
    items: rules,
  }
}

function saidBy(titles: readonly string[]): string {
  return titles.length === 1 ? `The ${listed(titles)} document says:` : `The ${listed(titles)} documents say:`
}
