// The platform and the clock of the chaos test: it hands out the time in step, and kills whom it serves.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'

const REPLICA = fileURLToPath(new URL('replica.ts', import.meta.url))

export class ChaosPlatform {
  /** How often each message arrived. */
  readonly arrived = new Map<string, number>()
  kills = 0
  /** 0 to 1: how likely a request ends badly. */
  risk = 0
  readonly #random: () => number
  readonly #databaseUrl: string
  readonly #replicas = new Map<string, ChildProcess>()
  readonly #waiting = new Map<string, ServerResponse>()
  #wake = () => {}
  #spawned = 0
  readonly #server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://platform')
    this.#serve(url.pathname, url.searchParams.get('key') ?? '', String(request.headers.replica), response)
  })

  constructor(databaseUrl: string, random: () => number) {
    this.#databaseUrl = databaseUrl
    this.#random = random
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  /** Gives the time to two living replicas that have nothing else to do, and waits until all have done their work, or died. */
  async step(now: Date): Promise<void> {
    while (this.#replicas.size < 2) this.#spawn()
    await this.#idle()
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const [name, response] of waiting) {
      response.end(now.toISOString())
      // Anywhere between two of its steps.
      if (this.#random() < this.risk / 2) setTimeout(() => this.#kill(name), this.#random() * 40)
    }
    await this.#idle()
  }

  async stop(): Promise<void> {
    this.risk = 0
    const ended = [...this.#replicas.values()].map((child) => once(child, 'exit'))
    for (const name of this.#replicas.keys()) this.#kill(name)
    await Promise.all(ended)
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #idle(): Promise<void> {
    while (this.#waiting.size < this.#replicas.size) {
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    }
  }

  #spawn(): void {
    const name = `replica-${++this.#spawned}`
    const address = this.#server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const child = spawn(process.execPath, [REPLICA, `http://127.0.0.1:${port}`, this.#databaseUrl, name], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    this.#replicas.set(name, child)
    child.on('exit', () => {
      this.#replicas.delete(name)
      this.#waiting.delete(name)
      this.#wake()
    })
  }

  #kill(name: string): void {
    if (this.#replicas.get(name)?.kill('SIGKILL')) this.kills++
  }

  #serve(path: string, key: string, name: string, response: ServerResponse): void {
    if (path === '/clock') {
      this.#waiting.set(name, response)
      this.#wake()
      return
    }
    const fate = this.#random() < this.risk ? Math.floor(this.#random() * 4) : -1
    if (fate === 1) response.writeHead(500).end()
    else if (fate !== 0) this.#arrive(path, key, response, fate === -1)
    if (fate === 0 || fate === 2) this.#kill(name)
    if (fate === 3) response.destroy()
  }

  #arrive(path: string, key: string, response: ServerResponse, isAnswered: boolean): void {
    if (path === '/post') this.arrived.set(key, (this.arrived.get(key) ?? 0) + 1)
    if (isAnswered) response.end(path === '/post' ? 'posted' : String(this.arrived.get(key) ?? ''))
  }
}
