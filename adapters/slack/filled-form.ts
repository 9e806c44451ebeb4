// A form that keeps something, before anything is looked up: which deliveries are one, and how it is refused without
// losing what was typed.

import type { StringIndexed } from '@slack/bolt'
import { FILLED_FORM } from './names.ts'
import { recordIn, textIn } from './who-asks.ts'

const TOO_FAST = 'That was a little fast for me. Give me a moment, then send it again.'

/** True for the submission of a form that is checked before it is acknowledged. */
export function isFilledForm(body: StringIndexed): boolean {
  const name = textIn(recordIn(body, 'view'), 'callback_id')
  return body.type === 'view_submission' && name !== undefined && name.startsWith(FILLED_FORM)
}

/** The reply that keeps the form open: one line beside its first field. */
export function keptOpen(values: StringIndexed, because: string) {
  return { response_action: 'errors', errors: { [Object.keys(values)[0] ?? '']: because } } as const
}

/** The reply to somebody who sends too much. */
export function tooFast(body: StringIndexed) {
  return keptOpen(recordIn(recordIn(recordIn(body, 'view') ?? {}, 'state') ?? {}, 'values') ?? {}, TOO_FAST)
}
