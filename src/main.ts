#!/usr/bin/env node
// The composition root: the only file of src that knows the adapters. Everything that a command does not
// need is imported when it is needed, so that asking in a terminal starts no server's libraries.

import { randomUUID } from 'node:crypto'
import { enableCompileCache } from 'node:module'
import type { ServeOptions, Workspace } from '../adapters/cli/workspace.ts'
import manifest from '../package.json' with { type: 'json' }
import type { Config } from './config.ts'
import type { Knowledge } from './domain/knowledge.ts'
import { AppError } from './errors.ts'

async function readKnowledgeFolder(folder: string) {
  const [{ folderKnowledgeSource }, { systemClock }, { readKnowledge }] = await Promise.all([
    import('../adapters/files/folder-knowledge-source.ts'),
    import('../adapters/observe/system-clock.ts'),
    import('./knowledge/read-knowledge.ts'),
  ])
  return folderKnowledgeSource(folder, readKnowledge, systemClock).load()
}

function createWorkspace(config: Config): Workspace {
  const knowledge = (folder = config.knowledgeDir) => readKnowledgeFolder(folder)
  return {
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
    knowledge,
    async conversation(folder) {
      const [read, { createResolver }, { createConversation }, { MemoryConversationStore }] = await Promise.all([
        knowledge(folder),
        import('./resolve/resolver.ts'),
        import('./conversation/converse.ts'),
        import('../adapters/storage/memory-conversation-store.ts'),
      ])
      const inside = { resolver: createResolver(read), knowledge: read, conversations: new MemoryConversationStore() }
      return { knowledge: read, conversation: createConversation(inside) }
    },
    serve: (options) => serve(config, options, knowledge),
  }
}

/** Serves the web console until the process is told to stop (Ctrl+C, or a container's SIGTERM). */
async function serve(
  config: Config,
  { folder, host = config.host, port = config.port }: ServeOptions,
  readKnowledge: (folder?: string) => Promise<Knowledge>,
): Promise<void> {
  const [{ serveHttp }, { mountWeb }, { renderFailurePage }, { createLog }, { createResolver }] = await Promise.all([
    import('../adapters/http/serve-http.ts'),
    import('../adapters/web/mount-web.ts'),
    import('../adapters/web/failure-page.ts'),
    import('../adapters/observe/create-log.ts'),
    import('./resolve/resolver.ts'),
  ])
  const log = createLog(config.logLevel)
  const knowledge = await readKnowledge(folder)
  const inside = { resolver: createResolver(knowledge), knowledge }
  const listening = await serveHttp({
    address: { host, port },
    readiness: () => ({ ready: true, documents: knowledge.documents.length }),
    mount: (app) => mountWeb(app, inside),
    renderFailure: renderFailurePage,
    report: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
  })
  process.stdout.write(`Raci answers at ${listening.url} (Ctrl+C stops it)\n`)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await listening.close()
}

async function main(): Promise<number> {
  // Compiled modules are kept between runs: asking again starts in half the time.
  enableCompileCache()
  const [{ readConfig }, { runCommandLine }, { processTerminal }] = await Promise.all([
    import('./config.ts'),
    import('../adapters/cli/run.ts'),
    import('../adapters/cli/process-terminal.ts'),
  ])
  const config = readConfig()
  return runCommandLine(process.argv.slice(2), createWorkspace(config), processTerminal(process, config.colour), {
    version: manifest.version,
    debug: config.logLevel === 'debug' || config.logLevel === 'trace',
    reference: () => randomUUID().slice(0, 8),
  })
}

main().then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    process.stderr.write(`raci: ${error instanceof AppError ? error.forPerson : String(error)}\n`)
    process.exitCode = 1
  },
)
