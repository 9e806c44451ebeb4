// A real HTTP server that plays a source: what it answers is set by the test, what it was asked is kept.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Reply = (request: IncomingMessage, response: ServerResponse) => void

export interface SourceServer {
  readonly url: string
  readonly asked: readonly IncomingMessage[]
  reply: Reply
  close(): Promise<void>
}

/** Listens on a free port of this machine. */
export async function startSourceServer(reply: Reply): Promise<SourceServer> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    playing.reply(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const playing: SourceServer = {
    url: `http://127.0.0.1:${port}`,
    asked,
    reply,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return playing
}

/** Answers with a body, and 304 to who knows its version. */
export function body(text: string, type = 'application/json', etag?: string): Reply {
  return (request, response) => {
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304).end()
      return
    }
    response.writeHead(200, { 'content-type': type, ...(etag === undefined ? {} : { etag }) }).end(text)
  }
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return (_, response) => {
    response.writeHead(code, headers).end()
  }
}

/** More bytes than anybody should read, sent as fast as they are taken. */
export function flood(bytes: number, type = 'application/json'): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': type })
    const chunk = Buffer.alloc(64 * 1024, ' ')
    let left = bytes
    const send = () => {
      while (left > 0 && !response.destroyed) {
        left -= chunk.length
        if (!response.write(chunk)) return response.once('drain', send)
      }
      return response.end()
    }
    send()
  }
}
