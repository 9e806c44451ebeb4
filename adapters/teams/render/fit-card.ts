// A card is cut where a person can read on, never refused by Teams.

import type { Element } from './card.ts'

/**
 * Bytes of the whole message. Microsoft's pages name 28, 40 and 100 KB, one of them in UTF-16: we stay under 24 KB
 * in UTF-16, two bytes a unit.
 */
export const MESSAGE_BYTES = 24 * 1024
/** For the card alone; the rest is the envelope with its summary and ids. */
export const CARD_BYTES = MESSAGE_BYTES - 3 * 1024

/** Bytes of the value as JSON in UTF-16. */
export function bytesOf(value: unknown): number {
  return JSON.stringify(value).length * 2
}

/** As many of the elements as there is room for; `more` ends them when something was left out. */
export function fitElements(elements: readonly Element[], room: number, more: () => Element): readonly Element[] {
  const sizes = elements.map((element) => bytesOf(element) + 2)
  if (sizes.reduce((sum, size) => sum + size, 0) <= room) return elements
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
