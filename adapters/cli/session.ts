// `raci ask` without a question: a conversation. Choices are numbers, the next steps single letters.

import type { Action, ActionName, Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import type { Conversation } from '../../src/conversation/converse.ts'
import type { Incoming, Setting } from '../../src/conversation/incoming.ts'
import { jsonAnswer, jsonLine } from './json-line.ts'
import { linesOf, pageWidth, type Terminal } from './terminal.ts'

/** What is typed for the next steps of an answer. */
const KEYS: Partial<Readonly<Record<ActionName, string>>> = { section: 's', elsewhere: 'o', miss: 'n' }
const LEAVING = new Set(['quit', 'exit', 'q', 'bye'])

export interface SessionOptions {
  readonly channel?: string
  readonly json?: boolean
  readonly explain?: boolean
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
  let last: Answer | undefined
  if (terminal.interactive)
    await terminal.write(dim('Ask who is responsible; “help” explains, “quit” leaves.\n', terminal))
  await prompt(terminal)
  for await (const line of linesOf(terminal.input)) {
    const typed = line.trim()
    if (LEAVING.has(typed.toLowerCase())) return
    if (typed) last = await answer(typed, last, conversation, terminal, setting, options)
    await prompt(terminal)
  }
  if (terminal.interactive) await terminal.write('\n')
}

async function answer(
  typed: string,
  last: Answer | undefined,
  conversation: Conversation,
  terminal: Terminal,
  setting: Setting,
  options: SessionOptions,
): Promise<Answer | undefined> {
  const incoming = readTyped(typed, last, setting)
  if (typeof incoming === 'string') {
    await terminal.write(`${incoming}\n\n`)
    return last
  }
  const next = await conversation.converse(incoming)
  await terminal.write(options.json ? jsonLine(jsonAnswer(next)) : page(next, terminal))
  return next
}

/** A number picks an option, a letter a next step; anything else is said as it stands. */
function readTyped(typed: string, last: Answer | undefined, setting: Setting): Incoming | string {
  const offered = last?.blocks.flatMap((block) => (block.type === 'options' ? block.options : [])) ?? []
  if (/^\d{1,3}$/u.test(typed) && offered.length) {
    const option = offered[Number(typed) - 1]
    if (option) return { ...setting, action: option.action }
    return offered.length === 1
      ? 'There is one choice: 1.'
      : `There are ${offered.length} choices: 1 to ${offered.length}.`
  }
  const action = last?.actions.find(({ name }) => KEYS[name] === typed.toLowerCase())
  return action ? { ...setting, action } : { ...setting, text: typed }
}

function page(answer: Answer, terminal: Terminal): string {
  const text = renderText(answer, { colour: terminal.colour, ...pageWidth(terminal) })
  const hint = hintOf(answer.actions)
  const numbers = answer.blocks.some((block) => block.type === 'options') ? ['type a number'] : []
  const steps = [...numbers, ...hint].join(' · ')
  return `\n${text}\n${steps && terminal.interactive ? `\n${dim(steps, terminal)}\n` : ''}\n`
}

function hintOf(actions: readonly Action[]): readonly string[] {
  return actions.flatMap(({ name, label }) => {
    const key = KEYS[name]
    return key ? [`${key} ${label.charAt(0).toLowerCase()}${label.slice(1)}`] : []
  })
}

function dim(text: string, { colour }: Terminal): string {
  return colour ? `\u001b[2m${text}\u001b[22m` : text
}

async function prompt(terminal: Terminal): Promise<void> {
  if (terminal.interactive) await terminal.write('> ')
}
