// Stands between the bot and the peer in Socket Mode: hands out its own address for the connection, and cuts,
// silences or refuses it.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'

export class SocketProxy {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  readonly #peerUrl: string
  /** Connections that the bot has asked for. */
  asked = 0
  /** Calls that open a connection are refused while this is true. */
  refuses = false

  private constructor(server: Server, peerUrl: string) {
    this.#server = server
    this.#peerUrl = peerUrl
  }

  static async start(peerUrl: string): Promise<SocketProxy> {
    const server = createServer((request, response) => {
      proxy
        .#pass(request)
        .then(({ status, type, body }) => response.writeHead(status, { 'Content-Type': type }).end(body))
        .catch(() => response.destroy())
    })
    const proxy = new SocketProxy(server, peerUrl)
    server.on('upgrade', (request: IncomingMessage, socket: Socket) => proxy.#join(request, socket))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    return proxy
  }

  get url(): string {
    const bound = this.#server.address()
    return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  }

  /** Open connections of the bot. */
  get connections(): number {
    return this.#open.size
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const socket of this.#open) socket.destroy()
  }

  stop(): void {
    this.cut()
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #pass(request: IncomingMessage): Promise<{ status: number; type: string; body: string }> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const isOpening = request.url?.endsWith('/apps.connections.open')
    if (isOpening) this.asked += 1
    if (isOpening && this.refuses) return { status: 503, type: 'text/plain', body: '' }
    const passed = await fetch(`${this.#peerUrl}${request.url}`, {
      method: request.method ?? 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? 'application/x-www-form-urlencoded',
      },
      body: Buffer.concat(parts),
    })
    const body = (await passed.text()).replaceAll(this.#peerUrl.replace('http', 'ws'), this.url.replace('http', 'ws'))
    return { status: passed.status, type: passed.headers.get('content-type') ?? 'text/plain', body }
  }

  #join({ url, headers }: IncomingMessage, socket: Socket): void {
    const { hostname, port } = new URL(this.#peerUrl)
    const peer = connect(Number(port), hostname, () => {
      const lines = Object.entries({ ...headers, host: `${hostname}:${port}` }).map(
        ([name, value]) => `${name}: ${value}`,
      )
      peer.write(`GET ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      peer.pipe(socket)
      socket.pipe(peer)
    })
    this.#open.add(socket)
    socket.once('close', () => {
      this.#open.delete(socket)
      peer.destroy()
    })
    peer.once('close', () => socket.destroy())
    for (const end of [socket, peer]) end.on('error', () => end.destroy())
  }
}
