// A delivery that could not be authorised: there is no token to answer with, so the person is told through the
// response_url that Slack sent along; where it sent none, the delivery is tried again later.

import { type CodedError, ErrorCode } from '@slack/bolt'
import type { FetchFunction } from '@slack/web-api'
import { AppError } from '../../src/errors.ts'
import { readOrigin } from './render/ask-form.ts'
import { respondTo } from './respond.ts'
import type { SlackLog } from './slack-log.ts'

const NO_TOKEN = 'I cannot answer: Slack does not let me in here at the moment. Please try again in a few minutes.'

export interface RefusalOptions {
  readonly fetch: FetchFunction
  readonly log: SlackLog
  readonly reference: () => string
  /** Bodies that are refused for want of a token, and whose person could not be told, are put in here. */
  readonly untold: WeakSet<object>
}

export interface Refusal {
  readonly error: CodedError
  readonly body: object
}

/** What Bolt does with a failure that reached it. */
export function createRefusal({ fetch, log, reference, untold }: RefusalOptions): (refusal: Refusal) => Promise<void> {
  return async ({ error, body }) => {
    const number = reference()
    log.error({ err: error, reference: number }, 'slack: handler failed')
    if (error.code !== ErrorCode.AuthorizationError) return
    const url = responseUrlOf(body)
    if (url === undefined) {
      untold.add(body)
      return
    }
    const cause = causeOf(error)
    const text = `${cause instanceof AppError ? cause.forPerson : NO_TOKEN} Reference: ${number}`
    try {
      await respondTo(url, fetch)({ response_type: 'ephemeral', replace_original: false, text })
    } catch (deaf) {
      untold.add(body)
      log.error({ err: deaf, reference: number }, 'slack: person could not be told')
    }
  }
}

/** The AppError inside Bolt's and the installer's wrappings, else the innermost error. */
export function causeOf(error: unknown): unknown {
  let cause = error
  for (let depth = 0; depth < 5 && cause instanceof Error && !(cause instanceof AppError); depth += 1) {
    const inner: unknown = Reflect.get(cause, 'original') ?? cause.cause
    if (!(inner instanceof Error)) break
    cause = inner
  }
  return cause
}

/** Commands, controls and shortcuts carry one; a form remembers the one of the command that opened it. */
function responseUrlOf(body: object): string | undefined {
  const url: unknown = Reflect.get(body, 'response_url')
  if (typeof url === 'string') return url
  const view: unknown = Reflect.get(body, 'view')
  const metadata: unknown =
    typeof view === 'object' && view !== null ? Reflect.get(view, 'private_metadata') : undefined
  return typeof metadata === 'string' ? readOrigin(metadata).respondTo : undefined
}
