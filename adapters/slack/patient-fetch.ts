// Every call to Slack goes through here: a 429 is waited out, a 5xx or a cut connection is tried again with
// jitter where the call does no harm twice. Posting a message is not such a call: Slack may have posted it.

import type { FetchFunction } from '@slack/web-api'
import { pause } from './lifeline.ts'

type FetchResponse = Awaited<ReturnType<FetchFunction>>
type FetchRequestInit = NonNullable<Parameters<FetchFunction>[1]>

export interface Patience {
  /** Milliseconds that one try may take. Default 10 s. */
  readonly timeoutMs?: number
  /** Tries in all. Default 4. */
  readonly tries?: number
  /** The longest Retry-After that is waited for, in milliseconds. Default 2 minutes. */
  readonly longestWaitMs?: number
  readonly wait?: (ms: number) => Promise<void>
  readonly fetch?: FetchFunction
  /** 0 to 1, for the jitter. */
  readonly random?: () => number
}

/** Methods that may be called twice with the same outcome; `views.open` because its trigger works only once. */
const REPEATABLE = new Set([
  'auth.test',
  'apps.connections.open',
  'conversations.info',
  'chat.update',
  'views.open',
  'views.update',
  'views.publish',
])

/** Before these the request never left this machine. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

const FIRST_PAUSE = 200

export function patientFetch(patience: Patience = {}): FetchFunction {
  const { tries = 4, wait = pause, fetch = globalThis.fetch, random = Math.random } = patience
  const { timeoutMs = 10_000, longestWaitMs = 120_000 } = patience
  return async (url, init = {}) => {
    const repeatable = isRepeatable(String(url), init)
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await tryOnce(fetch, url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
      const delay = delayAfter(outcome, repeatable, FIRST_PAUSE * 2 ** attempt * (0.5 + random()))
      if (delay === undefined || attempt >= tries || delay > longestWaitMs) {
        if ('error' in outcome) throw outcome.error
        return outcome.response
      }
      await wait(delay)
    }
  }
}

type Outcome = { readonly response: FetchResponse } | { readonly error: unknown }

async function tryOnce(fetch: FetchFunction, url: string | URL, init: FetchRequestInit): Promise<Outcome> {
  try {
    return { response: await fetch(url, init) }
  } catch (error) {
    return { error }
  }
}

/** How long to wait before the next try; undefined when there should be none. */
function delayAfter(outcome: Outcome, repeatable: boolean, jittered: number): number | undefined {
  if ('error' in outcome) return repeatable || neverSent(outcome.error) ? jittered : undefined
  const { status, headers } = outcome.response
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? 1)
    return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000
  }
  return status >= 500 && repeatable ? jittered : undefined
}

/** By the method at the end of the address; a response_url repeats harmlessly when it replaces or deletes. */
function isRepeatable(url: string, { body }: FetchRequestInit): boolean {
  const method = /\/api\/([a-z.A-Z]+)$/u.exec(url)?.[1]
  if (method !== undefined) return REPEATABLE.has(method)
  return typeof body === 'string' && /"(?:replace|delete)_original":true/u.test(body)
}

function neverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause && NEVER_SENT.has(String(cause.code))
}
