// Every call to Teams goes through here: paced per conversation, tried again with jitter where that does no harm
// twice, and refused by status code in our own terms.

import type { Clock } from '../../src/ports/clock.ts'
import { ConnectorFailure, failureOf } from './connector-failure.ts'
import { createExchange, type Exchange } from './exchange.ts'
import { CONVERSATION_WINDOWS, Pacer, TENANT_WINDOWS, type Wait } from './pacer.ts'
import type { Place } from './place.ts'
import { field, text } from './read-json.ts'
import type { AppToken } from './wall/app-token.ts'

/** What is sent: a message of ours as Teams wants it. */
export type OutgoingActivity = Readonly<Record<string, unknown>>

export interface Patience {
  /** Milliseconds that one try may take. Default 10 s. */
  readonly timeoutMs?: number
  /** Tries in all. Default 4. */
  readonly tries?: number
  readonly wait?: Wait
  readonly exchange?: Exchange
  /** 0 to 1, for the jitter. */
  readonly random?: () => number
}

export type Target = Pick<Place, 'tenant' | 'conversation' | 'channel' | 'serviceUrl'>

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly body?: OutgoingActivity
}

/** The call was not carried out when these come back: even creating may be tried again. */
const NOT_DONE = new Set([429, 412])
/** Somebody between us and Teams gave up: only what is the same done twice is tried again. */
const PERHAPS_DONE = new Set([502, 504])
/** Before these the request never left this machine. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])
const FIRST_PAUSE = 300
/** The longest Retry-After that is waited for, in milliseconds. */
const LONGEST_PAUSE = 60_000

export class Connector {
  readonly #token: AppToken
  readonly #patience: Required<Patience>
  readonly #conversations: Pacer
  readonly #tenants: Pacer

  constructor(token: AppToken, clock: Clock, patience: Patience = {}) {
    this.#token = token
    this.#patience = {
      timeoutMs: 10_000,
      tries: 4,
      wait: pause,
      exchange: createExchange(),
      random: Math.random,
      ...patience,
    }
    this.#conversations = new Pacer(CONVERSATION_WINDOWS, clock)
    this.#tenants = new Pacer(TENANT_WINDOWS, clock)
  }

  /** Posts a message, as a reply where one is named. Resolves to its id. Rejects with ConnectorFailure. */
  async create(target: Target, activity: OutgoingActivity, replyTo?: string): Promise<string> {
    const url = `${activitiesOf(target)}${replyTo ? `/${encodeURIComponent(replyTo)}` : ''}`
    const reply = replyTo ? { ...activity, replyToId: replyTo } : activity
    return text(await this.#paced(target, { method: 'POST', url, body: reply }), 'id') ?? ''
  }

  /** Puts a message in the place of an earlier one of ours. Rejects with ConnectorFailure. */
  async update(target: Target, id: string, activity: OutgoingActivity): Promise<void> {
    const url = `${activitiesOf(target)}/${encodeURIComponent(id)}`
    await this.#paced(target, { method: 'PUT', url, body: { ...activity, id } })
  }

  /** Reads, e.g. `v3/teams/ID`. Rejects with ConnectorFailure. */
  async read(serviceUrl: string, path: string): Promise<unknown> {
    return this.#call({ method: 'GET', url: `${rootOf(serviceUrl)}${path}` })
  }

  async #paced(target: Target, call: Call): Promise<unknown> {
    // Channels count as one conversation, whatever thread is answered.
    const waits = [
      this.#conversations.reserve(`${target.tenant}/${target.channel}`),
      this.#tenants.reserve(target.tenant),
    ]
    const away = Math.max(...waits)
    if (away > 0) await this.#patience.wait(away)
    return this.#call(call)
  }

  async #call(call: Call): Promise<unknown> {
    const { tries, random, wait } = this.#patience
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#once(call)
      if ('body' in outcome) return outcome.body
      const jittered = FIRST_PAUSE * 2 ** attempt * (0.5 + random())
      const delay = mayRepeat(call, outcome.failure) ? (outcome.failure.retryAfterMs ?? 0) + jittered : undefined
      if (delay === undefined || attempt >= tries || delay > LONGEST_PAUSE) throw outcome.failure
      await wait(delay)
    }
  }

  async #once({
    method,
    url,
    body,
  }: Call): Promise<{ readonly body: unknown } | { readonly failure: ConnectorFailure }> {
    const token = await this.#token()
    const { exchange, timeoutMs } = this.#patience
    try {
      const answer = await exchange(url, {
        method,
        headers: {
          ...(body ? { 'Content-Type': 'application/json; charset=utf-8' } : {}),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        timeoutMs,
      })
      const said = parsed(answer.body)
      const isDone = answer.status >= 200 && answer.status < 300
      return isDone ? { body: said } : { failure: failureOf(answer, said, method) }
    } catch (error) {
      return { failure: new ConnectorFailure({ kind: neverSent(error) ? 'unsent' : 'uncertain' }, { cause: error }) }
    }
  }
}

function mayRepeat({ method }: Call, { kind, status }: ConnectorFailure): boolean {
  if (kind === 'unsent' || (status !== undefined && NOT_DONE.has(status))) return true
  if (method === 'POST') return false
  return status === undefined ? kind === 'uncertain' : PERHAPS_DONE.has(status)
}

function rootOf(serviceUrl: string): string {
  return serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`
}

function activitiesOf({ serviceUrl, conversation }: Target): string {
  return `${rootOf(serviceUrl)}v3/conversations/${encodeURIComponent(conversation)}/activities`
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function neverSent(error: unknown): boolean {
  return NEVER_SENT.has(String(field(error, 'code')))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
