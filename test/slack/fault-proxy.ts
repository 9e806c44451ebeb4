// A forwarding proxy of our own between bot and peer, because the peer never fails: it delays, cuts, refuses and
// repeats, in both directions, and writes down all that passes. Deliveries are signed anew with the app's secret,
// because their response_url is led through here as well.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Delivered, deliverSigned, type Signing } from './signed.ts'

/** What happens to the next calls whose address matches. */
export interface Fault {
  readonly on: RegExp
  /** Calls it happens to. Default 1. */
  readonly times?: number
  /** Answer with this instead of forwarding. */
  readonly status?: number
  readonly retryAfter?: number
  /** Cut the connection: `before` the peer has it, or `after`, when only its answer is lost. */
  readonly cut?: 'before' | 'after'
  readonly delayMs?: number
}

export interface Passed {
  readonly path: string
  readonly body: string
  readonly status: number
}

/** Hands one delivery to the bot; resolves to its status and how long it took. */
export type Deliver = (retry?: number) => Promise<Delivered>

export class FaultProxy {
  readonly #server: Server
  readonly #faults: { readonly fault: Fault; left: number }[] = []
  /** Calls of the bot, in order. */
  readonly calls: Passed[] = []
  /** How deliveries reach the bot; by default once, at once. */
  onDelivery: (deliver: Deliver) => Promise<void> = async (deliver) => {
    await deliver()
  }
  peerUrl = ''
  /** Where replicas listen; a delivery goes to the first. */
  botUrls: string[] = []
  /** The last delivery's body and type, to send again by hand. */
  last: { readonly body: string; readonly type: string } | undefined

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(): Promise<FaultProxy> {
    const server = createServer((request, response) => {
      proxy.#pass(request, response).catch(() => response.destroy())
    })
    const proxy = new FaultProxy(server)
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    return proxy
  }

  get url(): string {
    const bound = this.#server.address()
    return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  }

  fail(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#faults.push({ fault, left: fault.times ?? 1 })
  }

  reset(): void {
    this.#faults.length = 0
    this.calls.length = 0
    this.onDelivery = async (deliver) => {
      await deliver()
    }
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** Sends a body to a replica as Slack would, signed at `at` (seconds) with `secret`. */
  deliver(
    body: string,
    type: string,
    { replica = 0, ...signing }: Signing & { readonly replica?: number } = {},
  ): Promise<Delivered> {
    return deliverSigned(this.botUrls[replica] ?? '', body, type, signing)
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const path = request.url ?? '/'
    if (path.startsWith('/slack/events')) {
      const type = request.headers['content-type'] ?? 'application/json'
      const led = this.#ledThroughHere(body)
      this.last = { body: led, type }
      // The peer is answered at once: what becomes of the delivery is the test's.
      response.writeHead(200).end()
      await this.onDelivery((retry) => this.deliver(led, type, { retry }))
      return
    }
    const fault = this.#take(path)
    if (fault?.delayMs) await pause(fault.delayMs)
    if (fault?.cut === 'before') return this.#cut(path, body, response)
    if (fault?.status) {
      this.calls.push({ path, body, status: fault.status })
      const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }
      response.writeHead(fault.status, headers).end(JSON.stringify({ ok: false, error: 'fault' }))
      return
    }
    const passed = await fetch(`${this.peerUrl}${path}`, {
      method: request.method ?? 'POST',
      headers: headersOf(request),
      ...(body ? { body } : {}),
    })
    const answer = await passed.text()
    if (fault?.cut === 'after') return this.#cut(path, body, response)
    this.calls.push({ path, body, status: passed.status })
    response
      .writeHead(passed.status, { 'Content-Type': passed.headers.get('content-type') ?? 'text/plain' })
      .end(answer)
  }

  #cut(path: string, body: string, response: ServerResponse): void {
    this.calls.push({ path, body, status: 0 })
    response.destroy()
  }

  #take(path: string): Fault | undefined {
    const found = this.#faults.find(({ fault, left }) => left > 0 && fault.on.test(path))
    if (found) found.left -= 1
    return found?.fault
  }

  #ledThroughHere(body: string): string {
    return body
      .replaceAll(`${this.peerUrl}/_hooks`, `${this.url}/_hooks`)
      .replaceAll(encodeURIComponent(`${this.peerUrl}/_hooks`), encodeURIComponent(`${this.url}/_hooks`))
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const kept = ['authorization', 'content-type']
  return Object.fromEntries(kept.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
