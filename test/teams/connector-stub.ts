// The connector of the Bot Framework as far as a bot uses it, over HTTP, with faults that can be switched on.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import { field, text } from '../../adapters/teams/read-json.ts'

export interface Call {
  readonly method: string
  /** Decoded, without the root. */
  readonly path: string
  readonly authorization: string | undefined
  readonly body: unknown
}

/** Answers the next call that it is for, instead of taking the message. */
export interface Fault {
  readonly status: number
  readonly code?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The message is taken all the same: only the answer is lost. */
  readonly taken?: boolean
  /** No answer at all. */
  readonly silent?: boolean
}

export interface Message {
  readonly id: string
  readonly conversation: string
  readonly replyTo?: string
  activity: unknown
}

export class ConnectorStub {
  readonly calls: Call[] = []
  readonly messages: Message[] = []
  /** Each is used once, in order, by the calls that post or change something. */
  readonly faults: Fault[] = []
  /** What a GET is answered with, by path. */
  readonly readable = new Map<string, object>()
  readonly #server: Server
  #ids = 0

  constructor() {
    this.#server = createServer((request, response) => {
      readBody(request).then((body) => {
        const { status, headers = {}, said, silent } = this.#answer(request, body)
        if (silent) return
        response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(said))
      })
    })
  }

  /** Starts; the url is the serviceUrl of activities. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this.url
  }

  get url(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/teams/`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** As if just started. */
  reset(): void {
    for (const list of [this.calls, this.messages, this.faults]) list.length = 0
    this.readable.clear()
    this.#ids = 0
  }

  #answer(request: IncomingMessage, body: unknown): Fault & { readonly said: object } {
    const path = decodeURIComponent((request.url ?? '').replace(/^\/teams\//u, ''))
    const { method = '' } = request
    const call = { method, path, authorization: request.headers.authorization, body }
    if (method === 'GET') {
      const known = this.readable.get(path)
      return known ? { status: 200, said: known } : { status: 404, said: {} }
    }
    this.calls.push(call)
    const fault = this.faults.shift()
    if (!fault || fault.taken) {
      const id = this.#take(call)
      if (!fault) return { status: method === 'POST' ? 201 : 200, said: { id } }
    }
    return { ...fault, said: { error: { code: fault.code ?? 'Fault', message: 'switched on' } } }
  }

  #take({ method, path, body }: Call): string {
    const [, conversation = '', replyTo] = /^v3\/conversations\/([^/]+)\/activities(?:\/(.+))?$/u.exec(path) ?? []
    const changed = method === 'PUT' ? this.messages.find(({ id }) => id === replyTo) : undefined
    if (changed) changed.activity = body
    if (method === 'PUT') return replyTo ?? ''
    this.#ids += 1
    const id = `m${this.#ids}`
    this.messages.push({ id, conversation, activity: body, ...(replyTo ? { replyTo } : {}) })
    return id
  }
}

/** The card of a message. */
export function cardIn(activity: unknown): unknown {
  return field(activity, 'attachments', '0', 'content')
}

/** All words of a card or message, in their order. */
export function wordsIn(value: unknown): string {
  return textsOf(value).join('\n')
}

const SPOKEN = new Set(['text', 'title', 'value'])

function textsOf(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string') return SPOKEN.has(name) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'data' || key === 'speak' || key === 'fallback' ? [] : textsOf(inner, key === 'inlines' ? 'text' : key),
  )
}

/** Every object of the type in a card, at any depth but not in fallbacks. */
export function ofType(value: unknown, type: string): readonly object[] {
  if (Array.isArray(value)) return value.flatMap((one) => ofType(one, type))
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, inner]) => (key === 'fallback' ? [] : ofType(inner, type)))
  return text(value, 'type') === type ? [value, ...below] : below
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks).toString('utf8')
  return body ? JSON.parse(body) : undefined
}
