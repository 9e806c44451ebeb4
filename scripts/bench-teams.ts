// `npm run bench:teams`: turns a second of our bot beside a bare botbuilder bot that echoes, in one run on one
// stub: with everything in memory as the echo has it, and as `raci serve` over both databases. About two minutes;
// other work on the machine makes the turns a second worthless, so that the load is printed with them. What a turn
// takes of a CPU suffers less; a database server's own work is not in it.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createBenchDatabase } from './teams/bench-database.ts'
import { cpuTimeOf } from './teams/cpu-time.ts'
import { type Round, startTurns } from './teams/turns.ts'

const ROOT = join(import.meta.dirname, '..')
const ROUNDS = 5
const ROUND_MS = 3_000
/** Turns under way at once, `npm run bench:teams -- 16` for fewer: so many that no bot idles while a disk writes. */
const ABREAST = Number(process.argv[2] ?? 48)
const TARGET = 0.8
const SERVE = ['src/main.ts', 'serve', '--port', '0']
/** Digests' own tables are made in the first seconds after a start: that is not what is measured. */
const WARM_UP_MS = 6_000

const load = () => (loadavg()[0] ?? 0).toFixed(1)
const before = load()
const turns = await startTurns()
const folder = await mkdtemp(join(tmpdir(), 'raci-bench-'))
const database = await createBenchDatabase()
const started: ChildProcess[] = []

try {
  const serving = { TEAMS_DEVELOPMENT: '1', LOG_LEVEL: 'silent' }
  const bots: readonly (readonly [title: string, bot: Bot])[] = [
    ['botbuilder, an echo', await start(['scripts/teams/echo-bot.ts'], {})],
    ['raci, in memory like the echo', await start(['scripts/teams/unkept-bot.ts'], {})],
    ['raci serve, embedded database', await start(SERVE, { ...serving, DATA_DIR: join(folder, 'embedded') })],
    ...(database
      ? [
          [
            'raci serve, PostgreSQL',
            await start(SERVE, { ...serving, DATA_DIR: join(folder, 'other'), DATABASE_URL: database.url }),
          ] as const,
        ]
      : []),
  ]
  for (const [, bot] of bots) await turns.round(bot.address, WARM_UP_MS, ABREAST)
  // They take turns, so that a busy machine slows all of them.
  const rounds: Measured[][] = []
  for (let at = 0; at < ROUNDS; at += 1) {
    const one: Measured[] = []
    for (const [, bot] of bots) one.push(await measured(bot))
    rounds.push(one)
  }
  const ratios = bots.map((_, bot) =>
    median(rounds.map((one) => (one[bot]?.turnsPerSecond ?? 0) / (one[0]?.turnsPerSecond ?? 1))),
  )
  const lines = bots.map(([title], bot) => {
    const speed = median(rounds.map((one) => one[bot]?.turnsPerSecond ?? 0))
    const waits = rounds.flatMap((one) => one[bot]?.acknowledged ?? []).toSorted((a, b) => a - b)
    const slowest = (waits[Math.floor(waits.length * 0.99)] ?? 0).toFixed(0)
    const cpu = median(rounds.map((one) => one[bot]?.cpu ?? Number.NaN))
    const worked = Number.isFinite(cpu) ? `${cpu.toFixed(0).padStart(4)} µs of CPU a turn  ` : ''
    const ratio = bot === 0 ? '' : `${(ratios[bot] ?? 0).toFixed(2)} of the echo`
    return `${title.padEnd(32)}${speed.toFixed(0).padStart(6)}  ${ratio.padEnd(18)}${worked}200 within ${slowest} ms (p99)`
  })
  const head = `turns a second, median of ${ROUNDS} rounds of ${ROUND_MS / 1000} s, ${ABREAST} abreast; target ${TARGET} of the echo`
  const foot = `load of the machine: ${before} before, ${load()} after (the bench itself is about 2)`
  process.stdout.write(`${[head, ...lines, foot].join('\n')}\n`)
  if (!database) process.stdout.write('PostgreSQL was not reached (TEST_DATABASE_URL) and is not measured.\n')
  if (ratios.some((ratio) => ratio < TARGET)) process.exitCode = 1
} finally {
  await Promise.all(started.map(end))
  turns.close()
  await Promise.all([rm(folder, { recursive: true, force: true }), database?.remove()])
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

interface Bot {
  readonly address: string
  readonly pid: number | undefined
}

interface Measured extends Round {
  /** Microseconds a turn; NaN where the system does not tell. */
  readonly cpu: number
}

async function measured({ address, pid }: Bot): Promise<Measured> {
  const before = await cpuTimeOf(pid)
  const round = await turns.round(address, ROUND_MS, ABREAST)
  const worked = ((await cpuTimeOf(pid)) ?? Number.NaN) - (before ?? Number.NaN)
  return { ...round, cpu: worked / round.acknowledged.length }
}

/** Starts a bot as a process of its own. */
async function start(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Bot> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', ...environment }
  const bot = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(bot)
  const [line] = await once(createInterface(bot.stdout), 'line')
  return { address: /http:\/\/[\d.:]+/u.exec(String(line))?.[0] ?? '', pid: bot.pid }
}

async function end(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null) return
  const ended = once(bot, 'exit')
  bot.kill('SIGKILL')
  await ended
}
