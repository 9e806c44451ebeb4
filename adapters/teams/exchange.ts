// One HTTP exchange over kept connections. Node's own client: `fetch` takes twice the time for a call this small.

import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

export interface Sent {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds for all of it. */
  readonly timeoutMs: number
}

export interface Received {
  readonly status: number
  /** The header of that name, which Teams sends with a 429. */
  readonly retryAfter?: string
  readonly body: string
}

/** Follows no redirect: our token would go along. Rejects with Node's error when there is no answer. */
export type Exchange = (url: string, sent: Sent) => Promise<Received>

/** An idle connection is let go before the other side does, so that a message is never written into a closed one. */
const IDLE_MS = 15_000
/** Answers of Teams are short; more is not read. */
const LONGEST = 1_000_000

/** An exchange with connections of its own. */
export function createExchange(): Exchange {
  const options = { keepAlive: true, timeout: IDLE_MS }
  const [http, https] = [new HttpAgent(options), new HttpsAgent(options)]
  return (url, { method, headers, body, timeoutMs }) =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeoutMs)
      const plain: RequestOptions = { method, headers: { ...headers, ...lengthOf(body) }, signal }
      const answered = (response: IncomingMessage) => receive(response).then(resolve, reject)
      const call = url.startsWith('https:')
        ? httpsRequest(url, { ...plain, agent: https }, answered)
        : httpRequest(url, { ...plain, agent: http }, answered)
      call.on('error', reject)
      call.end(body)
    })
}

function lengthOf(body: string | undefined): Readonly<Record<string, number>> {
  return body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
}

async function receive(response: IncomingMessage): Promise<Received> {
  const { statusCode = 0, headers } = response
  response.setEncoding('utf8')
  let body = ''
  for await (const piece of response) {
    body += String(piece)
    if (body.length > LONGEST) throw new Error('an answer too long')
  }
  const retryAfter = headers['retry-after']
  return { status: statusCode, body, ...(retryAfter === undefined ? {} : { retryAfter }) }
}
