// The door of this room: what the resolver found in, what a person reads out. One small file a kind.

import type { Knowledge } from '../domain/knowledge.ts'
import type { Resolution } from '../domain/resolution.ts'
import { assertNever } from '../errors.ts'
import type { Answer } from './answer.ts'
import { composeChoices } from './compose-choices.ts'
import { composeList } from './compose-list.ts'
import { composeRowAnswer } from './compose-row-answer.ts'
import { composeRuleAnswer } from './compose-rule-answer.ts'
import { composeUnknown } from './compose-unknown.ts'

/** Composes the answer once for every platform. `knowledge` says what is covered and who the parties are. */
export function composeAnswer(resolution: Resolution, knowledge: Knowledge): Answer {
  switch (resolution.kind) {
    case 'answer':
      return composeRowAnswer(resolution, knowledge)
    case 'rule':
      return composeRuleAnswer(resolution, knowledge)
    case 'choices':
      return composeChoices(resolution)
    case 'list':
      return composeList(resolution, knowledge)
    case 'unknown':
      return composeUnknown(resolution, knowledge)
    default:
      return assertNever(resolution)
  }
}
