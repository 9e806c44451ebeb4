// "Wrong product": the product was understood from the channel, and the person knows better.

import type { Action, Answer, Option } from '../answer/answer.ts'
import { shortened } from '../answer/wording.ts'
import type { Resolution } from '../domain/resolution.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'

/** What a button carries back at most (see `Action.value`); the product is added to it. */
const VALUE_LENGTH = 300

/** The button, where the product came from a channel's name or binding and nobody named it. */
export function wrongProductAction({ reading }: Resolution, { channel }: Setting): readonly Action[] {
  const inferred = reading.basis === 'channel' || reading.basis === 'bound'
  if (channel === undefined || !inferred || !reading.products.length) return []
  const value = [...reading.question.trim().toWellFormed()].slice(0, VALUE_LENGTH).join('')
  return value ? [{ name: 'wrong-product', value, label: 'Wrong product' }] : []
}

/** The products that the question may have been about; choosing one asks it again. */
export function wrongProduct(question: string, { knowledge }: Inside): Answer {
  const products = [...new Set(knowledge.documents.map((document) => document.product))]
  const options = products.map((product): Option => {
    const room = VALUE_LENGTH - ' on '.length - product.length
    const asked = [...question].slice(0, Math.max(0, room)).join('')
    return { action: { name: 'ask', value: `${asked} on ${product}`, label: shortened(product, 75) }, title: product }
  })
  return {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text: 'Which product is it about?' },
      { type: 'options', options },
      { type: 'note', text: '“bind PRODUCT” sets the product of this channel for everybody, “unbind” clears it.' },
    ],
    actions: [],
    items: [],
  }
}
