// The other peer: emulate plays Slack's OAuth, with scopes that count. It has no commands, no Socket Mode and no
// uninstalling, so those deliveries are signed by hand.

import { createEmulator, type Emulator } from 'emulate'

export const APP = { clientId: '100.200', clientSecret: 'emulated-client-secret', id: 'A0RACI' } as const
/** What emulate calls its one workspace. */
export const TEAM = 'T000000001'
const READER = 'xoxp-reader'
const INCIDENT = 'inc-email-pro-0412'

export interface EmulatedMessage {
  readonly ts: string
  readonly text: string
  readonly thread_ts?: string
}

export class EmulatedSlack {
  readonly #emulator: Emulator

  private constructor(emulator: Emulator) {
    this.#emulator = emulator
  }

  static async start(port: number, redirectUri: string): Promise<EmulatedSlack> {
    const app = { client_id: APP.clientId, client_secret: APP.clientSecret, app_id: APP.id, name: 'Raci' }
    const slack = {
      team: { name: 'Example', domain: 'example' },
      users: [{ name: 'ada', real_name: 'Ada' }],
      channels: [{ name: INCIDENT }],
      oauth_apps: [{ ...app, redirect_uris: [redirectUri] }],
      tokens: [{ token: READER, user: 'ada', scopes: ['channels:read', 'channels:history', 'chat:write'] }],
      strict_scopes: true,
    }
    return new EmulatedSlack(await createEmulator({ service: 'slack', port, seed: { slack } }))
  }

  get apiUrl(): string {
    return `${this.#emulator.url}/api/`
  }

  async stop(): Promise<void> {
    await this.#emulator.close()
  }

  /** The consent page, agreed to by its first user, who may grant less than was asked; resolves to where Slack sends the browser. */
  async consent(page: string, grant: (scope: string) => string = (scope) => scope): Promise<string> {
    const shown = await (await fetch(page)).text()
    const form = /<form[\s\S]*?<\/form>/u.exec(shown)?.[0] ?? ''
    const fields = Object.fromEntries(
      [...form.matchAll(/name="([^"]+)" value="([^"]*)"/gu)].map(([, name, value]) => [
        name ?? '',
        (value ?? '').replaceAll('&amp;', '&'),
      ]),
    )
    const agreed = await fetch(new URL('/oauth/v2/authorize/callback', page), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...fields, scope: grant(fields.scope ?? '') }),
    })
    return agreed.headers.get('location') ?? ''
  }

  async channel(called = INCIDENT): Promise<string> {
    const { channels } = await this.#read<{ channels: { id: string; name: string }[] }>('conversations.list', {})
    return channels.find(({ name }) => name === called)?.id ?? ''
  }

  /** A person's message; resolves to its ts. */
  async say(channel: string, text: string): Promise<string> {
    return (await this.#read<{ ts: string }>('chat.postMessage', { channel, text })).ts
  }

  /** What was answered in the thread. */
  async replies(channel: string, ts: string): Promise<readonly EmulatedMessage[]> {
    const { messages } = await this.#read<{ messages: EmulatedMessage[] }>('conversations.replies', { channel, ts })
    return messages.filter((message) => message.ts !== ts)
  }

  async #read<T>(method: string, body: Readonly<Record<string, string>>): Promise<T> {
    const response = await fetch(`${this.apiUrl}${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${READER}` },
      body: new URLSearchParams(body),
    })
    const read = (await response.json()) as T & { readonly ok: boolean }
    if (!read.ok) throw new Error(`emulate refused ${method}: ${JSON.stringify(read)}`)
    return read
  }
}
