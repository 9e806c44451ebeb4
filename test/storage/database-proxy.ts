// A forwarding TCP proxy before PostgreSQL, for the ways in which a database is away: refusing, cut off, silent.

import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

export class DatabaseProxy {
  readonly #target: URL
  readonly #sockets = new Set<Socket>()
  #server: Server | undefined
  #port = 0
  #silent = false
  /** Connections that were tried since the proxy was made. */
  attempts = 0

  constructor(databaseUrl: string) {
    this.#target = new URL(databaseUrl)
  }

  /** The database's address by way of the proxy; stays the same when the proxy closes and opens. */
  get url(): string {
    const url = new URL(this.#target)
    url.hostname = '127.0.0.1'
    url.port = String(this.#port)
    return url.href
  }

  async open(): Promise<void> {
    this.#server = createServer((client) => this.#forward(client)).listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (typeof address === 'object' && address) this.#port = address.port
  }

  /** Cuts every connection and refuses new ones. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.resetAndDestroy()
    if (!this.#server?.listening) return
    this.#server.close()
    await once(this.#server, 'close')
  }

  /** Accepts and says nothing, on connections that there are and new ones, as a network does that drops packets. */
  silence(): void {
    this.#silent = true
    for (const socket of this.#sockets) socket.pause()
  }

  /** Serves new connections again; those that fell silent stay so. */
  speak(): void {
    this.#silent = false
  }

  #forward(client: Socket): void {
    this.attempts++
    this.#keep(client)
    if (this.#silent) {
      client.pause()
      return
    }
    const server = connect(Number(this.#target.port), this.#target.hostname)
    this.#keep(server)
    client.pipe(server)
    server.pipe(client)
    // A silent network does not pass the end on either.
    client.on('close', () => this.#silent || server.destroy())
    server.on('close', () => this.#silent || client.destroy())
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => this.#sockets.delete(socket))
  }
}
