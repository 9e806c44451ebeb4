// Socket Mode hangs on one call, `apps.connections.open`. Slack's client gives up on it when Slack is down, and a
// bot that has given up is silent: here it is called until it works.

import type { FetchFunction } from '@slack/web-api'
import type { SlackLog } from './slack-log.ts'

type FetchResponse = Awaited<ReturnType<FetchFunction>>

/** Pauses between tries, in milliseconds: from one second to half a minute. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

export interface Lifeline {
  /** Rejects only what is no opening of a connection. */
  readonly fetch: FetchFunction
  /** Resolves when an opening has failed and goes on being tried. */
  readonly unreachable: Promise<void>
  /** No more tries. */
  stop(): void
}

export interface LifelineOptions {
  readonly fetch: FetchFunction
  readonly log: SlackLog
  readonly wait?: ((ms: number) => Promise<void>) | undefined
}

export function createLifeline({ fetch, log, wait = pause }: LifelineOptions): Lifeline {
  const unreachable = Promise.withResolvers<void>()
  let isStopped = false
  let hasOpened = false
  const open = async (...request: Parameters<FetchFunction>): Promise<FetchResponse> => {
    for (let delay = FIRST_PAUSE; ; delay = Math.min(2 * delay, LONGEST_PAUSE)) {
      const response = await tryOpen(fetch, request)
      const { refusal } = response
      // A token that is refused from the beginning is a mistake of the configuration, and told as such.
      if ('response' in response && (refusal === undefined || !hasOpened)) {
        hasOpened ||= refusal === undefined
        return response.response
      }
      log.warn({ reason: refusal, delay }, 'slack: Socket Mode cannot connect, trying again')
      unreachable.resolve()
      await wait(delay)
      // Nobody waits for the answer any more, and a rejection would reach nobody either.
      if (isStopped) return new Promise(() => undefined)
    }
  }
  return {
    fetch: (url, init) => (String(url).endsWith('/apps.connections.open') ? open(url, init) : fetch(url, init)),
    unreachable: unreachable.promise,
    stop() {
      isStopped = true
    },
  }
}

type Tried = { readonly response: FetchResponse; readonly refusal: string | undefined } | { readonly refusal: string }

/** What came of one try; `refusal` is why there is no connection. */
async function tryOpen(fetch: FetchFunction, request: Parameters<FetchFunction>): Promise<Tried> {
  try {
    const response = await fetch(...request)
    if (!response.ok) return { refusal: `status ${response.status}` }
    const text = await response.text()
    const said: unknown = JSON.parse(text)
    const error: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'error') : undefined
    const { status, statusText } = response
    const headers = Object.fromEntries(response.headers.entries())
    const refusal = typeof error === 'string' ? error : undefined
    return { response: new Response(text, { status, statusText, headers }), refusal }
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) }
  }
}

/** Does not keep a process alive that wants to end. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}
