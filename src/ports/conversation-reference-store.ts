// Where the bot may speak unasked (reminders, digests): a platform's address of a conversation, in our own shape.

import type { Channel, Person, Tenant } from './place.ts'

export interface ConversationReference extends Channel {
  /** What kind of place the platform says it is, e.g. `personal`, `groupChat`, `channel`. */
  readonly surface: string
  /** The address that the platform's own verified token named for replies. */
  readonly serviceUrl: string
  readonly channelName?: string
  /** What the channel is part of, by the platform's id: a team on Teams. */
  readonly group?: string
  readonly groupName?: string
  /** As the platform writes it, e.g. `en-GB`. */
  readonly locale?: string
  /** The platform said that nothing can be posted there any more; absent while it can. */
  readonly gone?: boolean
}

/** Every member but `keep` rejects with AppError when the store is down. */
export interface ConversationReferenceStore {
  /**
   * Keeps the reference in place of an earlier one; a name or locale that is not known now stays as it was. No longer
   * gone. `person` is whose personal conversation it is: kept as a keyed hash. Written within milliseconds, and lost
   * when the store is down by then.
   */
  keep(reference: ConversationReference, person?: Person): Promise<void>
  /** The reference, gone or not; undefined when there is none. */
  find(channel: Channel): Promise<ConversationReference | undefined>
  /** The person's own conversation with the bot, gone or not; undefined when there is none. */
  findPersonal(person: Person): Promise<ConversationReference | undefined>
  /** Nothing can be posted there; false when the conversation was not known. */
  markGone(channel: Channel): Promise<boolean>
  /** Forgets the conversation; false when it was not known. */
  remove(channel: Channel): Promise<boolean>
  /** Forgets every conversation of the group; resolves to how many there were. */
  removeGroup(tenant: Tenant, group: string): Promise<number>
}
