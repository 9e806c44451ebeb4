// An Answer as the one JSON object that `--json` and `--batch` write.

import type { Answer } from '../../src/answer/answer.ts'
import { composeItem, type Item } from '../../src/answer/compose-item.ts'
import { renderText } from '../../src/answer/render-text.ts'

export interface JsonAnswer {
  readonly kind: 'answer' | 'choices' | 'list' | 'unknown'
  readonly items: readonly Item[]
  /** What the person reads. */
  readonly text: string
}

/** The contract's object; help answers nothing, so it is `unknown` to a program. */
export function jsonAnswer(answer: Answer): JsonAnswer {
  const kind = answer.kind === 'help' ? 'unknown' : answer.kind
  return { kind, items: answer.items.map(composeItem), text: renderText(answer) }
}

/** One line with its end. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`
}
