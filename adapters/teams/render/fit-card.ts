// A card is cut where a person can read on, never refused by Teams.

import type { Element } from './card.ts'

/**
 * Bytes of the whole message. Microsoft's pages name 28 KB, 40 KB and 100 KB, the larger ones in UTF-16: below
 * 24 KB in UTF-8 and below 40 KB in UTF-16 a message is below all of them.
 */
export const MESSAGE_BYTES = 24 * 1024
const UTF16_BYTES = 39 * 1024
/** For the card alone; the rest is the envelope with its summary and ids. */
export const CARD_BYTES = MESSAGE_BYTES - 2 * 1024

/** Bytes of the value as JSON, by whichever of the two limits is nearer. */
export function bytesOf(value: unknown): number {
  const json = JSON.stringify(value)
  return Math.max(Buffer.byteLength(json), Math.ceil(json.length * 2 * (MESSAGE_BYTES / UTF16_BYTES)))
}

/** As many of the elements as there is room for; `more` ends them when something was left out. */
export function fitElements(elements: readonly Element[], room: number, more: () => Element): readonly Element[] {
  // Nearly every card fits: it is written once to see that, and not piece by piece.
  if (bytesOf(elements) <= room) return elements
  const sizes = elements.map((element) => bytesOf(element) + 2)
  const last = more()
  let left = room - bytesOf(last) - 2
  const taken: Element[] = []
  for (const [at, element] of elements.entries()) {
    left -= sizes[at] ?? 0
    if (left < 0) break
    taken.push(element)
  }
  return [...taken, last]
}
