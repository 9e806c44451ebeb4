// The two apps, each a process of its own, and what stands for Slack: its api, and the response_urls.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createProbe } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../bench/material.ts'

export const SIGNING_SECRET = 'bench-signing-secret'

/** When each response_url was written to, by its last part, in milliseconds of performance.now(). */
export type Answered = Map<string, number>

export interface StandIn {
  readonly url: string
  readonly answered: Answered
  stop(): void
}

/** Says yes to every call. */
export async function standIn(): Promise<StandIn> {
  const answered: Answered = new Map()
  const yes = JSON.stringify({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'TBENCH' })
  const server: Server = createServer((request, response) => {
    const [, name] = /^\/response\/(.+)$/u.exec(request.url ?? '') ?? []
    if (name !== undefined && !answered.has(name)) answered.set(name, performance.now())
    request.resume()
    response.setHeader('Content-Type', 'application/json').end(yes)
  })
  server.keepAliveTimeout = 60_000
  const port = await freePort()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, answered, stop }
}

export interface Running {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

export async function startBare(slack: StandIn): Promise<Running> {
  const port = await freePort()
  const script = join('scripts', 'bench-slack', 'bare-app.ts')
  return start([script, String(port), `${slack.url}/api/`, SIGNING_SECRET], {}, port, 'ready')
}

/** As `raci serve` starts it, over the shipped documents and a store in a fresh folder. */
export async function startOurs(slack: StandIn): Promise<Running> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'raci-bench-slack-'))
  const environment = {
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
    SLACK_API_URL: `${slack.url}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
  }
  const running = await start([join('src', 'main.ts'), 'serve'], environment, port, 'and in Slack')
  return {
    ...running,
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function start(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  port: number,
  ready: string,
): Promise<Running> {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:SLACK|TEAMS)_/u.test(name)))
  const child = spawn(process.execPath, words, { cwd: ROOT, env: { ...clean, ...environment } })
  await said(child, ready)
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill()
    })
  return { port, pid: child.pid ?? 0, stop }
}

function said(child: ChildProcess, ready: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const late = setTimeout(() => reject(new Error(`not ready in 30 s: ${heard}`)), 30_000)
    const hear = (part: Buffer) => {
      heard += part.toString()
      if (heard.includes(ready)) {
        clearTimeout(late)
        resolve()
      }
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (status) => reject(new Error(`ended with ${status}: ${heard}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createProbe()
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve)
  })
  const bound = probe.address()
  await new Promise((resolve) => {
    probe.close(resolve)
  })
  return typeof bound === 'object' && bound ? bound.port : 0
}
