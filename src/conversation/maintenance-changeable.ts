// What can be changed in chat: what was told of in chat, as long as it is not over or called off.

import type { Answer } from '../answer/answer.ts'
import { listed } from '../answer/wording.ts'
import { titleOf } from '../digest/window-lines.ts'
import { chatLink, isOpen, type Named } from './maintenance-calendar.ts'
import { originOf } from './maintenance-list.ts'
import { said } from './said.ts'

/** Whether exactly one window was named, and it can be changed. */
export function isChangeable(named: Named): named is Extract<Named, { kind: 'one' }> {
  return named.kind === 'one' && isOpen(named.window) && chatLink(named.window) !== undefined
}

const WHERE = '“maintenance list” shows the ids.'

/** Why it cannot; `code` is what was typed, absent where a button named the window. */
export function whyNotChangeable(named: Named, code?: string): Answer {
  if (code === '') return said('unknown', `Say which one. ${WHERE}`)
  if (named.kind === 'none') {
    return said('unknown', code ? `No maintenance has the id ${code}. ${WHERE}` : 'That maintenance is long over.')
  }
  if (named.kind === 'several') return said('unknown', `Several ids begin like that: ${listed(named.codes, 'or')}?`)
  const { window } = named
  if (!isOpen(window)) return said('unknown', `${titleOf(window)} is ${window.state} already.`)
  const url = window.links.find((link) => link.url !== undefined)?.url
  const text = `${titleOf(window)} was not added in chat: it comes ${originOf(window)}.`
  return said('unknown', text, `Change it there, and it changes here within minutes.${url ? ` ${url}` : ''}`)
}
