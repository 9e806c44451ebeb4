// Misspelt words of the practice questions: learned as words of their own they would count as known, and no longer be
// corrected when a person slips the same way.

import { createSpeller } from '../../src/resolve/spelling.ts'

/** A slip is heard at most this often ... */
const RARE = 12
/** ... and its word at least this many times as often. */
const TIMES = 6

/** Each slip with the word it stands for. @param trusted Words of documents and of the vocabulary. */
export function slipsOf(
  questions: readonly (readonly string[])[],
  trusted: Iterable<string>,
): ReadonlyMap<string, string> {
  const heard = new Map<string, number>()
  for (const words of questions) for (const word of words) heard.set(word, (heard.get(word) ?? 0) + 1)
  const known = new Set(trusted)
  const frequent = [...heard].filter(([word, times]) => times >= RARE * 2 && !known.has(word)).map(([word]) => word)
  const speller = createSpeller([known, frequent])
  const slips = new Map<string, string>()
  for (const [word, times] of heard) {
    const right = times <= RARE ? speller.correct(word) : word
    if (right !== word && (heard.get(right) ?? 0) >= times * TIMES) slips.set(word, right)
  }
  return slips
}
