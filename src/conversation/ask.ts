// A question in words: understood as a follow-up where one is possible, else resolved on its own.

import type { Answer } from '../answer/answer.ts'
import { composeAnswer } from '../answer/compose-answer.ts'
import { composeExplanation } from '../answer/compose-explanation.ts'
import type { Resolution } from '../domain/resolution.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import type { Context } from '../resolve/resolver.ts'
import { followUp } from './follow-up.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { recall, remember } from './memory.ts'

/** Longer messages are read up to here (characters): a question fits, a pasted log need not. */
const QUESTION_LENGTH = 4_000

/** Answers a question and remembers what the answer rested on. */
export async function ask(text: string, setting: Setting, inside: Inside): Promise<Answer> {
  const question = text.slice(0, QUESTION_LENGTH).toWellFormed()
  const memory = await recall(setting, inside)
  const resolution =
    followUp(question, memory, inside) ?? inside.resolver.resolve(question, contextOf(setting, memory, inside))
  if (!isNoise(resolution)) await remember(setting, memoryOf(resolution), inside)
  return present(resolution, setting, inside)
}

/** "thanks!" and "??" ask nothing: what was spoken of before stays what the next message may mean. */
function isNoise(resolution: Resolution): boolean {
  if (resolution.kind !== 'unknown') return false
  return resolution.reason === 'no-question' || resolution.reason === 'not-about-responsibility'
}

/** The answer to a resolution, with its evidence where it was asked for. */
export function present(resolution: Resolution, setting: Setting, { knowledge }: Inside): Answer {
  const answer = composeAnswer(resolution, knowledge)
  if (!setting.explain) return answer
  return { ...answer, blocks: [...answer.blocks, composeExplanation(resolution)] }
}

/** What is known besides the words. */
export function contextOf(setting: Setting, memory: ConversationMemory | undefined, { resolver }: Inside): Context {
  const previous = memory?.entry === undefined ? undefined : resolver.entry(memory.entry)
  return {
    ...(setting.channelName ? { channel: setting.channelName } : {}),
    ...(setting.boundProduct ? { product: setting.boundProduct } : {}),
    ...(previous ? { previous } : {}),
  }
}

/** What the next message may refer to. */
export function memoryOf(resolution: Resolution): ConversationMemory {
  const { question, aspect } = resolution.reading
  const shown = shownIn(resolution).map((entry) => entry.id)
  const direct = resolution.kind === 'answer' || resolution.kind === 'rule'
  return { question, aspect, ...(direct && shown[0] !== undefined ? { entry: shown[0] } : {}), shown }
}

function shownIn(resolution: Resolution) {
  switch (resolution.kind) {
    case 'answer':
    case 'list':
      return resolution.rows
    case 'rule':
      return resolution.rules
    case 'choices':
      return resolution.options
    case 'unknown':
      return resolution.near
  }
}
