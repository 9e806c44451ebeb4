// What every use case works with.

import type { Knowledge } from '../domain/knowledge.ts'
import type { BindingStore } from '../ports/binding-store.ts'
import type { ConversationStore } from '../ports/conversation-store.ts'
import type { FeedbackStore } from '../ports/feedback-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { QuestionStore } from '../ports/question-store.ts'
import type { Resolver } from '../resolve/resolver.ts'

export interface Inside {
  readonly resolver: Resolver
  readonly knowledge: Knowledge
  /** Without it every question stands alone. */
  readonly conversations?: ConversationStore
  /** Without it misses are not kept. */
  readonly feedback?: FeedbackStore
  /** Without it channels cannot be bound to a product. */
  readonly bindings?: BindingStore
  /** Without it nothing is kept of what was asked. */
  readonly questions?: QuestionStore
  /** Without it nobody can see or delete what is kept about them. */
  readonly persons?: PersonStore
}
