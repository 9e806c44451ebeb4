// What Teams sends, as far as this adapter reads it: our own types, so that botbuilder stays behind its wall.

/** Where a conversation takes place. */
export type Surface = 'personal' | 'groupChat' | 'channel'

export interface Account {
  /** The channel's id: `29:…` for a person, `28:…` for a bot. */
  readonly id: string
  readonly name?: string
  /** The Entra object id; bots have none. */
  readonly objectId?: string
}

export interface Mention {
  readonly id: string
  readonly name: string
  /** As it stands in the message, e.g. `<at>Raci</at>`. */
  readonly text: string
}

/** A team or a channel in it; messages carry the id, events also the name. */
export interface Named {
  readonly id: string
  readonly name?: string
}

export interface TeamsActivity {
  readonly type: string
  /** Empty where Teams gave none. */
  readonly id: string
  /** Of an invoke, e.g. `adaptiveCard/action`. */
  readonly name?: string
  /** Of an installation update: `add`, `remove`, `add-upgrade`, `remove-upgrade`. */
  readonly action?: string
  /** Of a conversation update, e.g. `channelRenamed`. */
  readonly event?: string
  /** Empty where Teams sent null. */
  readonly text: string
  /** What the message's HTML attachment holds, for messages without text. */
  readonly html?: string
  /** Of an invoke or a pressed `Action.Submit`. */
  readonly value?: unknown
  readonly replyToId?: string
  readonly serviceUrl: string
  readonly locale?: string
  readonly tenant: string
  /** In a channel the id ends with the thread: `19:…@thread.tacv2;messageid=…`. */
  readonly conversation: Named & { readonly surface: Surface }
  readonly from: Account
  readonly recipient: Account
  readonly mentions: readonly Mention[]
  readonly team?: Named
  readonly channel?: Named
  /** Ids of who joined or left. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** What an invoke is answered with; other activities have no body. */
export interface InvokeReply {
  readonly status: number
  readonly body?: object
}
