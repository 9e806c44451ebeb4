// What Teams answered instead of taking a message, translated once by status and code.

import type { Received } from './exchange.ts'
import { text } from './read-json.ts'

/**
 * `gone`: the conversation blocked or removed us. `missing`: the message to change is no more. `unsent`: it never
 * left. `uncertain`: nobody knows whether it was done. `refused`: it was not done, and will not be.
 */
export type FailureKind = 'gone' | 'missing' | 'unsent' | 'uncertain' | 'refused'

interface Told {
  readonly kind: FailureKind
  readonly status?: number
  readonly code?: string
  readonly retryAfterMs?: number
}

export class ConnectorFailure extends Error {
  readonly kind: FailureKind
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined

  constructor({ kind, status, code, retryAfterMs }: Told, options?: ErrorOptions) {
    super(`teams connector: ${kind}${status === undefined ? '' : `, ${status}`}${code ? ` ${code}` : ''}`, options)
    this.name = 'ConnectorFailure'
    this.kind = kind
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** Reads Teams' answer; `said` is its body as JSON. */
export function failureOf({ status, retryAfter }: Received, said: unknown, method: string): ConnectorFailure {
  const code = text(said, 'error', 'code') ?? text(said, 'error', 'innerHttpError', 'code') ?? ''
  const seconds = retryAfter === undefined ? Number.NaN : Number(retryAfter)
  return new ConnectorFailure({
    kind: kindOf(status, code, method),
    status,
    code,
    ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  })
}

function kindOf(status: number, code: string, method: string): FailureKind {
  if (status === 403 && code === 'MessageWritesBlocked') return 'gone'
  // Changing a message that somebody deleted says nothing of the conversation.
  if (status === 404) return method === 'POST' || code === 'ConversationNotFound' ? 'gone' : 'missing'
  return status === 408 || status >= 500 ? 'uncertain' : 'refused'
}
