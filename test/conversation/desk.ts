// The conversation with digests and maintenance, over stores in memory: what platforms' tests of forms talk to.

import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import { digestForm, filledFrom, usualWish } from '../../src/conversation/digest-form.ts'
import { withDigests } from '../../src/conversation/digests.ts'
import type { Form } from '../../src/conversation/form.ts'
import { withMaintenance } from '../../src/conversation/maintenance.ts'
import { AppError } from '../../src/errors.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../../src/ports/digest-subscription-store.ts'
import type { Channel, Person } from '../../src/ports/place.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from '../digest/shipped.ts'

export const DESK_NOW = '2026-11-16T08:00:00.000Z'
const inside = { knowledge: shipped, resolver: createResolver(shipped) }

export class MemorySubscriptions implements DigestSubscriptionStore {
  readonly kept = new Map<string, { readonly subscription: DigestSubscription; readonly subscriber?: Person }>()
  /** The store is down while this is true. */
  down = false

  async subscribe(subscription: DigestSubscription, subscriber?: Person): Promise<void> {
    this.#check()
    this.kept.set(subscription.channel, { subscription, ...(subscriber ? { subscriber } : {}) })
  }

  async find({ channel }: Channel) {
    this.#check()
    return this.kept.get(channel)?.subscription
  }

  async subscriber({ channel }: Channel) {
    return this.kept.get(channel)?.subscriber
  }

  async unsubscribe({ channel }: Channel): Promise<boolean> {
    this.#check()
    return this.kept.delete(channel)
  }

  async all() {
    return [...this.kept.values()].map(({ subscription }) => subscription)
  }

  #check(): void {
    if (this.down) throw new AppError('store down', 'The store cannot be reached at the moment.')
  }
}

/** `editors` as MAINTENANCE_EDITORS has them. */
export function deskConversation(editors?: readonly string[]) {
  const [subscriptions, maintenance] = [new MemorySubscriptions(), new MemoryMaintenanceStore()]
  const common = { subscriptions, zone: 'Europe/Paris', clock: { now: () => new Date(DESK_NOW) } }
  const digests = withDigests(
    createConversation(inside),
    {
      ...common,
      calendars: ['France'],
      isPostedOn: () => true,
      preview: async () => ({
        kind: 'list',
        blocks: [{ type: 'sentence', text: 'Maintenance, Monday 16 November' }],
        actions: [],
        items: [],
      }),
    },
    inside,
  )
  const conversation = withMaintenance(digests, { ...common, maintenance, ...(editors ? { editors } : {}) }, inside)
  return { conversation, subscriptions, maintenance }
}

/** The form of a channel's digest as it would be with these products loaded. */
export function digestFormFor(products: readonly string[]): Form {
  const documents = products.flatMap((product) => shipped.documents.slice(0, 1).map((one) => ({ ...one, product })))
  const room = { inside: { ...inside, knowledge: { ...shipped, documents } }, calendars: [], isSubscribed: false }
  return digestForm(filledFrom(usualWish('Europe/Paris', products[0])), room)
}
