// Time per question: ours, Fuse.js and MiniSearch over the same rows with the same questions, in one run.

import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { Bench } from 'tinybench'
import type { Entry, Knowledge } from '../../src/domain/knowledge.ts'
import { createResolver, type Resolver } from '../../src/resolve/resolver.ts'
import { type Asked, entriesOf } from './material.ts'
import { medianOf, type Row } from './table.ts'

const FIELDS = ['title', 'section', 'activity']

/** Every pass asks all questions once. Ours starts each pass with a resolver that has heard none of them. */
export async function perQuestion(knowledge: Knowledge, questions: readonly Asked[]): Promise<readonly Row[]> {
  const rows = entriesOf(knowledge).map(searchable)
  let resolver: Resolver
  const fuse = new Fuse(rows, { keys: FIELDS })
  const mini = new MiniSearch({ fields: FIELDS, storeFields: FIELDS, searchOptions: { fuzzy: 0.2, prefix: true } })
  mini.addAll(rows)
  const quick = new Bench({ time: 0, iterations: 31, warmupTime: 0, warmupIterations: 10, throws: true })
  // a pass of Fuse.js takes seconds: few passes, and a few questions to warm up
  const slow = new Bench({ time: 0, iterations: 3, warmup: false, throws: true })
  quick.add(
    'Raci (whole answer)',
    () => {
      for (const { question, channel } of questions) resolver.resolve(question, channel ? { channel } : {})
    },
    {
      beforeEach() {
        resolver = createResolver(knowledge)
      },
    },
  )
  quick.add('MiniSearch (fuzzy 0.2, prefix)', () => {
    for (const { question } of questions) mini.search(question)
  })
  slow.add(
    'Fuse.js (title, section, activity)',
    () => {
      for (const { question } of questions) fuse.search(question)
    },
    {
      beforeAll() {
        for (const { question } of questions.slice(0, 5)) fuse.search(question)
      },
    },
  )
  quick.runSync()
  slow.runSync()
  const costs = [...quick.tasks, ...slow.tasks].map((task) => ({
    name: task.name,
    micros: (medianOf(task) * 1000) / questions.length,
  }))
  const own = costs[0]?.micros ?? 1
  return costs.map(({ name, micros }) => [name, micros.toFixed(0), `${(micros / own).toFixed(1)}x`])
}

function searchable(entry: Entry) {
  return {
    id: entry.id,
    title: `${entry.source.title} ${entry.product}`,
    section: entry.section.join(' '),
    activity: entry.type === 'activity' ? entry.text : entry.quote,
  }
}
