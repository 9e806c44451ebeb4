// `raci show` and `raci products`: the documents as they stand.

import type { Answer } from '../../src/answer/answer.ts'
import { composeItem } from '../../src/answer/compose-item.ts'
import { jsonLine } from './json-line.ts'
import { renderPage } from './page.ts'
import type { Terminal } from './terminal.ts'
import { UsageError, type Workspace } from './workspace.ts'

export interface ShowOptions {
  readonly knowledge?: string
  readonly json?: boolean
}

/** Shows a product or a part of it; with `json` every row and rule as an item a line. */
export async function showCommand(
  words: readonly string[],
  options: ShowOptions,
  workspace: Workspace,
  terminal: Terminal,
): Promise<void> {
  const { knowledge, conversation } = await workspace.conversation(options.knowledge)
  if (!words.length) {
    if (!options.json) return print(conversation.products(), terminal, workspace)
    for (const document of knowledge.documents) {
      for (const entry of document.entries) await terminal.write(jsonLine(composeItem(entry)))
    }
    return
  }
  const answer = conversation.show(words.join(' '))
  if (!answer) throw new UsageError(`no product “${words.join(' ')}” is loaded; type: raci products`)
  if (!options.json) return print(answer, terminal, workspace)
  for (const entry of answer.items) await terminal.write(jsonLine(composeItem(entry)))
}

/** Lists what is covered. */
export async function productsCommand(options: ShowOptions, workspace: Workspace, terminal: Terminal): Promise<void> {
  const { conversation, knowledge } = await workspace.conversation(options.knowledge)
  if (!options.json) return print(conversation.products(), terminal, workspace)
  for (const { id, product, title, updated, url, parties, entries } of knowledge.documents) {
    const dated = { ...(updated ? { updated } : {}), ...(url ? { url } : {}) }
    await terminal.write(jsonLine({ document: id, product, title, ...dated, parties, entries: entries.length }))
  }
}

function print(answer: Answer, terminal: Terminal, workspace: Workspace): Promise<void> {
  return terminal.write(`${renderPage(answer, terminal, workspace)}\n`)
}
