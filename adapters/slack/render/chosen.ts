// What stands above an answer: what was chosen and by whom, or who asked and shared it.

import type { KnownBlock } from '@slack/types'
import type { Answer } from '../../../src/answer/answer.ts'
import type { Surface } from './controls.ts'
import { LIMITS } from './limits.ts'
import { ours, plain } from './text.ts'

/** `Chosen by @ada: Email Pro: Realize backup recovery`; a private choice needs no name. */
export function chosenBlocks(chosen: string, user: string, surface: Surface): readonly KnownBlock[] {
  return [said(surface === 'open' ? `Chosen by ${mention(user)}:` : 'Chosen:', chosen)]
}

/** `@ada asked: who restores backups?` */
export function askedBlocks(question: string, user: string): readonly KnownBlock[] {
  return question ? [said(`${mention(user)} asked:`, question)] : [said(`Shared by ${mention(user)}`, '')]
}

/** What an option stood for, from the answer it led to: Slack does not send an ephemeral message back. */
export function optionWords({ items: [first] }: Answer, value: string): string {
  if (!first) return value
  return `${first.product}: ${first.type === 'activity' ? first.text : (first.section.at(-1) ?? '')}`
}

/** A mention of ours, in a context line where it rings nobody's bell; only for an id of Slack's shape. */
function mention(user: string): string {
  return /^[UW][A-Z0-9]{2,30}$/u.test(user) ? `<@${user}>` : 'somebody'
}

function said(words: string, theirs: string): KnownBlock {
  return { type: 'context', elements: [ours(words), ...(theirs ? [plain(theirs, LIMITS.contextText)] : [])] }
}
