// A process of its own that does what every answer needs first, and prints how long each step took (see start.ts).

import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// as `raci` itself does: without it the load would look longer than it is
enableCompileCache()
const marks = [performance.now()]
const mark = (): void => {
  marks.push(performance.now())
}
const [{ folderKnowledgeSource }, { readKnowledge }] = await Promise.all([
  import('../../adapters/files/folder-knowledge-source.ts'),
  import('../../src/knowledge/read-knowledge.ts'),
])
mark()
const folder = join(import.meta.dirname, '../../knowledge')
const knowledge = await folderKnowledgeSource(folder, readKnowledge, { now: () => new Date() }).load()
mark()
const { createResolver } = await import('../../src/resolve/resolver.ts')
mark()
createResolver(knowledge)
mark()
const [reader, read, resolver, index] = marks.slice(1).map((at, step) => at - (marks[step] ?? 0))
process.stdout.write(JSON.stringify({ reader, folder: read, resolver, index }))
