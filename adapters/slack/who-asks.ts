// Who stands behind a delivery, by its ids alone: asked before anything is looked up.

import type { StringIndexed } from '@slack/bolt'
import type { Person } from '../../src/ports/place.ts'

/** The person of a command, control, form, shortcut or event; undefined for what nobody asked, the bot's own messages included. */
export function personIn(body: StringIndexed): Person | undefined {
  const event = recordIn(body, 'event')
  if (event && textIn(event, 'bot_id') !== undefined) return undefined
  const user = event ? textIn(event, 'user') : (textIn(body, 'user_id') ?? textIn(recordIn(body, 'user'), 'id'))
  const tenant = tenantIn(body)
  return user === undefined || tenant === undefined ? undefined : { platform: 'slack', tenant, user }
}

/** The workspace, else the organisation, that the delivery is about. */
export function tenantIn(body: StringIndexed): string | undefined {
  const team = textIn(body, 'team_id') ?? textIn(recordIn(body, 'team'), 'id')
  return team ?? textIn(body, 'enterprise_id') ?? textIn(recordIn(body, 'enterprise'), 'id')
}

export function recordIn(from: StringIndexed, name: string): StringIndexed | undefined {
  const value: unknown = from[name]
  return typeof value === 'object' && value !== null ? value : undefined
}

export function textIn(from: StringIndexed | undefined, name: string): string | undefined {
  const value: unknown = from?.[name]
  return typeof value === 'string' ? value : undefined
}
