// `raci ask --batch`: questions as JSON lines in, answers as JSON lines out, each a conversation of its own.

import type { Conversation } from '../../src/conversation/converse.ts'
import { jsonAnswer, jsonLine } from './json-line.ts'
import { linesOf, type Terminal } from './terminal.ts'

/** What a line is to look like. */
const WANTED = '{"id": "1", "question": "who restores backups on Email Pro"}'

interface BatchQuestion {
  readonly id: unknown
  readonly question: string
  readonly channel?: string
}

/**
 * Answers every line in one line. One that cannot be read gets its error there, with its id or null, and on standard
 * error with its number; it never stops the others.
 */
export async function runBatch(
  conversation: Conversation,
  terminal: Terminal,
  defaults: { readonly channel?: string; readonly explain?: boolean },
): Promise<void> {
  let number = 0
  for await (const line of linesOf(terminal.input)) {
    number += 1
    if (!line.trim()) continue
    const read = readQuestion(line)
    if ('problem' in read) {
      terminal.complain(`line ${number}: ${read.problem}`)
      const error = `line ${number}: ${read.problem}`
      await terminal.write(jsonLine({ id: read.id ?? null, kind: 'unknown', items: [], text: read.problem, error }))
      continue
    }
    const channelName = read.channel ?? defaults.channel
    const answer = await conversation.converse({
      platform: 'cli',
      conversation: `batch-${number}`,
      text: read.question,
      ...(channelName ? { channelName } : {}),
      ...(defaults.explain ? { explain: true } : {}),
    })
    await terminal.write(jsonLine({ id: read.id, ...jsonAnswer(answer) }))
  }
}

function readQuestion(line: string): BatchQuestion | { readonly id?: unknown; readonly problem: string } {
  const value = parsed(line.replace(/^\ufeff/u, ''))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: `this is no JSON object; write ${WANTED}` }
  }
  const id = 'id' in value && value.id !== null ? value.id : undefined
  const named = id === undefined ? {} : { id }
  if (id === undefined) return { problem: `it has no "id"; write ${WANTED}` }
  if (!('question' in value) || typeof value.question !== 'string') {
    return { ...named, problem: `it has no "question" in quotes; write ${WANTED}` }
  }
  const channel = 'channel' in value && value.channel !== null ? value.channel : undefined
  if (channel !== undefined && typeof channel !== 'string') {
    return {
      ...named,
      problem: 'its "channel" is no text; write its name, for example "channel": "inc-email-pro-0412"',
    }
  }
  return { id, question: value.question, ...(channel ? { channel } : {}) }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
