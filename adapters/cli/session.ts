// `raci ask` without a question: a conversation. Choices are numbers, the next steps single letters.

import type { Action, ActionName, Answer, Option } from '../../src/answer/answer.ts'
import { createPen } from '../../src/answer/text/pen.ts'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { ActionCall, Setting } from '../../src/conversation/incoming.ts'
import { jsonAnswer, jsonLine } from './json-line.ts'
import { renderPage } from './page.ts'
import { linesOf, type Terminal } from './terminal.ts'
import { UsageError } from './workspace.ts'

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

/** Talks until the input ends or the person leaves. Throws UsageError for input from elsewhere that holds nothing. */
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
  let asked = false
  for await (const line of linesOf(terminal.input)) {
    const typed = line.trim()
    asked ||= typed !== ''
    if (LEAVING.has(typed.toLowerCase())) return
    const said = typed ? readTyped(typed, last) : ''
    if (typeof said === 'string') await terminal.write(said)
    else {
      const answer = await conversation.converse({ ...setting, ...said })
      if (!leavesOpen(answer, last)) last = answer
      await terminal.write(options.json ? jsonLine(jsonAnswer(answer)) : page(answer, terminal, options, last))
    }
    terminal.prompt()
  }
  if (terminal.interactive) await terminal.write('\n')
  else if (!asked) throw new UsageError('nothing was asked; type: raci ask "who restores backups on Email Pro"')
}

/** A reply without choices of its own, to something not understood or to "why", leaves those before it to choose from. */
function leavesOpen(answer: Answer, last: Answer | undefined): boolean {
  const isAside = (answer.kind === 'unknown' && !answer.items.length) || answer.kind === 'help'
  return isAside && !optionsOf(answer).length && optionsOf(last).length > 0
}

function optionsOf(answer: Answer | undefined): readonly Option[] {
  return answer?.blocks.flatMap((block) => (block.type === 'options' ? block.options : [])) ?? []
}

/** A number picks an option, a letter a next step, anything else is said as it stands; a wrong number gets a reply. */
function readTyped(typed: string, last: Answer | undefined): { text: string } | { action: ActionCall } | string {
  const offered = optionsOf(last)
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

/** `open` is the answer that numbers and letters refer to now. */
function page(answer: Answer, terminal: Terminal, options: SessionOptions, open: Answer | undefined): string {
  const text = renderPage(answer, terminal, options)
  if (!terminal.interactive) return `${text}\n\n`
  const numbers = optionsOf(open).length
    ? [open === answer ? 'type a number' : 'a number still picks a choice from before']
    : []
  const steps = [...numbers, ...hintOf(open?.actions ?? [])].join(' · ')
  return `\n${text}\n${steps && `\n${createPen(terminal.colour).dim(steps)}\n`}\n`
}

function hintOf(actions: readonly Action[]): readonly string[] {
  return actions.flatMap(({ name, label }) => {
    const key = KEYS[name]
    return key ? [`${key} ${label.charAt(0).toLowerCase()}${label.slice(1)}`] : []
  })
}
