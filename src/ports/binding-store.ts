// Which product a channel is about, because somebody said so (`/raci bind email pro`).

import type { Channel, Tenant } from './place.ts'

/** Every member rejects with AppError when the store is down; a channel then counts as not bound. */
export interface BindingStore {
  /** Binds the channel to the product, in place of an earlier binding. */
  bind(channel: Channel, product: string): Promise<void>
  /** The bound product, as it was named when bound: the documents may no longer have it. Undefined when not bound. */
  find(channel: Channel): Promise<string | undefined>
  /** Unbinds the channel; false when it was not bound. */
  unbind(channel: Channel): Promise<boolean>
  /** Unbinds every channel of the tenant, for when the app was removed there. Resolves to how many there were. */
  clear(tenant: Tenant): Promise<number>
}
