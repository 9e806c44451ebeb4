// The bot as `raci serve` puts it together, over the shipped documents, against whatever stands for Slack.

import { fileURLToPath } from 'node:url'
import express from 'express'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import { systemClock } from '../../adapters/observe/system-clock.ts'
import { createSlack, type Slack } from '../../adapters/slack/slack-app.ts'
import type { SlackOptions } from '../../adapters/slack/slack-options.ts'
import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { SECRETS } from './local-slack.ts'
import { MemoryBindings, MemoryDeliveries, MemoryRecords } from './memory-stores.ts'

async function load(folder: string) {
  const path = fileURLToPath(new URL(`../../${folder}`, import.meta.url))
  const knowledge = await folderKnowledgeSource(path, readKnowledge, systemClock).load()
  return { knowledge, resolver: createResolver(knowledge) }
}

const shipped = await load('knowledge')
/** Seventeen products: more than a row of buttons holds. */
export const loadMany = () => load('test/fixtures/kb-wide')

/** What survives a restart, and what two replicas share. */
export interface Kept {
  readonly deliveries: MemoryDeliveries
  readonly bindings: MemoryBindings
  readonly records: MemoryRecords
  readonly conversations: MemoryConversationStore
}

export function newStores(): Kept {
  return {
    deliveries: new MemoryDeliveries(),
    bindings: new MemoryBindings(),
    records: new MemoryRecords(),
    conversations: new MemoryConversationStore(),
  }
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly details: object
}

export interface Bot {
  readonly slack: Slack
  readonly logged: readonly Logged[]
  stop(): Promise<void>
}

export interface BotOptions {
  readonly apiUrl: string
  readonly kept?: Kept
  /** Signed HTTP on this port; Socket Mode without. */
  readonly port?: number
  readonly inside?: Partial<Inside>
  readonly options?: Partial<SlackOptions>
}

let numbers = 0

export async function startBot({
  apiUrl,
  kept = newStores(),
  port,
  inside = {},
  options = {},
}: BotOptions): Promise<Bot> {
  const logged: Logged[] = []
  const given = { ...shipped, ...inside }
  const conversation = createConversation({
    ...given,
    conversations: kept.conversations,
    bindings: kept.bindings,
    questions: kept.records,
    feedback: kept.records,
    persons: kept.records,
  })
  const note = (level: Logged['level']) => (details: object, message: string) =>
    logged.push({ level, message, details })
  const http = express()
  const slack = createSlack(
    {
      intake:
        port === undefined
          ? { mode: 'socket', appToken: SECRETS.app }
          : { mode: 'http', signingSecret: SECRETS.signing },
      identity: { botToken: SECRETS.bot },
      conversation,
      knowledge: given.knowledge,
      deliveries: kept.deliveries,
      clock: systemClock,
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      reference: () => `ref-${++numbers}`,
      apiUrl,
      publicUrl: 'https://raci.example.com',
      rates: { person: { burst: 10_000, perMinute: 1 }, tenant: { burst: 10_000, perMinute: 1 } },
      ...options,
    },
    http,
  )
  const server = port === undefined ? undefined : http.listen(port, '127.0.0.1')
  await slack.start()
  return {
    slack,
    logged,
    async stop() {
      await slack.stop()
      server?.closeAllConnections()
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
    },
  }
}
