// The parse boundary: JSON of anybody in, an activity of ours out, or nothing.

import type { Account, Mention, Named, Surface, TeamsActivity } from './activity.ts'
import { field, objects, text } from './read-json.ts'

/** The activity; undefined when it is none that Teams could have sent. */
export function readActivity(body: unknown): TeamsActivity | undefined {
  const type = text(body, 'type')
  const serviceUrl = text(body, 'serviceUrl')
  const conversation = readNamed(field(body, 'conversation'))
  const recipient = readAccount(field(body, 'recipient'))
  if (!type || !serviceUrl || !conversation || !recipient) return undefined
  const data = field(body, 'channelData')
  const tenant = text(data, 'tenant', 'id') ?? text(body, 'conversation', 'tenantId') ?? ''
  const value = field(body, 'value')
  return {
    type,
    id: text(body, 'id') ?? '',
    ...optional('name', text(body, 'name')),
    ...optional('action', text(body, 'action')),
    ...optional('event', text(data, 'eventType')),
    text: text(body, 'text') ?? '',
    ...optional('html', readHtml(body)),
    ...(value === undefined || value === null ? {} : { value }),
    ...optional('replyToId', text(body, 'replyToId')),
    serviceUrl,
    ...optional('locale', text(body, 'locale')),
    tenant,
    conversation: { ...conversation, surface: readSurface(body) },
    from: readAccount(field(body, 'from')) ?? { id: '' },
    recipient,
    mentions: readMentions(body),
    ...optional('team', readNamed(field(data, 'team')) ?? idOnly(text(data, 'teamsTeamId'))),
    ...optional('channel', readNamed(field(data, 'channel')) ?? idOnly(text(data, 'teamsChannelId'))),
    added: readIds(body, 'membersAdded'),
    removed: readIds(body, 'membersRemoved'),
  }
}

/** Nothing for a missing value: an absent field is no field. */
function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]: Value })
}

function idOnly(id: string | undefined): Named | undefined {
  return id ? { id } : undefined
}

function readSurface(body: unknown): Surface {
  const type = text(body, 'conversation', 'conversationType')
  return type === 'channel' || type === 'groupChat' ? type : 'personal'
}

function readNamed(value: unknown): Named | undefined {
  const id = text(value, 'id')
  return id ? { id, ...optional('name', text(value, 'name')) } : undefined
}

function readAccount(value: unknown): Account | undefined {
  const named = readNamed(value)
  return named && { ...named, ...optional('objectId', text(value, 'aadObjectId')) }
}

function readIds(body: unknown, name: string): readonly string[] {
  return objects(body, name).flatMap((member) => text(member, 'id') ?? [])
}

function readMentions(body: unknown): readonly Mention[] {
  return objects(body, 'entities').flatMap((entity) => {
    const id = text(entity, 'mentioned', 'id')
    if (text(entity, 'type') !== 'mention' || !id) return []
    return [{ id, name: text(entity, 'mentioned', 'name') ?? '', text: text(entity, 'text') ?? '' }]
  })
}

function readHtml(body: unknown): string | undefined {
  const found = objects(body, 'attachments').find((one) => text(one, 'contentType') === 'text/html')
  return text(found, 'content')
}
