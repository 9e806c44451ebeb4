// One command line as a test runs it: in this process, with streams it can read.

import { runCommandLine } from '../../adapters/cli/run.ts'
import type { Terminal } from '../../adapters/cli/terminal.ts'
import type { Workspace } from '../../adapters/cli/workspace.ts'
import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import { knowledge } from '../answer/fixture-knowledge.ts'
import { type Script, scriptedResolver } from '../conversation/scripted-resolver.ts'

export interface Run {
  readonly status: number
  readonly out: string
  readonly err: string
}

export interface RunSettings extends Script {
  readonly input?: string | Uint8Array
  readonly terminal?: Partial<Terminal>
  readonly workspace?: Partial<Workspace>
  readonly knowledge?: Knowledge
  readonly debug?: boolean
}

/** Runs `raci WORDS` against the fixture's knowledge and a scripted resolver. */
export async function run(words: readonly string[], settings: RunSettings = {}): Promise<Run> {
  let out = ''
  let err = ''
  const read = settings.knowledge ?? knowledge
  const terminal: Terminal = {
    input: inputOf(settings.input ?? ''),
    interactive: false,
    prompt: () => {
      out += settings.terminal?.interactive ? '> ' : ''
    },
    colour: false,
    write: async (text) => {
      out += text
    },
    complain: (line) => {
      err += `${line}\n`
    },
    ...settings.terminal,
  }
  const inside = { resolver: scriptedResolver(settings), knowledge: read, conversations: new MemoryConversationStore() }
  const workspace: Workspace = {
    knowledge: async () => read,
    conversation: async () => ({ knowledge: read, conversation: createConversation(inside) }),
    serve: async () => undefined,
    digest: async () => Promise.reject(new Error('no digest in this test')),
    ...settings.workspace,
  }
  const options = { version: '1.2.3', debug: settings.debug ?? false, reference: () => 'ref-1' }
  const status = await runCommandLine(words, workspace, terminal, options)
  return { status, out, err }
}

async function* inputOf(text: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield text
}

/** The JSON objects of an output, one a line. */
export function objects(out: string): readonly Record<string, unknown>[] {
  return out
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line))
}
