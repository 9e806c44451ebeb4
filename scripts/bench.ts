// `npm run bench`: the speed figures, each against another measure of the same run, since machines differ and are busy.
// Medians after warm-up; about a minute. `npm run bench -- question scale load start` picks sections.

import { readKnowledge } from '../src/knowledge/read-knowledge.ts'
import { load } from './bench/load.ts'
import { entriesOf, readFiles, readQuestions } from './bench/material.ts'
import { perQuestion } from './bench/per-question.ts'
import { scale } from './bench/scale.ts'
import { start } from './bench/start.ts'
import { type Row, renderTable } from './bench/table.ts'

const chosen = process.argv.slice(2)
const files = await readFiles()
const knowledge = readKnowledge(files, { now: new Date() })
const questions = await readQuestions()
/** Fuse.js takes a tenth of a second for each. */
const some = questions.filter((_, at) => at % 6 === 0)

// first, while this process is small: a large one starts others slowly
await section('start', 'one question as a process; at most load + 3x node', () => [['', 'ms', ''], ...start()])
await section(
  'question',
  `${some.length} questions over ${entriesOf(knowledge).length} rows; at least 50x faster than Fuse.js, faster than MiniSearch`,
  async () => [['per question', 'µs', 'to ours'], ...(await perQuestion(knowledge, some))],
)
await section('scale', 'a question that names its product; at most 3x', () => [
  ['', 'µs', 'to first', 'product found', 'ms to build'],
  ...scale(knowledge, questions),
])
await section('load', 'reading the documents; at most 1.5x', () => [['', 'ms', 'to remark'], ...load(files)])

async function section(name: string, title: string, measure: () => Promise<readonly Row[]> | readonly Row[]) {
  if (chosen.length && !chosen.includes(name)) return
  const [head = [], ...rows] = await measure()
  process.stdout.write(`\n${title}\n${renderTable(head, rows)}\n`)
}
