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
import { recall, remember, tolerated } from './memory.ts'
import { personOf } from './whereabouts.ts'
import { wrongProductAction } from './wrong-product.ts'

/** Longer messages are read up to here (characters): a question fits, a pasted log need not. */
const QUESTION_LENGTH = 4_000

/** Answers a question and remembers what the answer rested on. */
export async function ask(text: string, setting: Setting, inside: Inside): Promise<Answer> {
  const question = text.slice(0, QUESTION_LENGTH).toWellFormed()
  const memory = await recall(setting, inside)
  const resolution =
    followUp(question, memory, inside) ?? inside.resolver.resolve(question, contextOf(setting, memory, inside))
  if (!isNoise(resolution)) {
    await remember(setting, memoryOf(resolution), inside)
    await record(resolution, setting, inside)
  }
  return present(resolution, setting, inside)
}

/** Keeps the question for the person's own list; lost when the store is down. */
async function record(resolution: Resolution, setting: Setting, { questions }: Inside): Promise<void> {
  const person = personOf(setting)
  const { question } = resolution.reading
  const entries = resolution.kind === 'unknown' ? [] : shownIn(resolution).map((entry) => entry.id)
  const asked = { platform: setting.platform, question, outcome: resolution.kind, entries }
  await tolerated(() => questions?.record({ ...asked, ...(person ? { person } : {}) }))
}

/** "thanks!" and "??" ask nothing: what was spoken of before stays what the next message may mean. */
function isNoise(resolution: Resolution): boolean {
  if (resolution.kind !== 'unknown') return false
  return resolution.reason === 'no-question' || resolution.reason === 'not-about-responsibility'
}

/** The answer to a resolution, with its evidence where it was asked for. */
export function present(resolution: Resolution, setting: Setting, { knowledge }: Inside): Answer {
  const composed = composeAnswer(resolution, knowledge)
  const answer = { ...composed, actions: [...composed.actions, ...wrongProductAction(resolution, setting)] }
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
