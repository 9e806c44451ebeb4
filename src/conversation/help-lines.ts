// What the help says besides, where more than questions is understood.

import type { Answer } from '../answer/answer.ts'
import { readCommand } from './command.ts'
import type { Incoming } from './incoming.ts'
import type { Inside } from './inside.ts'

/** The help with more lines after its commands; any other answer as it is. */
export function withHelpLines(answer: Answer, incoming: Incoming, inside: Inside, more: readonly string[]): Answer {
  const isHelp = answer.kind === 'help' && 'text' in incoming && readCommand(incoming.text, inside)?.name === 'help'
  const at = isHelp ? answer.blocks.findIndex(({ type }) => type === 'lines') : -1
  if (at < 0) return answer
  const blocks = answer.blocks.map((block, place) =>
    place === at && block.type === 'lines' ? { ...block, lines: [...block.lines, ...more] } : block,
  )
  return { ...answer, blocks }
}
