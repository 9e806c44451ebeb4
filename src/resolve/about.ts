// What a question is about, in its own words: what is said back to the person as understood.

import { FRAME_WORDS } from './vocabulary/frame.ts'
import { STOP_WORDS, stemOf } from './words.ts'

/** Words that questions are built with, besides those of lists: how somebody asks, not what about. */
const ASKS = new Set(
  'before after until supposed expected obliged required meant allowed providers own end happening handled handle handles treat treated treats dealt different differently alike identical equal equally similar similarly otherwise explain describe document documents case cases'.split(
    ' ',
  ),
)

/**
 * The words that say what a question is about, each once.
 * @param words Of the question, without product names.
 * @param isKnown Whether documents or the vocabulary have a stem.
 */
export function aboutWords(words: readonly string[], isKnown: (stem: string) => boolean): readonly string[] {
  const telling = words.filter(
    (word) => !STOP_WORDS.has(word) && !FRAME_WORDS.has(word) && !ASKS.has(word) && isKnown(stemOf(word)),
  )
  return [...new Set(telling)]
}
