// A delivery as it came: the name under which it is answered once, and the part of it that is kept until it is.

import type { StringIndexed } from '@slack/bolt'
import { readActionId, readBlockId } from './render/controls.ts'
import { recordIn, tenantIn, textIn } from './who-asks.ts'

/** The same for every repetition: of an event by its id, of the others by what Slack gives once. Undefined for what nobody here answers. */
export function deliveryId(body: StringIndexed): string | undefined {
  const tenant = tenantIn(body)
  const name = nameOf(body)
  return tenant === undefined || name === undefined ? undefined : `slack/${tenant}/${name}`
}

function nameOf(body: StringIndexed): string | undefined {
  const trigger = textIn(body, 'trigger_id')
  if (textIn(body, 'command') !== undefined) return trigger && `command/${trigger}`
  switch (body.type) {
    case 'event_callback':
      return named('event', textIn(body, 'event_id'))
    case 'view_submission':
      return named('form', textIn(recordIn(body, 'view'), 'id'))
    case 'message_action':
      return named('shortcut', trigger)
    case 'block_actions':
      return actionName(body, trigger)
    default:
      return undefined
  }
}

function named(kind: string, id: string | undefined): string | undefined {
  return id && `${kind}/${id}`
}

/** A share is done once however often it is pressed. */
function actionName(body: StringIndexed, trigger = ''): string | undefined {
  const [action]: readonly unknown[] = Array.isArray(body.actions) ? body.actions : []
  if (typeof action !== 'object' || action === null) return undefined
  const control = readActionId(textIn(action, 'action_id') ?? '')
  const stood = readBlockId(textIn(action, 'block_id') ?? '')
  if (control?.role === 'share' && stood) return `share/${stood.answer}`
  return `action/${trigger}/${textIn(action, 'action_ts') ?? ''}`
}

/** What is copied of a record: a field whole, or parts of it; of a list, of each of its members. */
interface Wanted {
  readonly [field: string]: true | Wanted
}

const WHERE: Wanted = {
  type: true,
  team_id: true,
  enterprise_id: true,
  is_enterprise_install: true,
  team: { id: true, enterprise_id: true },
  enterprise: { id: true },
  user: { id: true, team_id: true },
  channel: { id: true, name: true },
  response_url: true,
  trigger_id: true,
}

/** No names, no tokens, and no words but the question: neither what Raci had answered, nor what stood around it. */
const WANTED: Readonly<Record<string, Wanted>> = {
  command: { ...WHERE, command: true, text: true, user_id: true, channel_id: true, channel_name: true },
  event_callback: {
    ...WHERE,
    event_id: true,
    event_time: true,
    authorizations: true,
    event: {
      type: true,
      subtype: true,
      user: true,
      text: true,
      ts: true,
      thread_ts: true,
      channel: true,
      channel_type: true,
    },
  },
  view_submission: {
    ...WHERE,
    view: {
      id: true,
      type: true,
      callback_id: true,
      private_metadata: true,
      state: true,
      app_installed_team_id: true,
    },
  },
  message_action: { ...WHERE, callback_id: true, message: { type: true, ts: true, user: true, text: true } },
  block_actions: {
    ...WHERE,
    container: true,
    message: { ts: true, thread_ts: true },
    actions: {
      type: true,
      action_id: true,
      block_id: true,
      action_ts: true,
      value: true,
      selected_option: { value: true },
    },
  },
}

/** Events that ask something; an App Home is drawn anew the next time it is opened. */
const QUESTIONS = new Set(['app_mention', 'message'])

/** What it takes to answer the delivery later; undefined where nobody waits for an answer. */
export function keptBody(body: StringIndexed): StringIndexed | undefined {
  const isCommand = textIn(body, 'command') !== undefined
  const wanted = WANTED[isCommand ? 'command' : String(body.type)]
  const event = textIn(recordIn(body, 'event'), 'type')
  if (!wanted || (event !== undefined && !QUESTIONS.has(event))) return undefined
  return pick(body, wanted)
}

function pick(from: StringIndexed, wanted: Wanted): StringIndexed {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([field, part]) => {
      const value: unknown = from[field]
      return value === undefined ? [] : [[field, part === true ? value : pickAny(value, part)]]
    }),
  )
}

function pickAny(value: unknown, part: Wanted): unknown {
  if (Array.isArray(value)) return value.map((one) => pickAny(one, part))
  return typeof value === 'object' && value !== null ? pick(value, part) : value
}
