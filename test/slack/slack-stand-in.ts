// What stands for Slack where a process is killed: its api and the response_urls behind it. Says yes to every call,
// and can be told to leave one without an answer.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export interface Heard {
  /** `chat.postMessage`, or the last part of a response_url. */
  readonly on: string
  /** All that a person would read, and what is not looked at. */
  readonly body: string
}

export class SlackStandIn {
  readonly heard: Heard[] = []
  readonly #server: Server
  readonly #hanging: ServerResponse[] = []
  #hangsOn: string | undefined

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(): Promise<SlackStandIn> {
    const server = createServer((request, response) => {
      bodyOf(request).then((body) => slack.#hear(request.url?.split('/').at(-1) ?? '', body, response))
    })
    const slack = new SlackStandIn(server)
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    return slack
  }

  get url(): string {
    const bound = this.#server.address()
    return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  }

  /** The next call of the method gets no answer, until `letGo`. */
  hangOn(method: string): void {
    this.#hangsOn = method
  }

  get isHanging(): boolean {
    return this.#hanging.length > 0
  }

  letGo(): void {
    for (const response of this.#hanging.splice(0)) response.end(YES)
  }

  /** What was said in answer: to response_urls, in channels, and to one person alone. */
  said(on: RegExp = /^(?!auth\.|conversations\.)/u): readonly Heard[] {
    return this.heard.filter((one) => on.test(one.on))
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #hear(on: string, body: string, response: ServerResponse): void {
    this.heard.push({ on, body })
    response.setHeader('Content-Type', 'application/json')
    if (on !== this.#hangsOn) {
      response.end(YES)
      return
    }
    this.#hangsOn = undefined
    this.#hanging.push(response)
  }
}

const YES = JSON.stringify({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1', ts: '9.9' })

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return decodeURIComponent(
    Buffer.concat(parts)
      .toString('utf8')
      .replaceAll('+', ' ')
      .replaceAll(/%(?![0-9A-F]{2})/giu, '%25'),
  )
}
