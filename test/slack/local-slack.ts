// The peer: local-slack as a child process, driven and read as a person would. Without its binary the
// conversation tests are skipped with a visible line; in CI they fail.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'

const BINARY = fileURLToPath(new URL('../../node_modules/local-slack-linux-x64/bin/local-slack', import.meta.url))

/** True when the peer cannot run and need not: says so on standard error. */
export function isPeerMissing(): boolean {
  if (existsSync(BINARY) || process.env.CI) return false
  process.stderr.write('SKIPPED: Slack conversation tests, because local-slack is not installed (linux x64 only)\n')
  return true
}

export const IDS = {
  team: 'T0TEST',
  app: 'A0RACI',
  bot: 'U0RACIBOT',
  ada: 'U0ADA',
  ben: 'U0BEN',
  incident: 'C0INCIDENT',
  general: 'C0GENERAL',
} as const

export const SECRETS = { bot: 'xoxb-test', app: 'xapp-test', signing: 'local-signing-secret' } as const

export interface PeerMessage {
  readonly ts: string
  readonly thread_ts?: string
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly blocks?: readonly PeerBlock[]
  readonly subtype?: string
  readonly ephemeral_to?: string
}

/** Only what tests look at. */
export interface PeerBlock {
  readonly type: string
  readonly block_id?: string
  readonly text?: { readonly text: string }
  readonly fields?: readonly { readonly text: string }[]
  readonly elements?: readonly PeerElement[]
  readonly accessory?: PeerElement
}

export interface PeerElement {
  readonly type: string
  readonly action_id?: string
  readonly text?: { readonly text: string } | string
  readonly value?: string
  /** Of rich text. */
  readonly elements?: readonly PeerElement[]
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[]
}

export interface LogEntry {
  readonly direction: string
  readonly kind: string
  readonly summary: string
  readonly detail?: unknown
}

export class LocalSlack {
  readonly url: string
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.url = url
    this.#child = child
    this.#folder = folder
  }

  /** Starts the peer; `requestUrl` switches the app to signed HTTP. */
  static async start(requestUrl?: string, bot = 'raci'): Promise<LocalSlack> {
    if (!existsSync(BINARY)) throw new Error('local-slack is not installed: CI runs the conversation tests')
    const folder = mkdtempSync(join(tmpdir(), 'raci-slack-'))
    writeFileSync(join(folder, 'workspace.yaml'), stringify(workspace(requestUrl, bot)))
    const port = await freePort()
    const child = spawn(
      BINARY,
      ['--config', join(folder, 'workspace.yaml'), '--port', String(port), '--base-host', '127.0.0.1'],
      { stdio: 'ignore' },
    )
    const peer = new LocalSlack(`http://127.0.0.1:${port}`, child, folder)
    await eventually(async () => (await fetch(`${peer.url}/_control/state`)).ok || undefined)
    return peer
  }

  stop(): void {
    this.#child.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  reset(): Promise<unknown> {
    return this.#control('reset', {})
  }

  command(text: string, channel: string = IDS.general, user: string = IDS.ada): Promise<unknown> {
    return this.#control('command', { channel, user, command: '/raci', text })
  }

  async say(
    text: string,
    channel: string,
    more: { readonly user?: string; readonly thread_ts?: string } = {},
  ): Promise<PeerMessage> {
    const said = await this.#control('message', { channel, user: IDS.ada, text, ...more })
    return parsed<{ message: PeerMessage }>(said).message
  }

  /** Presses a control of a message as the page does. */
  press(
    message: PeerMessage,
    block: PeerBlock,
    element: PeerElement,
    user: string = IDS.ada,
    option?: string,
  ): Promise<unknown> {
    const { action_id, type, value, text } = element
    const picked = element.options?.find((one) => one.text.text.includes(option ?? ''))
    return this.#control('interact', {
      channel: message.channel,
      messageTs: message.ts,
      user,
      action: {
        block_id: block.block_id,
        action_id,
        type,
        value,
        text,
        ...(picked ? { selected_option: picked } : {}),
      },
    })
  }

  openHome(user: string = IDS.ada): Promise<unknown> {
    return this.#control('open-home', { user })
  }

  async messages(channel: string): Promise<readonly PeerMessage[]> {
    const response = await fetch(`${this.url}/_control/messages/${channel}`)
    return parsed<{ messages: readonly PeerMessage[] }>(await response.json()).messages
  }

  async log(): Promise<readonly LogEntry[]> {
    const response = await fetch(`${this.url}/_control/log`)
    return parsed<{ log: readonly LogEntry[] }>(await response.json()).log
  }

  /** Opens the page's own connection, for modals and the home. */
  async page(): Promise<PeerPage> {
    return PeerPage.open(`${this.url.replace('http', 'ws')}/ui`)
  }

  async #control(what: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.url}/_control/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const read: unknown = await response.json()
    if (!response.ok) throw new Error(`local-slack refused ${what}: ${JSON.stringify(read)}`)
    return read
  }
}

export interface PeerView {
  readonly type: string
  readonly callback_id?: string
  readonly private_metadata?: string
  readonly blocks: readonly PeerBlock[]
}

/** What the page knows: the open modal and the homes. */
export class PeerPage {
  readonly #socket: WebSocket
  modal: PeerView | undefined
  home: PeerView | undefined

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const news = parsed<{ t: string; stack?: PeerView[]; view?: PeerView }>(JSON.parse(String(data)))
      if (news.t === 'view') this.modal = news.stack?.at(-1)
      if (news.t === 'home') this.home = news.view
    })
  }

  static async open(url: string): Promise<PeerPage> {
    const socket = new WebSocket(url)
    const page = new PeerPage(socket)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true })
      socket.addEventListener('error', reject, { once: true })
    })
    return page
  }

  /** Sends the open modal. */
  submit(values: Readonly<Record<string, object>>, user: string = IDS.ada): void {
    this.#socket.send(JSON.stringify({ t: 'view_submit', user, values }))
  }

  /** Presses a control of the home. */
  pressHome(block: PeerBlock, { action_id, type, value, text }: PeerElement, user: string = IDS.ada): void {
    const action = { block_id: block.block_id, action_id, type, value, text }
    this.#socket.send(JSON.stringify({ t: 'block_action', channel: '', user, appId: IDS.app, action }))
  }

  close(): void {
    this.#socket.close()
  }
}

/** Asks again until there is something; fails after `ms`. */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined, ms = 8_000): Promise<T> {
  const until = performance.now() + ms
  let failure: unknown
  while (performance.now() < until) {
    try {
      const found = await look()
      if (found !== undefined) return found
    } catch (error) {
      failure = error
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 15)
    })
  }
  throw new Error('nothing came in time', { cause: failure })
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return typeof bound === 'object' && bound ? bound.port : 0
}

function workspace(requestUrl: string | undefined, botName: string): object {
  const { team, app, bot, ada, ben, incident, general } = IDS
  const members = [ada, ben, bot]
  return {
    workspace: { name: 'Example', domain: 'example', teamId: team },
    apps: [
      {
        appId: app,
        botUserId: bot,
        botName,
        botToken: SECRETS.bot,
        appToken: SECRETS.app,
        signingSecret: SECRETS.signing,
        mode: requestUrl ? 'events' : 'socket',
        ...(requestUrl ? { requestUrl } : {}),
      },
    ],
    users: [
      { id: ada, name: 'ada', real_name: 'Ada', email: 'ada@example.com', tz: 'Europe/Paris' },
      { id: ben, name: 'ben', real_name: 'Ben', email: 'ben@example.com', tz: 'Europe/Paris' },
    ],
    channels: [
      { id: incident, name: 'inc-email-pro-0412', members },
      { id: general, name: 'operations', members },
    ],
  }
}

/** The peer's own answers: their shape is its promise, a test that relies on a missing part fails there. */
function parsed<T>(read: unknown): T {
  return read as T
}
