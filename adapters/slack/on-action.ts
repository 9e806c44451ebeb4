// A button or a select of an earlier answer, however long ago it was posted.

import type { App, BlockAction } from '@slack/bolt'
import type { ActionCall } from '../../src/conversation/incoming.ts'
import { homeAction } from './home-action.ts'
import { deliveryOf, type Inner, responding, tenancyOf } from './inner.ts'
import type { Place } from './place.ts'
import {
  type BlockPlace,
  type Control,
  isActionName,
  OUR_ACTIONS,
  openValue,
  readActionId,
  readBlockId,
} from './render/controls.ts'
import { shareAt } from './share-at.ts'
import { takeOption, takeStep } from './take-action.ts'

export interface Press {
  readonly place: Place
  /** The answer whose control it is. */
  readonly about: string
  readonly call: ActionCall
  /** Opens a modal, within three seconds. */
  readonly trigger: string
}

export function onAction(app: App, inner: Inner): void {
  app.action<BlockAction>(OUR_ACTIONS, async ({ action, body, context, client }) => {
    const control = readActionId(action.action_id)
    const stood = readBlockId(action.block_id)
    if (!control || !stood) return
    const place: Place = {
      client,
      ...tenancyOf(context),
      user: body.user.id,
      ...whereabouts(body, stood),
      ...responding(body.response_url, inner),
    }
    const packed = packedValue(action)
    const press = { place, about: stood.answer, call: callOf(control, packed, inner), trigger: body.trigger_id }
    await inner.guard({ id: deliveryOf(context), place, run: () => take(control, packed, press, inner) })
  })
}

function take(
  control: Control,
  packed: string,
  { call, ...press }: Omit<Press, 'call'> & { readonly call: ActionCall | undefined },
  inner: Inner,
): Promise<void> {
  if (control.role === 'own') return homeAction(control.name, packed, press, inner)
  if (control.role === 'share') return shareAt(press.place, press.about, packed, inner)
  if (!call) throw new Error(`no action is called ${control.name}`)
  return control.role === 'option' ? takeOption({ ...press, call }, inner) : takeStep({ ...press, call }, inner)
}

function callOf({ name }: Control, packed: string, inner: Inner): ActionCall | undefined {
  if (name === 'select') return openValue(packed, () => values(inner))
  return isActionName(name) ? { name, value: packed } : undefined
}

/** Everything an option can stand for that may be too long for a select. */
function values({ knowledge }: Inner): Iterable<string> {
  return knowledge.documents.flatMap((document) => [document.product, ...document.entries.map((entry) => entry.id)])
}

function packedValue(action: BlockAction['actions'][number]): string {
  if (action.type === 'button') return action.value ?? ''
  return action.type === 'static_select' ? (action.selected_option.value ?? '') : ''
}

/** The place of the message that holds the control; its thread, or the one that an answer to it begins. */
function whereabouts(
  body: BlockAction,
  { surface }: BlockPlace,
): Pick<Place, 'channel' | 'surface' | 'thread' | 'channelName'> {
  if (surface === 'home') return { channel: '', surface: 'direct' }
  const { channel, container, message } = body
  const root = text(container, 'thread_ts') ?? message?.thread_ts
  const thread = surface === 'open' ? (root ?? message?.ts ?? text(container, 'message_ts')) : root
  const named = surface !== 'direct' && channel?.name && channel.name !== 'privategroup'
  return {
    channel: channel?.id ?? text(container, 'channel_id') ?? '',
    surface,
    ...(thread && surface !== 'private' ? { thread } : {}),
    ...(named ? { channelName: channel.name } : {}),
  }
}

function text(from: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = from[name]
  return typeof value === 'string' ? value : undefined
}
