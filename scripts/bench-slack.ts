// `npm run bench:slack`: signed slash commands over HTTP, against this app and against a bare Bolt app that
// acknowledges with a constant. The two take turns on loopback, each in a process of its own; about a minute.

import { cpus, loadavg } from 'node:os'
import { median, renderTable } from './bench/table.ts'
import { Load, type Sent } from './bench-slack/load.ts'
import { standIn, startBare, startOurs } from './bench-slack/servers.ts'

const ROUNDS = 7
const ROUND_MS = 2_000
const WARM_UP_MS = 3_000
const QUIET_MS = 500
const LONGEST_REST_MS = 20_000
const PER_SECOND = 50
const SECONDS = 12
const SLICES = 4
const LIMITS = { share: 0.8, acknowledged: 100, answered: 250 } as const

/** Of the last minute, before anything is measured. */
const busy = (loadavg()[0] ?? 0).toFixed(1)
const slack = await standIn()
const [bare, ours] = [await startBare(slack), await startOurs(slack)]
const loads = { bare: new Load(bare.port, slack.url), ours: new Load(ours.port, slack.url) }
try {
  const paced = await pace()
  const flood = await floodInTurns()
  print(flood, paced)
} finally {
  loads.bare.close()
  loads.ours.close()
  await Promise.all([bare.stop(), ours.stop()])
  slack.stop()
}

interface Paced {
  readonly bare: readonly Sent[]
  readonly ours: readonly Sent[]
  /** From a question's way out to its answer's arrival. */
  readonly answers: readonly number[]
}

/** First, while nobody has asked too fast: everything is answered. */
async function pace(): Promise<Paced> {
  for (const load of Object.values(loads)) await load.paced(PER_SECOND * 2, PER_SECOND)
  const [ofBare, ofOurs]: [Sent[], Sent[]] = [[], []]
  for (let slice = 0; slice < SLICES; slice += 1) {
    const count = (PER_SECOND * SECONDS) / SLICES
    ofBare.push(...(await loads.bare.paced(count, PER_SECOND)))
    ofOurs.push(...(await loads.ours.paced(count, PER_SECOND)))
  }
  await rest()
  const answers = ofOurs.map(({ name, acknowledged }) => {
    const answered = slack.answered.get(name)
    return answered === undefined ? Number.POSITIVE_INFINITY : answered - acknowledged
  })
  return { bare: ofBare, ours: ofOurs, answers }
}

interface Flood {
  /** Of ours in all rounds: sent, and told something (an answer, or that it was too fast). */
  readonly sent: number
  readonly told: number
  readonly bare: readonly number[]
  readonly ours: readonly number[]
}

async function floodInTurns(): Promise<Flood> {
  for (const load of Object.values(loads)) {
    await load.flood(WARM_UP_MS)
    await rest()
  }
  const told = slack.answered.size
  const rounds: { readonly bare: number[]; readonly ours: number[] } = { bare: [], ours: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who begins changes, because the machine has other things to do as well.
    for (const name of round % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      rounds[name].push(await loads[name].flood(ROUND_MS))
      await rest()
    }
  }
  const sent = rounds.ours.reduce((sum, rate) => sum + (rate * ROUND_MS) / 1_000, 0)
  return { ...rounds, sent, told: slack.answered.size - told }
}

/** Lets an app finish what it has begun, so that it does not take from the other's turn: until nothing came for half a second. */
async function rest(): Promise<void> {
  for (let left = LONGEST_REST_MS; left > 0; left -= QUIET_MS) {
    const before = slack.answered.size
    await new Promise((resolve) => {
      setTimeout(resolve, QUIET_MS)
    })
    if (slack.answered.size === before) return
  }
}

function print(flood: Flood, paced: Paced): void {
  const shares = flood.ours.map((rate, round) => rate / (flood.bare[round] ?? Number.NaN))
  const share = median(shares)
  const rate = (rates: readonly number[]) => median(rates).toFixed(0)
  const ms = (values: readonly number[], part: number) => `${quantile(values, part).toFixed(1)} ms`
  const waits = (sent: readonly Sent[]) => sent.map(({ at, acknowledged }) => acknowledged - at)
  const [ofBare, ofOurs] = [waits(paced.bare), waits(paced.ours)]
  const late = quantile(paced.answers, 0.99)
  const unanswered = paced.answers.filter((answer) => !Number.isFinite(answer)).length
  const head = ['', 'bare Bolt', 'Raci', 'limit', '']
  const verdict = (holds: boolean) => (holds ? 'holds' : 'FAILS')
  const rows = [
    ['requests a second, flooded', rate(flood.bare), rate(flood.ours), '', ''],
    ['share of bare Bolt', '', share.toFixed(2), `>= ${LIMITS.share}`, verdict(share >= LIMITS.share)],
    ['  lowest and highest round', '', `${Math.min(...shares).toFixed(2)}, ${Math.max(...shares).toFixed(2)}`, '', ''],
    ['  answered or told off, the rest too fast', '', `${((100 * flood.told) / flood.sent).toFixed(0)} %`, '', ''],
    [`acknowledged, median at ${PER_SECOND}/s`, ms(ofBare, 0.5), ms(ofOurs, 0.5), '', ''],
    [
      'acknowledged, 99th percentile',
      ms(ofBare, 0.99),
      ms(ofOurs, 0.99),
      `< ${LIMITS.acknowledged} ms`,
      verdict(quantile(ofOurs, 0.99) < LIMITS.acknowledged),
    ],
    ['answer after that, median', '', ms(paced.answers, 0.5), '', ''],
    [
      'answer after that, 99th percentile',
      '',
      ms(paced.answers, 0.99),
      `< ${LIMITS.answered} ms`,
      verdict(late < LIMITS.answered),
    ],
    [`without an answer, of ${paced.answers.length}`, '', String(unanswered), '0', verdict(unanswered === 0)],
  ]
  const title = `signed slash commands of 500 people: ${ROUNDS} rounds of ${ROUND_MS / 1_000} s in turns over 16 connections, and ${PER_SECOND} a second for ${SECONDS} s; load of the machine ${busy}, ${cpus().length} cores`
  process.stdout.write(`\n${title}\n${renderTable(head, rows)}\n`)
  if (rows.some((row) => row.includes('FAILS'))) process.exitCode = 1
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN
}
