// Slack's HTTP edge as a script, for what neither peer plays: tokens that expire, Enterprise Grid.

import type { FetchFunction } from '@slack/web-api'

export interface Call {
  /** `chat.postMessage`, or the whole address of a response_url. */
  readonly method: string
  readonly token: string
  readonly body: Readonly<Record<string, string>>
}

type Play = (call: Call) => object | Promise<object>

export class ScriptedSlack {
  readonly calls: Call[] = []
  readonly plays: Record<string, Play> = {
    'auth.test': () => ({ ok: true, bot_id: 'B1', user_id: 'UBOT', url: 'https://example.slack.com/' }),
  }

  readonly fetch: FetchFunction = async (url, init = {}) => {
    const method = /\/api\/([a-zA-Z.0-9]+)$/u.exec(String(url))?.[1] ?? String(url)
    const text = typeof init.body === 'string' ? init.body : String(init.body ?? '')
    const body = text.startsWith('{') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
    const header =
      new Request('https://slack.example', { headers: init.headers ?? {} }).headers.get('authorization') ?? ''
    const call = { method, token: body.token ?? header.replace('Bearer ', ''), body }
    this.calls.push(call)
    const answer = (await this.plays[method]?.(call)) ?? { ok: true, ts: '1.1' }
    return new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } })
  }

  to(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method)
  }
}
