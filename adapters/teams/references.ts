// Where the bot may speak later, unasked: kept from every verified activity, forgotten when it is uninstalled.

import { tolerated } from '../../src/conversation/deliveries.ts'
import { Lately } from '../../src/conversation/lately.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { ConversationReference, ConversationReferenceStore } from '../../src/ports/conversation-reference-store.ts'
import type { Channel, Person } from '../../src/ports/place.ts'
import type { TeamsActivity } from './activity.ts'
import { channelIdOf, type Place } from './place.ts'

/** What was kept is not written again for so long (ms): another replica may have forgotten it meanwhile. */
const FRESH_MS = 60_000
/** Conversations whose last writing is remembered. */
const REMEMBERED = 5_000

export class References {
  readonly #store: ConversationReferenceStore | undefined
  readonly #clock: Clock
  readonly #kept = new Lately<{ readonly as: string; readonly at: number }>(REMEMBERED)

  /** Without a store nothing is kept: answers need none of it. */
  constructor(store: ConversationReferenceStore | undefined, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Keeps or refreshes; lost when the store is down, until the next activity. What a message does not change is not written again at once. */
  async keep(activity: TeamsActivity): Promise<void> {
    const [reference, owner] = [referenceOf(activity), ownerOf(activity)]
    if (this.#wasKept(reference.channel, JSON.stringify([reference, owner])) && activity.type === 'message') return
    await tolerated(async () => this.#store?.keep(reference, owner))
  }

  /** Whether just that was kept a moment ago; from now on it was. */
  #wasKept(channel: string, as: string): boolean {
    const before = this.#kept.get(channel)
    const at = this.#clock.now().getTime()
    if (before?.as === as && at - before.at < FRESH_MS) return true
    this.#kept.set(channel, { as, at })
    return false
  }

  async gone(channel: Channel): Promise<void> {
    this.#kept.delete(channel.channel)
    await tolerated(async () => this.#store?.markGone(channel))
  }

  /** Forgets the conversation, and with a team all of its channels. */
  async remove(activity: TeamsActivity): Promise<void> {
    const { tenant, team, conversation } = activity
    this.#kept.clear()
    await tolerated(async () => this.#store?.remove({ platform: 'teams', tenant, channel: channelIdOf(activity) }))
    if (conversation.surface === 'channel' && team)
      await tolerated(async () => this.#store?.removeGroup({ platform: 'teams', tenant }, team.id))
  }

  /** The person's own conversation with the bot. */
  async personal(person: Person): Promise<ConversationReference | undefined> {
    return tolerated(async () => this.#store?.findPersonal(person))
  }

  async find(channel: Channel): Promise<ConversationReference | undefined> {
    return tolerated(async () => this.#store?.find(channel))
  }
}

/** The person's own chat with the bot as a place to speak; undefined where there is none, or the store is down. */
export async function ownChat(place: Place, references: References): Promise<Place | undefined> {
  const { tenant, user, userName } = place
  const found = await references.personal({ platform: 'teams', tenant, user })
  if (!found || found.gone) return undefined
  const { channel, serviceUrl } = found
  return {
    tenant,
    user,
    ...(userName ? { userName } : {}),
    conversation: channel,
    channel,
    surface: 'personal',
    serviceUrl,
  }
}

/** Whose personal conversation it is; undefined for a shared one. */
function ownerOf({ tenant, conversation, from }: TeamsActivity): Person | undefined {
  if (conversation.surface !== 'personal') return undefined
  return { platform: 'teams', tenant, user: from.objectId ?? from.id }
}

/** In our own shape. */
function referenceOf(activity: TeamsActivity): ConversationReference {
  const { tenant, conversation, serviceUrl, team, channel, locale } = activity
  const channelName = conversation.surface === 'channel' ? channel?.name : conversation.name
  return {
    platform: 'teams',
    tenant,
    channel: channelIdOf(activity),
    surface: conversation.surface,
    serviceUrl,
    ...(channelName ? { channelName } : {}),
    ...(team ? { group: team.id } : {}),
    ...(team?.name ? { groupName: team.name } : {}),
    ...(locale ? { locale } : {}),
  }
}
