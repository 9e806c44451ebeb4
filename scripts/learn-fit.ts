// `npm run learn:fit`: learns when to answer, when to ask back and when to decline. Four times the tables are learned
// with a quarter of the documents, authors and unanswerable questions held back; how the best row then fits their
// questions, and whether it was the right one, is what src/resolve/vocabulary/fit.json is fitted on.

import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Fits, situationOf } from '../src/resolve/doubt.ts'
import { type Fit, fitTerms } from '../src/resolve/fit.ts'
import { dot, logistic } from './learn/logistic.ts'
import { measureQuarter, type Sample } from './learn/measure-quarter.ts'
import { lines } from './learn/practice.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const QUARTERS = 4
/** Terms are about 0 to 1 and there are thousands of cases: held this small they do not bend to single questions. */
const RIDGE = 3
/** People ask more of what documents say than the practice set does. */
const NONE_TIMES = 0.4
/** Quarters learned at the same time. */
const AT_ONCE = 2

const samples: Sample[] = []
for (let first = 0; first < QUARTERS; first += AT_ONCE) {
  const quarters = Array.from({ length: AT_ONCE }, (_, step) => first + step)
  for (const found of await Promise.all(quarters.map(quarter))) samples.push(...found)
}
const situations = (['row', 'rule', 'open'] as const).map((situation) => [situation, fitted(situation)] as const)
const out = join(process.env.OUT ?? join(root, 'src/resolve/vocabulary'), 'fit.json')
await writeFile(out, `${JSON.stringify(Object.fromEntries(situations), null, 1)}\n`)

/** Learns without one quarter and measures that quarter's questions. */
async function quarter(number: number): Promise<readonly Sample[]> {
  const held = await heldBack(number)
  const folder = process.env.KEEP
    ? join(process.env.KEEP, `g${number}`)
    : await mkdtemp(join(tmpdir(), 'raci-quarter-'))
  if (!process.env.REUSE) await learnWithout([...held.documents, ...held.authors], folder)
  const found = await measureQuarter(held, folder)
  if (!process.env.KEEP) await rm(folder, { recursive: true })
  return found
}

async function heldBack(number: number) {
  const mine = (_: string, at: number): boolean => at % QUARTERS === number
  const files = await readdir(join(root, 'test/fixtures/practice-documents'))
  const documents = files.map((file) => file.replace(/\.md$/, ''))
  const asked = (await Promise.all(['practice/rows.jsonl', 'practice/unanswerable.jsonl'].map(lines))).flat()
  // who wrote a practice document is held back with it
  const authors = asked.filter(({ doc = '' }) => !documents.includes(doc)).map(({ author = '' }) => author)
  const named = ['dev-2', 'dev-3', 'dev-4', ...new Set(authors)]
  return { documents: documents.filter(mine), authors: named.filter(mine) }
}

function learnWithout(names: readonly string[], folder: string): Promise<void> {
  const env = { ...process.env, RUNS: '1', HOLD: names.join(','), OUT: folder }
  const child = spawn(process.execPath, [join(root, 'scripts/learn.ts')], { env, stdio: 'inherit' })
  return new Promise((done, fail) => {
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`learning ended with ${code}`))))
  })
}

function fitted(situation: keyof Fits) {
  const here = samples.filter(({ best, known }) => situationOf(best, known) === situation)
  const none = here.filter(({ right }) => right === 'none')
  const doubt = weights(
    here.filter(({ right }) => right !== 'elsewhere'),
    ({ right }) => right === 'none',
    true,
  )
  const sure = weights(here, ({ right }) => right === 'best', false)
  const odds = (fit: Fit): number =>
    dot(
      fitTerms(fit).map(([, value]) => value),
      Object.values(doubt),
    )
  const among = here.filter(({ right }) => right === 'best' || right === 'near')
  const share = (list: readonly Sample[], from: number) =>
    `${((100 * list.filter(({ fit }) => odds(fit) <= from).length) / Math.max(1, list.length)).toFixed(1)}%`
  console.log(`${situation}: ${among.length} with a right row, ${none.length} without any`)
  for (const from of [-0.5, 0, 0.5, 1])
    console.log(`  doubt up to ${from}: ${share(among, from)} of them, ${share(none, from)} of those`)
  return { doubt, sure }
}

function weights(
  cases: readonly Sample[],
  yes: (sample: Sample) => boolean,
  balanced: boolean,
): Record<string, number> {
  const names = fitTerms(cases[0]?.fit ?? samples[0]?.fit ?? ({} as Fit)).map(([name]) => name)
  const found = logistic(
    cases.map((one) => ({
      terms: fitTerms(one.fit).map(([, value]) => value),
      yes: yes(one),
      times: one.right === 'none' ? NONE_TIMES : 1,
    })),
    balanced,
    RIDGE,
  )
  return Object.fromEntries(names.map((name, at) => [name, Math.round((found[at] ?? 0) * 100) / 100]))
}
