// How the product became known, said only when the person did not name it.

import type { Reading } from '../domain/resolution.ts'
import type { Block } from './answer.ts'
import { listed } from './wording.ts'

/** One quiet line, or none when the question named the product or none was understood. */
export function productNote(reading: Reading): readonly Block[] {
  const product = listed(reading.products)
  if (!product) return []
  const text = basisWords(reading.basis, product)
  return text ? [{ type: 'note', text }] : []
}

function basisWords(basis: Reading['basis'], product: string): string | undefined {
  switch (basis) {
    case 'channel':
      return `Product understood from the channel’s name: ${product}.`
    case 'bound':
      return `This channel is set to ${product}.`
    case 'previous':
      return `Still about ${product}, as before.`
    case 'only':
      return `${product} is the only product loaded.`
    default:
      return undefined
  }
}
