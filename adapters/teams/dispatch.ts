// Which handler an activity is for. What Teams sends and we have no use for (reactions, typing) is taken in silence.

import type { InvokeReply, TeamsActivity } from './activity.ts'
import type { Inner } from './inner.ts'
import { onCardAction } from './on-card-action.ts'
import { onDialog } from './on-dialog.ts'
import { onInsert, onMessageCommand, onQuery, onSelect } from './on-extension.ts'
import { isRemoval, onInstall } from './on-install.ts'
import { onMessage } from './on-message.ts'

type OnInvoke = (activity: TeamsActivity, inner: Inner) => Promise<InvokeReply>

/** Every invoke that is answered. */
const INVOKES: Readonly<Record<string, OnInvoke>> = {
  'adaptiveCard/action': onCardAction,
  'task/fetch': onDialog,
  'composeExtension/query': onQuery,
  'composeExtension/selectItem': onSelect,
  'composeExtension/fetchTask': onMessageCommand,
  'composeExtension/submitAction': onInsert,
}

/** Begins what is to be done and returns at once; an invoke resolves to what Teams waits for. */
export async function dispatch(activity: TeamsActivity, inner: Inner): Promise<InvokeReply | undefined> {
  if (!isRemoval(activity) && !isExtension(activity)) inner.backlog.start(() => inner.references.keep(activity))
  switch (activity.type) {
    case 'message':
      onMessage(activity, inner)
      return undefined
    case 'conversationUpdate':
    case 'installationUpdate':
      onInstall(activity, inner)
      return undefined
    case 'invoke':
      return invoke(activity, inner)
    default:
      return undefined
  }
}

/** From the compose box the bot may be used where it is not installed: it could not speak there. */
function isExtension({ name }: TeamsActivity): boolean {
  return name?.startsWith('composeExtension/') ?? false
}

async function invoke(activity: TeamsActivity, inner: Inner): Promise<InvokeReply> {
  const name = activity.name ?? ''
  const handle = Object.hasOwn(INVOKES, name) ? INVOKES[name] : undefined
  if (!handle) return { status: 501 }
  // Nothing is posted by a lookup, so repeating one does no harm; a pressed button is guarded where it is handled.
  return handle(activity, inner)
}
