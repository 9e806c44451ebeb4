// What was held back, asked: of each question how well the best entry fits, and whether it was the right one.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import type { Entry, Knowledge } from '../../src/domain/knowledge.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import type { Fit } from '../../src/resolve/fit.ts'
import { createResolver, type MeasuringResolver } from '../../src/resolve/resolver.ts'
import { type Asked, askedOf } from './asked.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Candidates among which the right one may be offered. */
const OFFERED = 6

export interface Sample {
  readonly fit: Fit
  readonly best: Entry
  readonly known: boolean
  /** Whether the best entry is right, another among those that may be offered, one further down, or none at all. */
  readonly right: 'best' | 'near' | 'elsewhere' | 'none'
}

export interface Held {
  readonly documents: readonly string[]
  readonly authors: readonly string[]
}

/** @param folder Where the tables lie that were learned without it. */
export async function measureQuarter(held: Held, folder: string): Promise<readonly Sample[]> {
  const table = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
  const [associations, sounds] = await Promise.all([table('associations'), table('unanswerable')])
  const [practised, known] = await Promise.all([
    load('test/fixtures/practice-documents'),
    load('test/fixtures/kb-wide'),
  ])
  const unseen = { ...practised, documents: practised.documents.filter(({ id }) => held.documents.includes(id)) }
  const asked = await askedOf(held)
  return [unseen, known].flatMap((knowledge) => {
    const resolver = createResolver(knowledge, associations, sounds)
    const products = new Map(knowledge.documents.map(({ id, product }) => [id, product]))
    return asked
      .filter(({ doc }) => (doc === '' ? knowledge === known : products.has(doc)))
      .flatMap((one) => {
        const product = products.get(one.doc)
        // questions about held-back documents are asked both in their channel and out of the blue
        const contexts = knowledge === unseen && product ? [{ product }, {}] : [{}]
        return contexts.flatMap((context) => measured(resolver, one, context) ?? [])
      })
  })
}

function measured(
  resolver: MeasuringResolver,
  { question, isRight, several }: Asked,
  context: object,
): Sample | undefined {
  const { understood, ranked, fit, known } = resolver.measure(question, context)
  const [best] = ranked
  if (!best || !fit || understood.missing) return undefined
  const at = isRight ? ranked.findIndex(({ entry }) => isRight(entry)) : -1
  const right = !isRight ? 'none' : at === 0 && !several ? 'best' : at >= 0 && at < OFFERED ? 'near' : 'elsewhere'
  return { fit, best: best.entry, known, right }
}

function load(folder: string): Promise<Knowledge> {
  return folderKnowledgeSource(join(root, folder), readKnowledge, { now: () => new Date(0) }).load()
}
