// `npm run bench:teams`: turns a second of our bot beside a bare botbuilder bot that echoes, in one run on one
// stub. A turn is a message delivered to the bot and its answer arrived at the connector. About a minute.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(import.meta.dirname, '..')
const ROUNDS = 5
const ROUND_MS = 3_000
/** Turns under way at once. */
const ABREAST = 16
const TARGET = 0.8
const SERVE = ['src/main.ts', 'serve', '--port', '0']
const QUESTIONS = [
  'who restores backups on email pro',
  'who restores backups',
  'who is informed about incidents on trusted exchange',
  'who patches the operating system of our instances',
]

let ids = 0
const arrived = new Map<string, () => void>()
const connector = createServer((incoming, response) => {
  incoming.resume()
  incoming.on('end', () => {
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"1"}')
    const replyTo = decodeURIComponent((incoming.url ?? '').split('/').at(-1) ?? '')
    arrived.get(replyTo)?.()
    arrived.delete(replyTo)
  })
})
connector.listen(0, '127.0.0.1')
await once(connector, 'listening')
const address = connector.address()
const serviceUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
const agent = new Agent({ keepAlive: true, maxSockets: ABREAST * 2 })
const folder = await mkdtemp(join(tmpdir(), 'raci-bench-'))
const started: ChildProcess[] = []

try {
  const bots = {
    echo: await start(['scripts/teams/echo-bot.ts'], {}),
    unkept: await start(['scripts/teams/unkept-bot.ts'], {}),
    serve: await start(SERVE, { TEAMS_DEVELOPMENT: '1', DATA_DIR: folder, LOG_LEVEL: 'silent' }),
  }
  const measured = async () => ({
    echo: await round(bots.echo, ROUND_MS),
    unkept: await round(bots.unkept, ROUND_MS),
    serve: await round(bots.serve, ROUND_MS),
  })
  await measured()
  // They take turns, so that a busy machine slows all of them.
  const rounds: Awaited<ReturnType<typeof measured>>[] = []
  for (let at = 0; at < ROUNDS; at += 1) rounds.push(await measured())
  const ratios = {
    unkept: median(rounds.map((one) => one.unkept / one.echo)),
    serve: median(rounds.map((one) => one.serve / one.echo)),
  }
  const row = (title: string, name: keyof typeof bots, ratio = '') =>
    `${title.padEnd(34)}${median(rounds.map((one) => one[name]))
      .toFixed(0)
      .padStart(6)}  ${ratio}`
  const lines = [
    `turns a second, median of ${ROUNDS} rounds of ${ROUND_MS / 1000} s, ${ABREAST} abreast`,
    row('botbuilder, an echo', 'echo'),
    row('raci, in memory like the echo', 'unkept', `${ratios.unkept.toFixed(2)} of the echo (target ${TARGET})`),
    row(
      'raci serve, embedded database',
      'serve',
      `${ratios.serve.toFixed(2)} of the echo, each turn remembered on disk`,
    ),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  if (ratios.unkept < TARGET) process.exitCode = 1
} finally {
  await Promise.all(started.map(end))
  agent.destroy()
  connector.closeAllConnections()
  connector.close()
  await rm(folder, { recursive: true, force: true })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Starts a bot as a process of its own; resolves to its address. */
async function start(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', ...environment }
  const bot = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(bot)
  const [line] = await once(createInterface(bot.stdout), 'line')
  return /http:\/\/[\d.:]+/u.exec(String(line))?.[0] ?? ''
}

async function end(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null) return
  const ended = once(bot, 'exit')
  bot.kill('SIGKILL')
  await ended
}

/** Turns a second over about `ms` milliseconds. */
async function round(bot: string, ms: number): Promise<number> {
  const from = performance.now()
  let turns = 0
  const person = async (): Promise<void> => {
    while (performance.now() - from < ms) {
      await turn(bot)
      turns += 1
    }
  }
  await Promise.all(Array.from({ length: ABREAST }, person))
  return turns / ((performance.now() - from) / 1000)
}

/** Everybody speaks in a conversation and a tenant of their own: pacing is not what is measured. */
async function turn(bot: string): Promise<void> {
  ids += 1
  const id = `turn-${process.pid}-${ids}`
  const tenant = { id: `tenant-${ids}` }
  const activity = {
    type: 'message',
    id,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:person-${ids}`, name: 'Ada Example', aadObjectId: `person-${ids}` },
    recipient: { id: '28:bot', name: 'Raci' },
    conversation: { conversationType: 'personal', id: `a:${ids}`, tenantId: tenant.id },
    channelData: { tenant },
    locale: 'en-GB',
    textFormat: 'plain',
    text: QUESTIONS[ids % QUESTIONS.length],
  }
  const answered = new Promise<void>((resolve) => {
    arrived.set(id, resolve)
  })
  const body = JSON.stringify(activity)
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  const delivered = new Promise<void>((resolve, reject) => {
    const posting = request(`${bot}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`))))
    })
    posting.on('error', reject)
    posting.end(body)
  })
  await Promise.all([delivered, answered])
}
