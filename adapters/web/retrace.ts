// Answers one request by walking its trail through a conversation that lives as long as the request.

import { randomUUID } from 'node:crypto'
import type { Answer } from '../../src/answer/answer.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { ActionCall, Setting } from '../../src/conversation/incoming.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import type { ConversationMemory, ConversationStore } from '../../src/ports/conversation-store.ts'
import type { Earlier, Trail } from './trail.ts'

export interface Retraced {
  readonly answer: Answer
  /** What a next question would follow from. */
  readonly next?: Earlier
}

/** The answer to the last step of the trail; the steps before it are only walked, never recorded. */
export async function retrace(trail: Trail, inside: Inside): Promise<Retraced> {
  let memory: ConversationMemory | undefined
  const conversations: ConversationStore = {
    recall: async () => memory,
    remember: async (_conversation, latest) => {
      memory = latest
    },
  }
  const { converse } = createConversation({ ...inside, conversations })
  const setting: Setting = { platform: 'web', conversation: `web:${randomUUID()}` }
  const { before, last } = stepsOf(trail)
  for (const [at, step] of before.entries()) {
    await converse({ ...setting, ...step })
    if (memory && trail.earlier?.aspect && at === earlierSteps(trail) - 1)
      memory = { ...(memory as ConversationMemory), aspect: trail.earlier.aspect }
  }
  const answer = await converse({ ...setting, ...last })
  return { answer, ...(memory ? { next: earlierOf(memory) } : {}) }
}

type Step = { readonly text: string } | { readonly action: ActionCall }

/** Steps that lead to what the question followed from. */
const earlierSteps = ({ earlier }: Trail): number => (earlier ? (earlier.entry ? 2 : 1) : 0)

function stepsOf({ question, earlier, action }: Trail): { before: readonly Step[]; last: Step } {
  const before: Step[] = []
  if (earlier) before.push({ text: earlier.question })
  if (earlier?.entry) before.push({ action: { name: 'choose', value: earlier.entry } })
  if (!action) return { before, last: { text: question } }
  if (question) before.push({ text: question })
  return { before, last: { action } }
}

function earlierOf({ question, entry, aspect }: ConversationMemory): Earlier {
  return { question, ...(entry === undefined ? {} : { entry }), ...(aspect === 'who' ? {} : { aspect }) }
}
