// Whether a question that names its product stays as cheap when there are 10 and 100 times as many products.

import { Bench } from 'tinybench'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { type Asked, entriesOf, multiplied, nameInCopy } from './material.ts'
import { median, medianOf, type Row } from './table.ts'

/**
 * Questions that spell out a product's name, asked of the copies in turn under the copies' names; every pass asks a
 * resolver that has heard none of them.
 */
export function scale(knowledge: Knowledge, asked: readonly Asked[]): readonly Row[] {
  const naming = asked.flatMap(({ question }) => {
    const name = nameIn(question, knowledge)
    return name ? [{ question, name }] : []
  })
  let first = 0
  return [1, 10, 100].map((times): Row => {
    const many = multiplied(knowledge, times)
    const built: number[] = []
    let resolver = createResolver(many)
    const questions = naming.map(({ question, name }, at) =>
      question.replace(name, nameInCopy(name, (at * 37) % times)),
    )
    const bench = new Bench({ time: 0, iterations: 5, warmupTime: 0, warmupIterations: 2, throws: true })
    bench.add(
      'named',
      () => {
        for (const question of questions) resolver.resolve(question)
      },
      {
        beforeEach() {
          const start = performance.now()
          resolver = createResolver(many)
          built.push(performance.now() - start)
        },
      },
    )
    const [task] = bench.runSync()
    const micros = task ? (medianOf(task) * 1000) / questions.length : 0
    first ||= micros
    const right = questions.filter((question, at) => {
      const { products } = resolver.resolve(question).reading
      const wanted = nameInCopy(naming[at]?.name ?? '', (at * 37) % times)
      return products.length === 1 && products[0] === resolver.product(wanted)
    }).length
    return [
      `${entriesOf(many).length} rows, ${many.documents.length} products`,
      micros.toFixed(0),
      `${(micros / first).toFixed(1)}x`,
      `${right}/${questions.length}`,
      median(built).toFixed(0),
    ]
  })
}

/** The longest product name that the question holds, as it is written there. */
function nameIn(question: string, { documents }: Knowledge): string | undefined {
  const names = documents.flatMap(({ product, aliases }) => [product, ...aliases]).filter((name) => name.length > 3)
  const found = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => new RegExp(`\\b${RegExp.escape(name)}\\b`, 'i').exec(question)?.[0])
  return found.find((name) => name !== undefined)
}
