// Examples that can be tried: a line with a number for those who read, a short button with the same number. A whole
// question on a button would be cut on a phone.

import type { Answer } from '../../../src/answer/answer.ts'

/** The answer with its examples numbered, where lines of it are what its buttons ask. */
export function withNumberedExamples(answer: Answer): Answer {
  const lines = new Set(answer.blocks.flatMap((block) => (block.type === 'lines' ? block.lines : [])))
  const examples = answer.actions.filter(({ name, value }) => name === 'ask' && lines.has(`- ${value}`))
  const numbers = new Map(examples.map(({ value }, at) => [value, at + 1]))
  const numbered = (line: string): string => {
    const number = numbers.get(line.replace(/^- /u, ''))
    return number === undefined ? line : `${number}. ${line.slice(2)}`
  }
  return {
    ...answer,
    blocks: answer.blocks.map((block) =>
      block.type === 'lines' ? { ...block, lines: block.lines.map(numbered) } : block,
    ),
    actions: answer.actions.map((action) =>
      examples.includes(action) ? { ...action, label: `Ask ${numbers.get(action.value)}` } : action,
    ),
  }
}
