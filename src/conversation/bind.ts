// Which product a channel is about, because somebody said so.

import type { Answer } from '../answer/answer.ts'
import { coveredWords } from '../answer/compose-unknown.ts'
import { quoted, shortened } from '../answer/wording.ts'
import { AppError } from '../errors.ts'
import type { BindingStore } from '../ports/binding-store.ts'
import type { Channel } from '../ports/place.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { tolerated } from './memory.ts'
import { said } from './said.ts'
import { channelOf } from './whereabouts.ts'

/** How much of a person's own words is said back. */
const ECHO_LENGTH = 60

/** The product of the channel; undefined when it is not bound, its product is gone, or the store is down. */
export async function boundProduct(setting: Setting, inside: Inside): Promise<string | undefined> {
  const channel = channelOf(setting)
  if (!channel) return undefined
  const product = await tolerated(() => inside.bindings?.find(channel))
  return inside.knowledge.documents.find((document) => document.product === product)?.product
}

/** Binds the channel to the product that the words name. */
export async function bind(words: string, setting: Setting, inside: Inside): Promise<Answer> {
  const product = words.trim() ? inside.resolver.product(words) : undefined
  if (!product) {
    const text = words.trim()
      ? `No loaded document covers ${quoted(shortened(words, ECHO_LENGTH))}: this channel was not bound.`
      : 'Say which product this channel is about, for example “bind Email Pro”.'
    return said('unknown', text, coveredWords(inside.knowledge))
  }
  return kept(setting, inside, async (bindings, channel) => {
    await bindings.bind(channel, product)
    return said('help', `This channel is now about ${product}: questions here that name no product mean it.`)
  })
}

/** Clears the channel's product. */
export async function unbind(setting: Setting, inside: Inside): Promise<Answer> {
  return kept(setting, inside, async (bindings, channel) => {
    const was = await bindings.unbind(channel)
    return said(
      'help',
      was ? 'This channel is no longer bound to a product.' : 'This channel was not bound to a product.',
    )
  })
}

async function kept(
  setting: Setting,
  { bindings }: Inside,
  change: (bindings: BindingStore, channel: Channel) => Promise<Answer>,
): Promise<Answer> {
  const channel = channelOf(setting)
  if (!bindings || !channel) return said('unknown', 'No product can be kept for a channel here.')
  try {
    return await change(bindings, channel)
  } catch (error) {
    if (error instanceof AppError)
      return said('unknown', `The channel’s product could not be changed. ${error.forPerson}`)
    throw error
  }
}
