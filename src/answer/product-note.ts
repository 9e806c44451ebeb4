// How the question was read, where the person may not expect it: a product that nobody named, one of two questions.

import type { Reading } from '../domain/resolution.ts'
import type { Block } from './answer.ts'
import { listed, quoted, shortened } from './wording.ts'

/** Quiet lines; none when the question named the product, or none was understood, and asked one thing. */
export function productNote(reading: Reading): readonly Block[] {
  const product = listed(reading.products)
  const texts = [leftOutWords(reading.leftOut), product ? basisWords(reading.basis, product) : undefined]
  return texts.flatMap((text): readonly Block[] => (text ? [{ type: 'note', text }] : []))
}

/** `This answers “who restores backups”. Ask “who patches it” on its own: I take one question at a time.` */
function leftOutWords(leftOut: Reading['leftOut']): string | undefined {
  if (!leftOut) return undefined
  const [answered, left] = [leftOut.answered, leftOut.left].map((words) => quoted(shortened(words, ECHO_LENGTH)))
  return `This answers ${answered}. Ask ${left} on its own.`
}

/** How much of a person's own words is said back. */
const ECHO_LENGTH = 60

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
