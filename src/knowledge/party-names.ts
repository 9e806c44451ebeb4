// The document's own glossary of abbreviated party names: `DO` is the `DevOps/SRE/Security Team`.

import { type Block, fold } from './block.ts'

/** Full names of the parties that a two-column table or a list of the document explains. */
export function partyNames(
  blocks: readonly Block[],
  parties: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const short = new Set(parties.filter((party) => party.length <= 8))
  if (short.size === 0) return undefined
  const names: Record<string, string> = {}
  for (const [name, full] of blocks.flatMap(pairs)) {
    if (short.has(name) && full !== '' && full !== name && full.length <= 80 && !Object.hasOwn(names, name))
      names[name] = full
  }
  return Object.keys(names).length > 0 ? names : undefined
}

function pairs(block: Block): readonly (readonly [string, string])[] {
  if (block.kind === 'table' && block.header.cells.length === 2) {
    return block.rows.map(({ cells }) => [fold(cells[0] ?? ''), fold(cells[1] ?? '')] as const)
  }
  if (block.kind !== 'list') return []
  return block.items.flatMap(({ text }) => {
    const found = /^([\p{L}\p{N}&/]{1,8})\s*[:=–—-]\s*(.+)$/u.exec(text)
    return found?.[1] === undefined || found[2] === undefined ? [] : [[found[1], found[2]] as const]
  })
}
