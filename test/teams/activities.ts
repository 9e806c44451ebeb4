// Activities in the shapes that Teams sends, with made-up ids and neutral names.

import { randomUUID } from 'node:crypto'

export const BOT = { id: '28:11111111-1111-4111-8111-111111111111', name: 'Raci' }
export const TENANT = '22222222-2222-4222-8222-222222222222'
export const ADA = { id: '29:1ada', name: 'Ada Example', aadObjectId: '33333333-3333-4333-8333-333333333333' }
export const BEN = { id: '29:1ben', name: 'Ben Example', aadObjectId: '44444444-4444-4444-8444-444444444444' }

export type Payload = Readonly<Record<string, unknown>>

const PERSONAL = { conversationType: 'personal', id: 'a:1personal', tenantId: TENANT }
const GROUP = { conversationType: 'groupChat', id: '19:group@thread.v2', isGroup: true, tenantId: TENANT }
const TEAM = { id: '19:team@thread.tacv2' }
const CHANNEL = { id: '19:channel@thread.tacv2' }
const THREAD = {
  conversationType: 'channel',
  id: `${CHANNEL.id};messageid=1481567603816`,
  isGroup: true,
  tenantId: TENANT,
}

/** What every activity has. */
function activity(serviceUrl: string, more: Payload): Payload {
  return {
    id: `f:${randomUUID()}`,
    timestamp: '2026-11-20T10:00:00.000Z',
    localTimestamp: '2026-11-20T11:00:00.000+01:00',
    channelId: 'msteams',
    serviceUrl,
    from: ADA,
    conversation: PERSONAL,
    recipient: BOT,
    locale: 'en-GB',
    channelData: { tenant: { id: TENANT }, source: { name: 'message' } },
    ...more,
  }
}

export function personal(serviceUrl: string, text: string | null, more: Payload = {}): Payload {
  return activity(serviceUrl, {
    type: 'message',
    textFormat: 'plain',
    text,
    attachments: [{ contentType: 'text/html', content: text === null ? '' : `<p>${text}</p>` }],
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Windows' }],
    ...more,
  })
}

export function mentionOf(account: { readonly id: string; readonly name: string }, text = `<at>${account.name}</at>`) {
  return { type: 'mention', mentioned: account, text }
}

/** In a channel's thread, with the bot mentioned first. */
export function inChannel(serviceUrl: string, words: string, more: Payload = {}): Payload {
  return activity(serviceUrl, {
    type: 'message',
    textFormat: 'plain',
    text: `<at>Raci</at> ${words}\n`,
    entities: [mentionOf(BOT), { type: 'clientInfo', locale: 'en-GB' }],
    conversation: THREAD,
    channelData: {
      teamsChannelId: CHANNEL.id,
      teamsTeamId: TEAM.id,
      channel: CHANNEL,
      team: TEAM,
      tenant: { id: TENANT },
    },
    ...more,
  })
}

export function inGroup(serviceUrl: string, words: string, more: Payload = {}): Payload {
  return activity(serviceUrl, {
    type: 'message',
    textFormat: 'plain',
    text: `<at>Raci</at> ${words}`,
    entities: [mentionOf(BOT)],
    conversation: GROUP,
    ...more,
  })
}

export function invoke(serviceUrl: string, name: string, value: unknown, more: Payload = {}): Payload {
  return activity(serviceUrl, { type: 'invoke', name, value, ...more })
}

/** A pressed universal action on the message with this id. */
export function execute(serviceUrl: string, message: string, data: unknown, more: Payload = {}): Payload {
  const value = { action: { type: 'Action.Execute', verb: 'raci/choose', data, title: 'Choose 1' }, trigger: 'manual' }
  return invoke(serviceUrl, 'adaptiveCard/action', value, { replyToId: message, ...more })
}

/** A pressed `Action.Submit`. */
export function submit(serviceUrl: string, message: string, value: unknown, more: Payload = {}): Payload {
  const { text: _none, attachments: _no, ...rest } = personal(serviceUrl, null)
  return { ...rest, id: `f:${randomUUID()}`, value, replyToId: message, ...more }
}

export function installed(serviceUrl: string, action: string, more: Payload = {}): Payload {
  return activity(serviceUrl, { type: 'installationUpdate', action, ...more })
}

export function membersAdded(serviceUrl: string, ids: readonly string[], more: Payload = {}): Payload {
  const added = ids.map((id) => ({ id }))
  return activity(serviceUrl, {
    type: 'conversationUpdate',
    membersAdded: added,
    channelData: { tenant: { id: TENANT }, eventType: 'teamMemberAdded' },
    ...more,
  })
}

export function reaction(serviceUrl: string): Payload {
  return activity(serviceUrl, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm1' })
}

export const PLACES = { PERSONAL, GROUP, TEAM, CHANNEL, THREAD }
