// The rows about one topic ("everything about backups"): those that show the concepts and words that are left of a list
// question once its frame, parties, letters and product are taken out.

import type { Activity } from '../domain/raci.ts'
import type { ConceptFinder } from './concepts.ts'
import { featuresOf } from './entry-features.ts'
import { TOPIC_SHARE } from './thresholds.ts'
import { FRAME_WORDS } from './vocabulary/frame.ts'
import { STOP_WORDS, stemOf } from './words.ts'

const FRAME = new Set([...FRAME_WORDS].map(stemOf))

export interface Topic {
  readonly rows: readonly Activity[]
  /** The words of the question that made the topic. */
  readonly stems: readonly string[]
}

/**
 * Rows that share enough of the topic; empty when the question has none or no row shows it.
 * @param without Stems that have been used already, to name a section.
 */
export function topicRows(
  words: readonly string[],
  rows: readonly Activity[],
  finder: ConceptFinder,
  without: readonly string[] = [],
): Topic {
  const left = words.filter((word) => {
    const stem = stemOf(word)
    return !STOP_WORDS.has(word) && !FRAME.has(stem) && !without.includes(stem)
  })
  const stems = [...new Set(left.map(stemOf))]
  const spoken = finder.find(stems)
  // every word of the question counts once, by the most telling thing that a row shows of it
  const keysOf = stems.map((stem, at) => [
    stem,
    ...spoken.filter((found) => found.at.includes(at)).map(({ concept }) => `=${concept}`),
  ])
  const features = rows.map((row) => {
    const { named, stems: own } = featuresOf(row, finder)
    return new Set([...own, ...named.map((name) => `=${name}`)])
  })
  const weights = new Map(
    keysOf.flat().map((key) => [key, rarity(features.filter((shown) => shown.has(key)).length, rows.length)]),
  )
  const weightOf = (shown: ReadonlySet<string>, key: string): number => (shown.has(key) ? (weights.get(key) ?? 0) : 0)
  const scores = features.map((shown) =>
    keysOf.reduce((sum, keys) => sum + Math.max(...keys.map((key) => weightOf(shown, key))), 0),
  )
  const best = Math.max(0, ...scores)
  if (best === 0) return { rows: [], stems }
  return { rows: rows.filter((_, at) => (scores[at] ?? 0) >= best * TOPIC_SHARE), stems }
}

/** A word that every row shows says nothing; one that no row shows neither. */
function rarity(shown: number, of: number): number {
  return shown === 0 ? 0 : Math.log((of + 1) / (shown + 0.5))
}
