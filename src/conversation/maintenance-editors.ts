// Who may change maintenance in chat: the people and channels that the operator names.

import type { Answer } from '../answer/answer.ts'
import type { Setting } from './incoming.ts'
import { inPrivate, said } from './said.ts'

/** In place of ids: whoever can write to the bot. */
const EVERYBODY = 'everybody'

/** Whether the person, or everybody in this channel, is named. Without a list it is nobody. */
export function isEditor({ user, channel }: Setting, editors: readonly string[] = []): boolean {
  const named = new Set(editors.map((one) => one.toLowerCase()))
  return [EVERYBODY, user, channel].some((id) => id !== undefined && named.has(id.toLowerCase()))
}

/** Why not, and who can change that; for the person alone. */
export function notAnEditor({ user }: Setting, editors: readonly string[] | undefined): Answer {
  const text = editors?.length
    ? 'You are not among those who may change maintenance here.'
    : 'Nobody may change maintenance here yet.'
  const id = user === undefined ? '' : ` Your id is ${user}.`
  return inPrivate(said('unknown', text, `Whoever runs this bot names people or channels in MAINTENANCE_EDITORS.${id}`))
}
