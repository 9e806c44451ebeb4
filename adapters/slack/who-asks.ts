// Who stands behind a delivery, by its ids alone: asked before anything is looked up.

import type { StringIndexed } from '@slack/bolt'
import type { Person } from '../../src/ports/place.ts'

/** The person of a command, control, form, shortcut or event; undefined for what nobody asked, the bot's own messages included. */
export function personIn(body: StringIndexed): Person | undefined {
  const event = recordIn(body, 'event')
  if (event && textIn(event, 'bot_id') !== undefined) return undefined
  const user = event ? textIn(event, 'user') : (textIn(body, 'user_id') ?? textIn(recordIn(body, 'user'), 'id'))
  const team = textIn(body, 'team_id') ?? textIn(recordIn(body, 'team'), 'id')
  const enterprise = textIn(body, 'enterprise_id') ?? textIn(recordIn(body, 'enterprise'), 'id')
  const tenant = team ?? enterprise
  return user === undefined || tenant === undefined ? undefined : { platform: 'slack', tenant, user }
}

function recordIn(from: StringIndexed, name: string): StringIndexed | undefined {
  const value: unknown = from[name]
  return typeof value === 'object' && value !== null ? value : undefined
}

function textIn(from: StringIndexed | undefined, name: string): string | undefined {
  const value: unknown = from?.[name]
  return typeof value === 'string' ? value : undefined
}
