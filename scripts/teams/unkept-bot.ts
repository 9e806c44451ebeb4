// Our bot for `npm run bench:teams` on the echo bot's terms: all that it keeps is in memory, and goes with the process.

import express from 'express'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import { systemClock } from '../../adapters/observe/system-clock.ts'
import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import { createTeams } from '../../adapters/teams/teams-app.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import type { DeliveryStore } from '../../src/ports/delivery-store.ts'
import { createResolver } from '../../src/resolve/resolver.ts'

const seen = new Set<string>()
const deliveries: DeliveryStore = {
  remember: async (id) => (seen.size === seen.add(id).size ? 'seen' : 'new'),
  claim: async (id) => {
    if (seen.has(id)) return 'done'
    seen.add(id)
    return { id, attempt: 1 }
  },
  finish: async () => true,
  release: async ({ id }) => seen.delete(id),
  takeAbandoned: async () => [],
  accept: async () => undefined,
  settle: async () => undefined,
  takeWaiting: async () => [],
  extend: async () => true,
}

const folder = new URL('../../knowledge', import.meta.url).pathname
const knowledge = await folderKnowledgeSource(folder, readKnowledge, systemClock).load()
const resolver = createResolver(knowledge)
const silent = () => undefined
const app = express()
createTeams(
  {
    access: 'development',
    conversation: createConversation({ resolver, knowledge, conversations: new MemoryConversationStore() }),
    lookup: createConversation({ resolver, knowledge }),
    knowledge,
    deliveries,
    clock: systemClock,
    log: { info: silent, warn: silent, error: console.error },
    reference: () => '',
  },
  app,
)
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`)
})
