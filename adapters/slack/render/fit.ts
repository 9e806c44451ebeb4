// Long answers are cut where a person can read on, never refused by Slack.

import type { KnownBlock } from '@slack/types'

export interface Room {
  readonly blocks: number
  readonly characters: number
}

/** Characters that count towards Slack's limit: every text of the block and the addresses behind its links, values and ids left out. */
export function charactersOf(block: object): number {
  return textsOf(block).reduce((sum, text) => sum + text.length, 0)
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'text' || key === 'url') && typeof inner === 'string' ? [inner] : textsOf(inner),
  )
}

/**
 * As many of the blocks as there is room for, beside `kept` which always stay at the end.
 * `more` is put between them when something was left out.
 */
export function fit(
  blocks: readonly KnownBlock[],
  kept: readonly KnownBlock[],
  room: Room,
  more: () => KnownBlock,
): readonly KnownBlock[] {
  const size = (some: readonly KnownBlock[]) => some.reduce((sum, block) => sum + charactersOf(block), 0)
  if (blocks.length + kept.length <= room.blocks && size(blocks) + size(kept) <= room.characters) {
    return [...blocks, ...kept]
  }
  const closing = [more(), ...kept]
  let characters = size(closing)
  const taken: KnownBlock[] = []
  for (const block of blocks) {
    characters += charactersOf(block)
    if (characters > room.characters || taken.length + 1 + closing.length > room.blocks) break
    taken.push(block)
  }
  return [...taken, ...closing]
}
