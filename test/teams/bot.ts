// The bot as `raci serve` puts it together, over the shipped documents, against our connector stub.

import { setImmediate as turn } from 'node:timers/promises'
import express from 'express'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import { systemClock } from '../../adapters/observe/system-clock.ts'
import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import { createTeams, type Teams } from '../../adapters/teams/teams-app.ts'
import type { TeamsOptions } from '../../adapters/teams/teams-options.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { MemoryBindings, MemoryDeliveries, MemoryRecords } from '../slack/memory-stores.ts'
import { MemoryReferences } from './memory-references.ts'

const folder = new URL('../../knowledge', import.meta.url).pathname
export const knowledge = await folderKnowledgeSource(folder, readKnowledge, systemClock).load()
const resolver = createResolver(knowledge)

/** What survives a restart, and what two replicas share. */
export function newStores() {
  return {
    deliveries: new MemoryDeliveries(),
    bindings: new MemoryBindings(),
    records: new MemoryRecords(),
    conversations: new MemoryConversationStore(),
    references: new MemoryReferences(),
  }
}

export type Kept = ReturnType<typeof newStores>

export interface Logged {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly details: object
}

export interface Bot {
  readonly teams: Teams
  readonly logged: readonly Logged[]
  readonly kept: Kept
  readonly url: string
  /** Delivers an activity as Teams does; resolves to its answer when all that it began is done. */
  send(activity: object, authorization?: string): Promise<Delivered>
  /** The same, without waiting for what was begun. */
  deliver(activity: object | string, authorization?: string): Promise<Delivered>
  stop(): Promise<void>
}

export interface Delivered {
  readonly status: number
  readonly body: unknown
}

let numbers = 0

export async function startBot(
  options: Partial<TeamsOptions> = {},
  kept = newStores(),
  inside: Partial<Inside> = {},
): Promise<Bot> {
  const logged: Logged[] = []
  const note = (level: Logged['level']) => (details: object, message: string) =>
    logged.push({ level, message, details })
  const http = express()
  const teams = createTeams(
    {
      access: 'development',
      conversation: createConversation({
        resolver,
        knowledge,
        conversations: kept.conversations,
        bindings: kept.bindings,
        questions: kept.records,
        feedback: kept.records,
        persons: kept.records,
        ...inside,
      }),
      lookup: createConversation({ resolver, knowledge }),
      knowledge,
      deliveries: kept.deliveries,
      references: kept.references,
      clock: systemClock,
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      reference: () => `ref-${++numbers}`,
      publicUrl: 'https://raci.example.com',
      rates: { person: { burst: 10_000, perMinute: 1 }, tenant: { burst: 10_000, perMinute: 1 } },
      patience: { wait: async () => turn(), random: () => 0.5 },
      ...options,
    },
    http,
  )
  const server = http.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/messages`
  const deliver: Bot['deliver'] = async (activity, authorization) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(authorization ? { Authorization: authorization } : {}) },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    })
    const body = await response.text()
    return { status: response.status, body: body.startsWith('{') ? JSON.parse(body) : body }
  }
  return {
    teams,
    logged,
    kept,
    url,
    deliver,
    async send(activity, authorization) {
      const delivered = await deliver(activity, authorization)
      await teams.idle()
      return delivered
    },
    async stop() {
      await teams.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
