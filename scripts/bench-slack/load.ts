// Two kinds of load: as many as the app takes over a few connections, and so many a second whatever it takes.

import { Agent, request } from 'node:http'
import { type Command, newCommand } from './commands.ts'

const CONNECTIONS = 16

export interface Sent {
  readonly name: string
  /** Milliseconds of performance.now(). */
  readonly at: number
  readonly acknowledged: number
}

export class Load {
  /** Fresh for each load: an app closes connections that were idle for five seconds. */
  #agent = new Agent()
  readonly #port: number
  readonly #slackUrl: string

  constructor(port: number, slackUrl: string) {
    this.#port = port
    this.#slackUrl = slackUrl
  }

  /** Requests a second over so many milliseconds; each connection sends the next when it has an answer. */
  async flood(ms: number): Promise<number> {
    // Signed beforehand: the sender's work is no part of what is measured.
    const waiting = Array.from({ length: 8 * ms }, () => newCommand(this.#slackUrl))
    this.#connect()
    const begun = performance.now()
    const until = begun + ms
    let sent = 0
    const one = async () => {
      while (performance.now() < until) {
        const command = waiting.pop() ?? newCommand(this.#slackUrl)
        await this.#send(command)
        sent += 1
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, one))
    return (sent / (performance.now() - begun)) * 1_000
  }

  /** `count` requests, `perSecond` of them a second, none waiting for another. */
  async paced(count: number, perSecond: number): Promise<readonly Sent[]> {
    this.#connect()
    const begun = performance.now()
    const sending: Promise<Sent>[] = []
    for (let at = 0; at < count; at += 1) {
      await until(begun + (at * 1_000) / perSecond)
      sending.push(this.#send(newCommand(this.#slackUrl)))
    }
    return Promise.all(sending)
  }

  close(): void {
    this.#agent.destroy()
  }

  #connect(): void {
    this.#agent.destroy()
    this.#agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS * 4 })
  }

  #send({ name, body, headers }: Command): Promise<Sent> {
    const at = performance.now()
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, host: '127.0.0.1', port: this.#port, path: '/slack/events', headers }
      const sending = request({ ...options, method: 'POST' }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`refused with ${response.statusCode}`))
        response.resume()
        response.once('end', () => resolve({ name, at, acknowledged: performance.now() }))
      })
      sending.once('error', reject)
      sending.end(body)
    })
  }
}

async function until(at: number): Promise<void> {
  const left = at - performance.now()
  if (left > 0)
    await new Promise((resolve) => {
      setTimeout(resolve, left)
    })
}
