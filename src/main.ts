#!/usr/bin/env node
// The composition root: the only file of src that knows the adapters. Everything that a command does not
// need is imported when it is needed, so that asking in a terminal starts no server's libraries.

import { randomUUID } from 'node:crypto'
import { runCommandLine } from '../adapters/cli/run.ts'
import type { Terminal } from '../adapters/cli/terminal.ts'
import type { ServeOptions, Workspace } from '../adapters/cli/workspace.ts'
import type { Config } from './config.ts'
import type { Knowledge } from './domain/knowledge.ts'
import type { Clock } from './ports/clock.ts'

const clock: Clock = { now: () => new Date() }

async function readKnowledgeFolder(folder: string) {
  const [{ folderKnowledgeSource }, { readKnowledge }] = await Promise.all([
    import('../adapters/files/folder-knowledge-source.ts'),
    import('./knowledge/read-knowledge.ts'),
  ])
  return folderKnowledgeSource(folder, readKnowledge, clock).load()
}

function createWorkspace(config: Config): Workspace {
  const knowledge = (folder = config.knowledgeDir) => readKnowledgeFolder(folder)
  return {
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

function createTerminal(colour: boolean): Terminal {
  const { stdin, stdout, stderr } = process
  return {
    input: stdin,
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    colour: Boolean(colour && stdout.isTTY),
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
    write: async (text) => {
      if (!stdout.write(text)) await new Promise<void>((resolve) => stdout.once('drain', resolve))
    },
    complain: (line) => stderr.write(`${line}\n`),
  }
}

// A reader that has seen enough (`raci show | head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

async function main(): Promise<number> {
  const { readConfig } = await import('./config.ts')
  const config = readConfig()
  return runCommandLine(process.argv.slice(2), createWorkspace(config), createTerminal(config.colour), {
    debug: config.logLevel === 'debug' || config.logLevel === 'trace',
    reference: () => randomUUID().slice(0, 8),
  })
}

main().then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    process.stderr.write(`raci: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
