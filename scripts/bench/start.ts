// `raci ask "…"` as a process, against a bare node plus the load that any answer needs.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './material.ts'
import { median, type Row } from './table.ts'

const ROUNDS = 15
const ASK = ['bin/raci.js', 'ask', 'who restores backups on Email Pro']

/** What start-load.ts prints: milliseconds of each step in a process of its own. */
export interface LoadSteps {
  readonly reader: number
  readonly folder: number
  readonly resolver: number
  readonly index: number
}

/** The processes take turns; the first round, which may fill the compile cache, does not count. */
export function start(): readonly Row[] {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const bare = run(['-e', '0']).time
    const ask = run(ASK).time
    const steps: LoadSteps = JSON.parse(run([join('scripts', 'bench', 'start-load.ts')]).output)
    const load = steps.reader + steps.folder + steps.resolver + steps.index
    return { bare, ask, ...steps, load, ratio: (ask - load) / bare }
  }).slice(1)
  const of = (name: keyof (typeof rounds)[number]): number => median(rounds.map((round) => round[name]))
  const best = (name: keyof (typeof rounds)[number]): number => Math.min(...rounds.map((round) => round[name]))
  const quiet = (best('ask') - best('load')) / best('bare')
  const row = (title: string, name: keyof (typeof rounds)[number]): Row => [title, of(name).toFixed(0), '']
  return [
    row('node -e 0', 'bare'),
    row('import the reader', 'reader'),
    row('read the folder', 'folder'),
    row('import the resolver', 'resolver'),
    row('build the resolver', 'index'),
    row('load (the four together)', 'load'),
    ['raci ask', of('ask').toFixed(0), `load + ${of('ratio').toFixed(1)}x node`],
    // a busy machine only ever adds: the fastest of each shows what the work itself takes
    ['raci ask, fastest of each', best('ask').toFixed(0), `load + ${quiet.toFixed(1)}x node`],
  ]
}

function run(words: readonly string[]): { time: number; output: string } {
  const begun = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' })
  const time = performance.now() - begun
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
  return { time, output: stdout }
}
