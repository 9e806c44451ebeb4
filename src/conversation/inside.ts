// What every use case works with.

import type { Knowledge } from '../domain/knowledge.ts'
import type { ConversationStore } from '../ports/conversation-store.ts'
import type { FeedbackStore } from '../ports/feedback-store.ts'
import type { Resolver } from '../resolve/resolver.ts'

export interface Inside {
  readonly resolver: Resolver
  readonly knowledge: Knowledge
  /** Without it every question stands alone. */
  readonly conversations?: ConversationStore
  /** Without it misses are not kept. */
  readonly feedback?: FeedbackStore
}
