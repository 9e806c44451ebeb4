// What a platform hands in: who speaks where, and either words or a pressed button.

import type { ActionName } from '../answer/answer.ts'
import type { Ahead } from './ahead.ts'

export interface Setting {
  readonly platform: 'slack' | 'teams' | 'web' | 'cli'
  /** Names the conversation for its memory: a thread, a direct message, a terminal session. Unique within the installation. */
  readonly conversation: string
  /** The platform's id of the person; absent where nobody is known. */
  readonly user?: string
  /** The customer's space on the platform (see `Tenant`); absent where the platform has none. */
  readonly tenant?: string
  /** The platform's id of the channel or direct message. With it the commands of a channel (bind, incident) are understood. */
  readonly channel?: string
  /** The channel's name, without `#`. */
  readonly channelName?: string
  /** The product that the channel was bound to. */
  readonly boundProduct?: string
  /** The earlier answer whose button was pressed, by the name its `answer` gave it; default the last one. */
  readonly about?: string
  /** Names the answer that is to come, so that its buttons find what they refer to however much is said in between. */
  readonly answer?: string
  /** What was begun to be read of this place; read when it is needed otherwise. */
  readonly ahead?: Ahead
  /** Adds why the rows were chosen; default no. */
  readonly explain?: boolean
}

/** A pressed button: an action of an earlier answer as it came back. */
export interface ActionCall {
  readonly name: ActionName
  readonly value: string
}

export type Incoming = Setting & ({ readonly text: string } | { readonly action: ActionCall })
