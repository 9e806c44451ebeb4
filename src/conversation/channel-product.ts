// Which product a channel is about: because somebody said so, or by its name.

import { boundProduct } from './bind.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'

/** The channel's product: bound, or the one that its name says; undefined when neither does. */
export async function channelProduct(setting: Setting, inside: Inside): Promise<string | undefined> {
  const bound = setting.boundProduct ?? (await boundProduct(setting, inside))
  if (bound || !setting.channelName) return bound
  // Any question will do: only what the name adds to it is looked at.
  const { reading } = inside.resolver.resolve('who manages incidents', { channel: setting.channelName })
  const [product] = reading.products
  return reading.basis === 'channel' && reading.products.length === 1 ? product : undefined
}
