// A question in words: understood as a follow-up where one is possible, else resolved on its own.

import type { Answer } from '../answer/answer.ts'
import { composeAnswer } from '../answer/compose-answer.ts'
import { composeExplanation } from '../answer/compose-explanation.ts'
import { isCourtesy } from '../answer/courtesy.ts'
import type { Entry } from '../domain/knowledge.ts'
import { isDirect, type Resolution, shownIn } from '../domain/resolution.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import { withoutNot } from '../resolve/claim-denied.ts'
import type { Context } from '../resolve/resolver.ts'
import { claimed } from './claimed.ts'
import { followUp } from './follow-up.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { recall, remember, tolerated } from './memory.ts'
import { withNextSteps } from './next-steps.ts'
import { shownSection } from './section.ts'
import { bothAnswered } from './two-questions.ts'
import { personOf } from './whereabouts.ts'
import { whichParty } from './which-party.ts'
import { why } from './why.ts'
import { wrongProductAction } from './wrong-product.ts'

/** Longer messages are read up to here (characters): a question fits, a pasted log need not. */
const QUESTION_LENGTH = 4_000

/** Answers a question and remembers what the answer rested on. */
export async function ask(text: string, setting: Setting, inside: Inside): Promise<Answer> {
  const question = text.slice(0, QUESTION_LENGTH).toWellFormed()
  const memory = await recall(setting, inside)
  const context = contextOf(setting, memory, inside)
  const explained = why(question, memory, context, inside)
  if (explained) return explained
  const shown = shownSection(question, memory, inside)
  if (shown) return shown
  const resolution = followUp(question, memory, context, inside) ?? resolved(question, context, inside)
  if (!isNoise(resolution, memory)) {
    await remember(setting, memoryOf(resolution), inside)
    await record(resolution, setting, inside)
  }
  const back = whichParty(resolution, inside)
  if (back) return back
  return withNextSteps(present(resolution, setting, inside), resolution, memory, inside)
}

/** The question's resolution; a "not" that leaves what is asked for the same leads to no other row. */
function resolved(question: string, context: Context, { resolver }: Inside): Resolution {
  // "thanks, that fixed it" asks nothing, though rows speak of fixing
  const whole = resolver.resolve(isCourtesy(question) ? '' : withoutNot(question), context)
  const resolution = bothAnswered(question, whole, context, resolver) ?? whole
  return { ...resolution, reading: { ...resolution.reading, question } }
}

/** Keeps the question for the person's own list; lost when the store is down. */
async function record(resolution: Resolution, setting: Setting, { questions }: Inside): Promise<void> {
  const person = personOf(setting)
  const { question } = resolution.reading
  const entries = resolution.kind === 'unknown' ? [] : shownIn(resolution).map((entry) => entry.id)
  const asked = { platform: setting.platform, question, outcome: resolution.kind, entries }
  await tolerated(() => questions?.record({ ...asked, ...(person ? { person } : {}) }))
}

/** "thanks!" and "??" ask nothing, nor does "asdf": what was spoken of before stays. */
function isNoise(resolution: Resolution, memory: ConversationMemory | undefined): boolean {
  if (resolution.kind !== 'unknown' || isDirect(resolution)) return false
  const { reason, reading, missing } = resolution
  if (reason === 'no-question' || reason === 'not-about-responsibility' || isCourtesy(reading.question)) return true
  const isOpen = memory !== undefined && (memory.entry !== undefined || memory.shown.length > 1)
  return isOpen && !missing && !reading.about?.length && reading.basis !== 'named' && !ASKS_WHO.test(reading.question)
}

/** Whoever asks so asks for something, understood or not. */
const ASKS_WHO = /\b(?:who|whose|whom|which)\b/iu

/** The answer to a resolution, with its evidence where it was asked for. */
export function present(resolution: Resolution, setting: Setting, { knowledge }: Inside): Answer {
  const composed = composeAnswer(claimed(resolution, knowledge), knowledge)
  const answer = { ...composed, actions: [...composed.actions, ...wrongProductAction(resolution, setting)] }
  if (!setting.explain) return answer
  return { ...answer, blocks: [...answer.blocks, composeExplanation(resolution)] }
}

/** What is known besides the words. */
export function contextOf(setting: Setting, memory: ConversationMemory | undefined, inside: Inside): Context {
  const previous = memory && previousEntry(memory, inside)
  return {
    ...(setting.channelName ? { channel: setting.channelName } : {}),
    ...(setting.boundProduct ? { product: setting.boundProduct } : {}),
    ...(previous ? { previous } : {}),
  }
}

/** The entry that was spoken of; after choices, a list or a refusal any entry of the one product they were about. */
function previousEntry({ entry, product }: ConversationMemory, { resolver, knowledge }: Inside): Entry | undefined {
  if (entry !== undefined) return resolver.entry(entry)
  return knowledge.documents.find((document) => document.product === product)?.entries[0]
}

/** What the next message may refer to. A question whose product came from the one before is kept with its name. */
export function memoryOf(resolution: Resolution): ConversationMemory {
  const { question, aspect, basis, products } = resolution.reading
  const entries = shownIn(resolution)
  const shown = entries.map((entry) => entry.id)
  const [product, ...others] = new Set(entries.length ? entries.map((entry) => entry.product) : products)
  return {
    question: basis === 'previous' && product ? `${question.trim()} on ${product}` : question,
    aspect,
    ...(isDirect(resolution) && shown[0] !== undefined ? { entry: shown[0] } : {}),
    ...(product && !others.length ? { product } : {}),
    shown,
  }
}
