// `npm run trial:slack`: from nothing to an answering bot as somebody new does it. Clones what is committed into a
// folder of its own, with an empty npm cache, and runs the README's own commands there; prints the seconds each took.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { follow } from '../test/slack/newcomer.ts'
import { ROOT } from './bench/material.ts'
import { renderTable } from './bench/table.ts'

const parent = mkdtempSync(join(tmpdir(), 'raci-trial-'))
try {
  const folder = join(parent, 'raci')
  process.env.npm_config_cache = join(parent, 'npm-cache')
  const begun = performance.now()
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, folder])
  const clone = (performance.now() - begun) / 1_000
  const { seconds, answers } = await follow(folder, true)
  const all = { 'git clone': clone, ...seconds }
  const sum = Object.values(all).reduce((whole, one) => whole + one, 0)
  const rows = Object.entries({ ...all, 'all of it': sum }).map(([step, took]) => [step, `${took.toFixed(1)} s`])
  process.stdout.write(`${answers.command}\n\n${answers.mention}\n\n`)
  process.stdout.write(`${renderTable(['step', 'took'], rows)}\nload of the machine ${loadavg()[0]?.toFixed(1)}\n`)
} finally {
  rmSync(parent, { recursive: true, force: true })
}
