// The shipped documents and the measuring set, resolved as the product does.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import type { Entry } from '../../src/domain/knowledge.ts'
import type { Resolution } from '../../src/domain/resolution.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import { createResolver, type Resolver } from '../../src/resolve/resolver.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const clock = { now: () => new Date('2026-01-01T00:00:00Z') }
const opened = new Map<string, Promise<Resolver>>()

/** A resolver over a folder of the checkout, built once. */
export function resolverOf(folder: string): Promise<Resolver> {
  const known = opened.get(folder)
  if (known) return known
  const source = folderKnowledgeSource(join(root, folder), readKnowledge, clock)
  const resolver = source.load().then((knowledge) => createResolver(knowledge))
  opened.set(folder, resolver)
  return resolver
}

/** Every entry of a folder of the checkout. */
export async function entriesIn(folder: string): Promise<readonly Entry[]> {
  const knowledge = await folderKnowledgeSource(join(root, folder), readKnowledge, clock).load()
  return knowledge.documents.flatMap((document) => document.entries)
}

/** What a resolution shows, as `product: words of the row`. */
export function shown(resolution: Resolution): readonly string[] {
  return entriesOf(resolution).map(
    (entry) => `${entry.product}: ${entry.type === 'activity' ? entry.text : entry.quote}`,
  )
}

function entriesOf(resolution: Resolution): readonly Entry[] {
  switch (resolution.kind) {
    case 'answer':
    case 'list':
      return resolution.rows
    case 'rule':
      return resolution.rules
    case 'choices':
      return resolution.options
    case 'unknown':
      return []
  }
}
