// What people type in a chat: short spellings of small words, and product names with a slip in each of their words.

import { once } from './once.ts'
import { slipsBetween } from './spelling.ts'

/** Each with letters that it cannot do without: looking for those is quicker. */
const SHORT: readonly (readonly [pattern: RegExp, meant: string, needs: string])[] = [
  [/\bwhos\b/giu, "who's", 'whos'],
  [/\b(?:teh|hte)\b/giu, 'the', ''],
  [/\bu\b/gu, 'you', 'u'],
  [/\bur\b/gu, 'your', 'ur'],
  [/\b(?:wat|wut)\b/giu, 'what', 't'],
  [/\babt\b/giu, 'about', 'abt'],
  [
    /(?<=\bresp\w+\s|\baccount\w+\s)4(?=\s)|(?<!\b(?:sev\w*|prio\w*|p|level|phase|tier|step|stage|section|chapter|part)[ -]?)(?<=\s)4(?=\s+(?:the|our|my|your|this|that|these|those|us|all|an?)\b)/giu,
    'for',
    '4',
  ],
]

/** The question with its small words written out: "whos resposible 4 teh firewall". */
export function writtenOut(question: string): string {
  const lower = question.toLowerCase()
  return SHORT.reduce(
    (text, [pattern, meant, needs]) => (lower.includes(needs) ? text.replace(pattern, meant) : text),
    question,
  )
}

/** Shorter words of a name are not recognised with a slip. */
const SHORTEST = 3
const LONG = 8

/**
 * Corrected words, with names of several words put right where each word that is not known is a slip away from the
 * name's: a word alone may be nearer to another ("Porr" to "port"), beside the rest of the name it is not.
 * @param typed The words before correction.
 * @param names Words of each name.
 */
export function withNamesRight(
  typed: readonly string[],
  corrected: readonly string[],
  names: readonly (readonly string[])[],
  isKnown: (word: string) => boolean,
): readonly string[] {
  if (typed.every(isKnown)) return corrected
  const words = [...corrected]
  const unknown = typed.map((word) => !isKnown(word))
  const known = byInitial(names)
  for (let from = 0; from < words.length; from += 1) {
    for (const name of known.get(typed[from]?.[0] ?? '') ?? []) {
      if (from + name.length > words.length || !unknown.slice(from, from + name.length).includes(true)) continue
      const same = name.filter((word, step) => words[from + step] === word).length
      if (same === name.length) continue
      const isName = name.every((word, step) => {
        const own = typed[from + step] ?? ''
        return words[from + step] === word || (!isKnown(own) && isNear(own, word, same > 0))
      })
      if (isName) words.splice(from, name.length, ...name)
    }
  }
  return words
}

/** Names by the letter that they begin with: a slip spares the first letter, and there may be thousands of names. */
const byInitial = once((names: readonly (readonly string[])[]) => Map.groupBy(names, ([first = '']) => first[0] ?? ''))

/** @param beside Whether another word of the name is there: then one slip more is no other word. */
function isNear(typed: string, meant: string, beside: boolean): boolean {
  if (meant.length < SHORTEST || typed.length < SHORTEST || /\d/.test(typed)) return false
  const slips = meant.length >= LONG || beside ? 2 : 1
  if (beside && (typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > 1)) return false
  return slipsBetween(typed, meant, slips) <= slips
}
