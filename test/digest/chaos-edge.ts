// What stands between two replicas and the platforms in the chaos test: it hands out the time in step, forwards to the
// peers, loses answers, refuses, and kills whom it serves. A replica is known by the token that it shows.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const REPLICA = fileURLToPath(new URL('replica.ts', import.meta.url))
/** Steps of a run lie within this many milliseconds. */
const RUN = 60
/** Replicas that run at the same time, and how many processes there are: who dies is replaced at once. */
const REPLICAS = 2
const READY = 4

/** Roots of the peers, without a trailing slash. */
export interface Peers {
  readonly slack: string
  readonly teams: string
}

export class ChaosEdge {
  kills = 0
  /** Requests that ended badly. */
  faults = 0
  /** 0 to 1: how likely a request ends badly. */
  risk = 0
  readonly #peers: Peers
  readonly #random: () => number
  readonly #databaseUrl: string
  readonly #replicas = new Map<string, ChildProcess>()
  readonly #waiting = new Map<string, ServerResponse>()
  readonly #busy = new Set<string>()
  /** The peer keeps no metadata of messages: it is kept here, and added to what the peer shows, as Slack does. */
  readonly #metadata = new Map<string, unknown>()
  #wake = () => {}
  #spawned = 0
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch(() => response.destroy())
  })

  constructor(peers: Peers, databaseUrl: string, random: () => number) {
    this.#peers = peers
    this.#databaseUrl = databaseUrl
    this.#random = random
  }

  get url(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  /** Gives the time to two living replicas that have nothing else to do, and waits until all have done their work, or died. */
  async step(now: Date): Promise<void> {
    while (this.#replicas.size < READY) this.#spawn()
    await this.#until(() => this.#waiting.size >= REPLICAS)
    for (const [name, response] of [...this.#waiting].slice(0, REPLICAS)) {
      this.#waiting.delete(name)
      this.#busy.add(name)
      response.end(now.toISOString())
      // Anywhere between two of its steps.
      if (this.#random() < this.risk) setTimeout(() => this.#kill(name), this.#random() * RUN)
    }
    await this.#until(() => this.#busy.size === 0)
  }

  /** Nothing of the day before is looked for any more. */
  forget(): void {
    this.#metadata.clear()
  }

  async stop(): Promise<void> {
    this.risk = 0
    const ended = [...this.#replicas.values()].map((child) => once(child, 'exit'))
    for (const child of this.#replicas.values()) child.kill('SIGKILL')
    await Promise.all(ended)
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    }
  }

  #spawn(): void {
    const name = `replica-${++this.#spawned}`
    const child = spawn(process.execPath, [REPLICA, this.url, this.#databaseUrl, name], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'raci-chaos-cache') },
    })
    this.#replicas.set(name, child)
    child.on('exit', () => {
      this.#replicas.delete(name)
      this.#waiting.delete(name)
      this.#busy.delete(name)
      this.#wake()
    })
  }

  #kill(name: string): void {
    if (this.#replicas.get(name)?.kill('SIGKILL')) this.kills++
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    const name = (request.headers.authorization ?? '').replace('Bearer ', '')
    if (path === '/clock') {
      this.#busy.delete(name)
      this.#waiting.set(name, response)
      this.#wake()
      return
    }
    const body = await bodyOf(request)
    // Drawn first: the order of requests is all that differs between two runs of the same seed.
    const fate = this.#random() < this.risk ? Math.floor(this.#random() * 4) : -1
    if (fate >= 0) this.faults++
    if (fate === 0) return this.#kill(name)
    if (fate === 1) return void response.writeHead(500).end()
    const passed = path.startsWith('/slack/')
      ? await this.#slack(path, body, name)
      : await this.#teams(path, body, name)
    if (fate === 2) this.#kill(name)
    else if (fate === 3) response.destroy()
    else response.writeHead(passed.status, { 'Content-Type': 'application/json' }).end(passed.text)
  }

  async #teams(path: string, body: string, name: string): Promise<Passed> {
    return pass(`${this.#peers.teams}${path.slice('/teams'.length)}`, body, 'application/json', name)
  }

  async #slack(path: string, body: string, name: string): Promise<Passed> {
    const form = new URLSearchParams(body)
    // The peer's clock is the machine's: mornings of another time cannot be told apart by it.
    form.delete('oldest')
    const address = `${this.#peers.slack}${path.slice('/slack'.length)}`
    const passed = await pass(address, form.toString(), 'application/x-www-form-urlencoded', name)
    const said: unknown = JSON.parse(passed.text)
    if (path.endsWith('/chat.postMessage')) this.#metadata.set(nameOf(said), JSON.parse(form.get('metadata') ?? 'null'))
    return { ...passed, text: JSON.stringify(this.#withMetadata(said, form.get('channel') ?? '')) }
  }

  #withMetadata(said: unknown, channel: string): unknown {
    const messages: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'messages') : undefined
    if (!Array.isArray(messages)) return said
    const whole = messages.map((message: object) => ({
      ...message,
      metadata: this.#metadata.get(nameOf(message, channel)),
    }))
    return { ...Object(said), messages: whole }
  }
}

interface Passed {
  readonly status: number
  readonly text: string
}

async function pass(address: string, body: string, type: string, name: string): Promise<Passed> {
  const headers = { 'Content-Type': type, Authorization: `Bearer ${name}` }
  const passed = await fetch(address, { method: 'POST', headers, body })
  return { status: passed.status, text: await passed.text() }
}

/** A message in its channel. */
function nameOf(said: unknown, channel?: string): string {
  const of = typeof said === 'object' && said !== null ? said : {}
  return `${channel ?? Reflect.get(of, 'channel')}/${Reflect.get(of, 'ts')}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
