// Whether a product that words only hint at ("the broker", "VDI") is meant: its rows must bear it out.

import type { Candidate } from './decide.ts'
import type { EntryIndex } from './entry-index.ts'
import type { Hint } from './products.ts'
import { HINT_FRACTION, HINT_RATIO } from './thresholds.ts'

/**
 * Those of the hinted products that are meant: the more other products speak of the same words, the clearer theirs must
 * be the best row.
 * @param ranked Candidates of all products, best first.
 * @param isWord Whether a stem is a word of the vocabulary.
 */
export function borneOut(
  hinted: readonly Hint[],
  ranked: readonly Candidate[],
  index: EntryIndex,
  isWord: (stem: string) => boolean,
): readonly string[] {
  return hinted
    .filter(({ product, stems }) => {
      // a word of its name that its rows hold and no others do is a name, if it is no word of the language besides
      if (stems.some((stem) => index.owner(stem) === product && !isWord(stem))) return true
      const own = ranked.find(({ entry }) => entry.product === product)
      const other = ranked.find(({ entry }) => entry.product !== product)
      if (!own) return false
      // where nothing of the others comes near they are not among the candidates
      if (!other) return true
      const alone = stems.some((stem) => !index.elsewhere(stem, product))
      return alone ? own.score >= other.score * HINT_FRACTION : own.share >= other.share * HINT_RATIO
    })
    .map(({ product }) => product)
}
