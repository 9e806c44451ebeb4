// An answer to look at: where it stands nobody could answer what its buttons ask for.

import type { Answer } from '../../src/answer/answer.ts'

/** The answer with its options as lines and without next steps. */
export function withoutControls(answer: Answer): Answer {
  const blocks = answer.blocks.map((block) =>
    block.type === 'options'
      ? {
          type: 'lines' as const,
          lines: block.options.map(({ title, detail }) => `- ${[title, detail].filter(Boolean).join(': ')}`),
        }
      : block,
  )
  return { ...answer, actions: [], blocks }
}
