// `raci ask` without a question: a conversation. Choices are numbers, the next steps single letters.

import type { Action, ActionName, Answer } from '../../src/answer/answer.ts'
import { createPen } from '../../src/answer/text/pen.ts'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { ActionCall, Setting } from '../../src/conversation/incoming.ts'
import { jsonAnswer, jsonLine } from './json-line.ts'
import { renderPage } from './page.ts'
import { linesOf, type Terminal } from './terminal.ts'

/** What is typed for the next steps of an answer. */
const KEYS: Partial<Readonly<Record<ActionName, string>>> = { section: 's', elsewhere: 'o', miss: 'n' }
const LEAVING = new Set(['quit', 'exit', 'q', 'bye'])

export interface SessionOptions {
  readonly channel?: string
  readonly json?: boolean
  readonly explain?: boolean
  /** Root of the web console, for links to our own pages. */
  readonly publicUrl?: string
}

/** Talks until the input ends or the person leaves. */
export async function runSession(
  conversation: Conversation,
  terminal: Terminal,
  options: SessionOptions,
): Promise<void> {
  const setting: Setting = {
    platform: 'cli',
    conversation: 'terminal',
    ...(options.channel ? { channelName: options.channel } : {}),
    ...(options.explain ? { explain: true } : {}),
  }
  if (terminal.interactive) {
    await terminal.write(
      `${createPen(terminal.colour).dim('Ask who is responsible; “help” explains, “quit” leaves.')}\n`,
    )
  }
  terminal.prompt()
  let last: Answer | undefined
  for await (const line of linesOf(terminal.input)) {
    const typed = line.trim()
    if (LEAVING.has(typed.toLowerCase())) return
    const said = typed ? readTyped(typed, last) : ''
    if (typeof said === 'string') await terminal.write(said)
    else {
      last = await conversation.converse({ ...setting, ...said })
      await terminal.write(options.json ? jsonLine(jsonAnswer(last)) : page(last, terminal, options))
    }
    terminal.prompt()
  }
  if (terminal.interactive) await terminal.write('\n')
}

/** A number picks an option, a letter a next step, anything else is said as it stands; a wrong number gets a reply. */
function readTyped(typed: string, last: Answer | undefined): { text: string } | { action: ActionCall } | string {
  const offered = last?.blocks.flatMap((block) => (block.type === 'options' ? block.options : [])) ?? []
  if (/^\d{1,3}$/u.test(typed)) {
    const option = offered[Number(typed) - 1]
    return option ? { action: option.action } : `${rangeOf(offered.length)}\n\n`
  }
  const action = last?.actions.find(({ name }) => KEYS[name] === typed.toLowerCase())
  return action ? { action } : { text: typed }
}

function rangeOf(choices: number): string {
  if (!choices) return 'There is nothing to choose from: ask a question.'
  return choices === 1 ? 'There is one choice: 1.' : `Choices are 1 to ${choices}.`
}

function page(answer: Answer, terminal: Terminal, options: SessionOptions): string {
  const text = renderPage(answer, terminal, options)
  if (!terminal.interactive) return `${text}\n\n`
  const numbers = answer.blocks.some((block) => block.type === 'options') ? ['type a number'] : []
  const steps = [...numbers, ...hintOf(answer.actions)].join(' · ')
  return `\n${text}\n${steps && `\n${createPen(terminal.colour).dim(steps)}\n`}\n`
}

function hintOf(actions: readonly Action[]): readonly string[] {
  return actions.flatMap(({ name, label }) => {
    const key = KEYS[name]
    return key ? [`${key} ${label.charAt(0).toLowerCase()}${label.slice(1)}`] : []
  })
}
