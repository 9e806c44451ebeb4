// Rows of one product that give the same activity to different cases: with and without a condition ("manage backups",
// "manage backups following customer request"). A question that is silent on the case means both.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import type { EntryIndex } from './entry-index.ts'
import { SIBLING_CONCEPTS, SIBLING_SHARE } from './thresholds.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

/** Concepts of rows that say no more than that something is done. */
const DOING = new Set(['carry-out', 'manage'])

/** The other cases of an entry's activity, worked out once an entry. */
export type Siblings = (entry: Entry) => readonly Entry[]

export function createSiblings(
  entries: readonly Entry[],
  { byProduct }: EntryIndex,
  conceptsOf: (stems: readonly string[]) => readonly string[],
): Siblings {
  const cores = new Map<Entry, Core>()
  const coreOf = (entry: Entry): Core => {
    const known = cores.get(entry)
    if (known) return known
    const text = entry.type === 'activity' ? entry.text.replace(conditionOf(entry.text) ?? '', ' ') : ''
    const words = wordsOf(text)
    const stems = words.filter((word) => !STOP_WORDS.has(word)).map(stemOf)
    const concepts = conceptsOf(words.map(stemOf)).filter((concept) => !DOING.has(concept))
    const core = { stems: new Set(stems), concepts: new Set(concepts) }
    cores.set(entry, core)
    return core
  }
  const isSibling = (a: Entry, b: Entry): boolean => {
    if (a === b || a.type !== 'activity' || b.type !== 'activity') return false
    if (conditionOf(a.text) === conditionOf(b.text)) return false
    const [one, other] = [coreOf(a), coreOf(b)]
    return holds(one.stems, other.stems) || holds(one.concepts, other.concepts)
  }
  const found = new Map<Entry, readonly Entry[]>()
  return (entry) => {
    const known = found.get(entry)
    if (known) return known
    const own = (byProduct.get(entry.product) ?? []).flatMap((position) => entries[position] ?? [])
    const siblings = own.filter((other) => isSibling(entry, other))
    found.set(entry, siblings)
    return siblings
  }
}

/** What an entry is about whatever its condition. */
interface Core {
  readonly stems: ReadonlySet<string>
  readonly concepts: ReadonlySet<string>
}

/** Whether the poorer of two holds nothing but what the other holds too. */
function holds(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const least = Math.min(one.size, other.size)
  const most = Math.max(one.size, other.size)
  return least >= SIBLING_CONCEPTS && least >= most * SIBLING_SHARE && one.intersection(other).size === least
}
