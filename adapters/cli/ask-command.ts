// `raci ask`: one question, a conversation, or a batch.

import { jsonAnswer, jsonLine } from './json-line.ts'
import { renderPage } from './page.ts'
import type { Terminal } from './terminal.ts'
import { UsageError, type Workspace } from './workspace.ts'

export interface AskOptions {
  readonly knowledge?: string
  readonly channel?: string
  readonly json?: boolean
  readonly batch?: boolean
  readonly explain?: boolean
}

/** Answers what the command line asks; an answer of any kind is a success. */
export async function askCommand(
  words: readonly string[],
  options: AskOptions,
  workspace: Workspace,
  terminal: Terminal,
): Promise<void> {
  if (options.batch && words.length) {
    throw new UsageError('--batch reads questions from standard input; type: raci ask --batch < questions.jsonl')
  }
  const { conversation } = await workspace.conversation(options.knowledge)
  if (options.batch) {
    const { runBatch } = await import('./batch.ts')
    return runBatch(conversation, terminal, options)
  }
  if (!words.length) {
    const { runSession } = await import('./session.ts')
    return runSession(conversation, terminal, {
      ...options,
      ...(workspace.publicUrl ? { publicUrl: workspace.publicUrl } : {}),
    })
  }
  const answer = await conversation.converse({
    platform: 'cli',
    conversation: 'terminal',
    text: words.join(' '),
    ...(options.channel ? { channelName: options.channel } : {}),
    ...(options.explain ? { explain: true } : {}),
  })
  if (options.json) return terminal.write(jsonLine(jsonAnswer(answer)))
  return terminal.write(`${renderPage(answer, terminal, workspace)}\n`)
}
