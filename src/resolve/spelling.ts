// Misspelt words brought back to known ones: one slip in a short word, two in a long one, swapped letters count once.

import { stemOf } from './words.ts'

export interface Speller {
  /** The known word that this one most likely is; the word itself when it is known or nothing is near. */
  correct(word: string): string
  /** Whether the word or its stem is known. */
  knows(word: string): boolean
}

/** Shorter words are left alone: too many real words are one slip away. */
const SHORTEST = 4
/** From this length on two slips are allowed. */
const LONG = 8
/** Bounds the memory that strange input can claim. */
const KEPT = 5_000

/** @param groups Known words, most trusted group first: among equally near words the first group wins. */
export function createSpeller(groups: readonly Iterable<string>[]): Speller {
  const buckets = new Map<string, Known[]>()
  const known = new Set<string>()
  /** By their stems, words that end in two of a letter where the stem has one. */
  const fullOf = new Map<string, string>()
  for (const group of groups) {
    for (const word of group) {
      if (known.has(word)) continue
      known.add(word)
      const stem = stemOf(word)
      if (word === stem + stem.at(-1)) fullOf.set(stem, word)
      if (word.length < SHORTEST || /\d/.test(word)) continue
      const key = `${word[0]}${word.length}`
      const bucket = buckets.get(key)
      const entry = { word, letters: lettersOf(word) }
      if (bucket) bucket.push(entry)
      else buckets.set(key, [entry])
    }
  }
  const knows = (word: string): boolean => known.has(word) || known.has(stemOf(word))
  const remembered = new Map<string, string>()
  return {
    knows,
    correct(word) {
      if (word.length < SHORTEST || /\d/.test(word)) return word
      // a stem is no word: "firewal" is that of "firewall", and would lose another letter
      const full = stemOf(word) === word ? undefined : fullOf.get(word)
      if (full !== undefined) return full
      if (knows(word)) return word
      const before = remembered.get(word)
      if (before !== undefined) return before
      // an ending hides a slip: "renwes" is nearer to "renew" without it
      const stem = stemOf(word)
      const found = nearest(word, buckets) ?? (stem.length >= SHORTEST ? nearest(stem, buckets) : undefined) ?? word
      if (remembered.size < KEPT) remembered.set(word, found)
      return found
    },
  }
}

interface Known {
  readonly word: string
  readonly letters: number
}

function nearest(word: string, buckets: ReadonlyMap<string, readonly Known[]>): string | undefined {
  const slips = word.length >= LONG ? 2 : 1
  let best: string | undefined
  let least = slips + 1
  const letters = lettersOf(word)
  for (const first of new Set([word[0], word[1]])) {
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      for (const candidate of buckets.get(`${first}${length}`) ?? []) {
        if (moreThan(slips, letters & ~candidate.letters) || moreThan(slips, candidate.letters & ~letters)) continue
        const distance = slipsBetween(word, candidate.word, least)
        // of two as near, the one that keeps every letter typed: letters are left out more often than mistaken
        const keeps = distance === least && best !== undefined && (letters & ~candidate.letters) === 0
        if (distance < least || (keeps && (letters & ~lettersOf(best ?? '')) !== 0)) {
          least = distance
          best = candidate.word
        }
      }
    }
  }
  return word.length === SHORTEST && best !== undefined && best.length < word.length ? undefined : best
}

/** Which letters stand in a word, a bit each; letters outside a to z share bits. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 32)
  return bits
}

/** Whether more than `limit` bits are set: a slip takes away and brings in one letter at most. */
function moreThan(limit: number, bits: number): boolean {
  let left = bits
  for (let count = 0; count < limit && left !== 0; count += 1) left &= left - 1
  return left !== 0
}

/** Optimal string alignment distance, or `limit + 1` as soon as it must exceed `limit`. */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (limit < 0 || Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let lowest = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      lowest = Math.min(lowest, cost)
    }
    if (lowest > limit) return limit + 1
    before = previous
    previous = row
  }
  return previous[b.length] ?? limit + 1
}
