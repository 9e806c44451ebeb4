// A channel where nothing can be posted any more: its subscription ends, and whoever asked for it is told.

import type { Answer } from '../answer/answer.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { Channel } from '../ports/place.ts'

interface Room {
  readonly subscriptions: DigestSubscriptionStore
  readonly notifier: Notifier
}

/** Resolves to what came of it, half a sentence for the log and the status page. Rejects when the store is down. */
export async function retire(channel: Channel, { subscriptions, notifier }: Room): Promise<string> {
  const subscription = await subscriptions.find(channel)
  const subscriber = await subscriptions.subscriber(channel)
  const isTold =
    subscription && subscriber
      ? await notifier.tell(subscriber, farewell(subscription, (await notifier.nameOf(channel)) ?? channel.channel))
      : false
  await subscriptions.unsubscribe(channel)
  if (isTold) return 'its subscriber was told'
  return subscriber ? 'its subscriber could not be reached' : 'nobody is known who could be told'
}

function farewell({ time, zone }: DigestSubscription, name: string): Answer {
  const text = `The maintenance digest of ${time} (${zone}) in ${name} has ended: I can no longer post there.`
  const note =
    'It was archived or deleted, or I was removed. To go on, invite me again and ask there with “digest on”, or ask in another channel.'
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text },
      { type: 'note', text: note },
    ],
    actions: [],
    items: [],
  }
}
