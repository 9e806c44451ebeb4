// How long loading a knowledge folder takes, next to what remark alone needs to parse the same markdown files.
// Run: node scripts/bench-load.ts [FOLDER]

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { readKnowledge } from '../src/knowledge/read-knowledge.ts'

const ROUNDS = 15
const folder = process.argv[2] ?? join(import.meta.dirname, '../test/fixtures/kb-wide')
const now = new Date()
const names = (await readdir(folder)).sort()
const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
const texts = files.filter(({ name }) => name.endsWith('.md')).map(({ bytes }) => bytes.toString('utf8'))
const parser = remark().use(remarkGfm).freeze()

const alone = (): void => {
  for (const text of texts) parser.parse(text)
}
const whole = (): void => {
  readKnowledge(files, { now })
}

/** Milliseconds of one call. */
function time(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

// the two take turns, so that a busy machine slows both
const rounds = Array.from({ length: ROUNDS }, () => ({ alone: time(alone), whole: time(whole) }))
const warm = rounds.slice(3)
const remarkTime = median(warm.map((round) => round.alone))
const loadTime = median(warm.map((round) => round.whole))
console.log(`${files.length} files, ${texts.length} of them markdown; median of ${warm.length} rounds`)
console.log(`remark alone  ${remarkTime.toFixed(1)} ms`)
console.log(`whole load    ${loadTime.toFixed(1)} ms`)
console.log(`ratio         ${(loadTime / remarkTime).toFixed(2)} (limit 1.5)`)
console.log(`first load    ${rounds[0]?.whole.toFixed(1)} ms after ${rounds[0]?.alone.toFixed(1)} ms for remark`)
