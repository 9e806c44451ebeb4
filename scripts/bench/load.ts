// Loading the wide folder (bytes to knowledge) against remark alone on the same markdown files.

import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { Bench } from 'tinybench'
import { type KnowledgeFile, readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import { median, medianOf, type Row } from './table.ts'

const ROUNDS = 7

/** The two take turns, so that a busy machine slows both. */
export function load(files: readonly KnowledgeFile[]): readonly Row[] {
  const texts = files.filter(({ name }) => name.endsWith('.md')).map(({ bytes }) => new TextDecoder().decode(bytes))
  const parser = remark().use(remarkGfm).use(remarkFrontmatter).freeze()
  const now = new Date()
  const times: Record<'alone' | 'whole', number[]> = { alone: [], whole: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({ time: 0, iterations: 3, warmupTime: 0, warmupIterations: round ? 0 : 3, throws: true })
    bench.add('alone', () => {
      for (const text of texts) parser.parse(text)
    })
    bench.add('whole', () => {
      readKnowledge(files, { now })
    })
    bench.runSync()
    for (const task of bench.tasks) times[task.name === 'whole' ? 'whole' : 'alone'].push(medianOf(task))
  }
  const alone = median(times.alone)
  const whole = median(times.whole)
  return [
    [`remark alone, ${texts.length} markdown files`, alone.toFixed(1), '1.0x'],
    [`readKnowledge, all ${files.length} files`, whole.toFixed(1), `${(whole / alone).toFixed(2)}x`],
  ]
}
