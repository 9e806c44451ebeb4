// What `raci serve` works with in a fresh clone: the shipped documents and the real resolver.

import { fileURLToPath } from 'node:url'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import { createResolver } from '../../src/resolve/resolver.ts'

const folder = fileURLToPath(new URL('../../knowledge', import.meta.url))

export async function shippedInside(): Promise<Inside> {
  const knowledge = await folderKnowledgeSource(folder, readKnowledge, { now: () => new Date() }).load()
  return { knowledge, resolver: createResolver(knowledge) }
}
