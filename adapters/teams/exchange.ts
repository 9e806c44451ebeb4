// One HTTP exchange over kept connections. Node's own client with as little round it as can be: `fetch` takes twice
// the time for a call this small, and an abort signal, an asynchronous iterator and a parsed address a call a fifth.

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
  const addressOf = createAddresses()
  return (url, { method, headers, body, timeoutMs }) =>
    new Promise((resolve, reject) => {
      const address = addressOf(url)
      const plain: RequestOptions = { ...address, method, headers: { ...headers, ...lengthOf(body) } }
      const call =
        address.protocol === 'https:'
          ? httpsRequest({ ...plain, agent: https })
          : httpRequest({ ...plain, agent: http })
      const end = (error?: unknown): void => {
        clearTimeout(late)
        if (error === undefined) return
        reject(error)
        call.destroy()
      }
      const late = setTimeout(() => end(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
      call.on('error', end)
      call.on('response', (response) => {
        receive(
          response,
          (received) => {
            end()
            resolve(received)
          },
          end,
        )
      })
      call.end(body)
    })
}

function lengthOf(body: string | undefined): Readonly<Record<string, number>> {
  return body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
}

function receive(
  response: IncomingMessage,
  received: (answer: Received) => void,
  failed: (error: Error) => void,
): void {
  const { statusCode: status = 0, headers } = response
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (piece: string) => {
    body += piece
    if (body.length > LONGEST) failed(new Error('an answer too long'))
  })
  response.on('error', failed)
  response.on('end', () => {
    const retryAfter = headers['retry-after']
    received({ status, body, ...(retryAfter === undefined ? {} : { retryAfter }) })
  })
}

interface Address {
  readonly protocol: string
  readonly hostname: string
  readonly port: string
  readonly path: string
}

/** Hosts remembered: Teams has one a region. */
const HOSTS = 100
/** A path that stands in a URL as it is: nothing to encode, no dots to walk, no fragment to leave out. */
const PLAIN = /^(?<host>https?:\/\/[a-z\d.:-]+)(?<path>\/(?!.*\/\.)[\w\-.~%!$&'()*+,;=:@/?]*)$/iu

/** Reads addresses as `URL` does, and those that need no reading by the host that was read before. */
function createAddresses(): (url: string) => Address {
  const hosts = new Map<string, Omit<Address, 'path'>>()
  return (url) => {
    const { host = '', path = '' } = PLAIN.exec(url)?.groups ?? {}
    const known = hosts.get(host)
    if (known) return { ...known, path }
    const { protocol, hostname, port, pathname, search } = new URL(url)
    // IPv6 goes without the brackets.
    const read = { protocol, hostname: hostname.replace(/^\[|\]$/gu, ''), port }
    if (hosts.size >= HOSTS) hosts.clear()
    if (host) hosts.set(host, read)
    return { ...read, path: `${pathname}${search}` }
  }
}
