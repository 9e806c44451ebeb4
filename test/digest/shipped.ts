// The shipped documents, read as the product reads them.

import { fileURLToPath } from 'node:url'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'

const folder = fileURLToPath(new URL('../../knowledge', import.meta.url))
const clock = { now: () => new Date('2026-11-16T08:00:00Z') }

export const shipped = await folderKnowledgeSource(folder, readKnowledge, clock).load()
