// What stands behind a response_url: keeps what was said there.

import { createServer, type Server } from 'node:http'

export interface Said {
  readonly path: string
  readonly text: string
  readonly at: number
}

export class ResponseSink {
  readonly #server: Server
  readonly said: Said[] = []

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(): Promise<ResponseSink> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
        const text: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'text') : undefined
        sink.said.push({ path: request.url ?? '', text: String(text), at: performance.now() })
        response.end('ok')
      })
    })
    const sink = new ResponseSink(server)
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    return sink
  }

  get url(): string {
    const bound = this.#server.address()
    return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
