// A message that is not understood after an answer: what can be said of that answer, in one line.

import type { Answer } from '../answer/answer.ts'
import { isDirect, type Resolution } from '../domain/resolution.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import type { Inside } from './inside.ts'

/** The answer with the line where nothing was recognised and a row was spoken of before; else as it is. */
export function withNextSteps(
  answer: Answer,
  resolution: Resolution,
  memory: ConversationMemory | undefined,
  { resolver }: Inside,
): Answer {
  const isLost = resolution.kind === 'unknown' && !isDirect(resolution) && !resolution.missing
  const row = memory?.entry === undefined ? undefined : resolver.entry(memory.entry)
  if (!isLost || row?.type !== 'activity' || answer.actions.length) return answer
  if (resolution.reason === 'no-question' || resolution.reading.about?.length || resolution.near.length) return answer
  const [other] = resolver.elsewhere(row)
  const steps = ['and who is informed?', 'show the section', 'why?', ...(other ? [`and on ${other.product}?`] : [])]
  const text = `Of the answer before you can ask: ${steps.map((step) => `“${step}”`).join(', ')}.`
  return { ...answer, blocks: [...answer.blocks, { type: 'note', text }] }
}
