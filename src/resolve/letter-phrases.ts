// How people speak of letters: the ways to say each meaning (vocabulary/letter-meanings.ts) as patterns over words in
// lower case with single spaces between them.

import { LETTERS, type Letter } from '../domain/raci.ts'
import type { Holding } from '../domain/resolution.ts'
import { createNeeds, type Need } from './needed-words.ts'
import { MEANINGS, SHORTHANDS } from './vocabulary/letter-meanings.ts'

/** `any`: one of the letters is enough. `only`: these and no other. `none`: holds nothing. `without`: none of these. `alone`: holds one of them and nobody else holds anything. `sole`: all of them, nobody else one of them. */
export type How = Holding['how']

export interface Phrase {
  readonly name: string
  readonly letters: readonly Letter[]
  /** Letters that the same cell must not hold. */
  readonly lacks: readonly Letter[]
  readonly how: How
  /** Whose letters: the party `near` the words, the one `after` them (the object of an active verb), the first two columns, or anybody's. */
  readonly binds: 'near' | 'after' | 'both' | 'anyone'
  readonly pattern: RegExp
  /** What every match of the pattern holds. */
  readonly needs: readonly Need[]
}

const needsOf = createNeeds(SHORTHANDS)

/** The table with its shorthands filled in. */
export const PHRASES: readonly Phrase[] = MEANINGS.map(([name, letters, how, binds, ways]) => {
  // made when a text first holds what it needs
  let pattern: RegExp | undefined
  return {
    name,
    letters: lettersIn(letters.split('-')[0]),
    lacks: lettersIn(letters.split('-')[1]),
    how,
    binds,
    needs: needsOf(ways.join('|')),
    get pattern() {
      pattern ??= new RegExp(`\\b(?:${filled(ways)})(?![\\p{L}\\p{N}])`, 'gu')
      return pattern
    },
  }
})

function filled(ways: readonly string[]): string {
  return ways.join('|').replace(/<([^<>=!]+)>/g, (_, key: string) => SHORTHANDS[key] ?? key)
}

function lettersIn(text = ''): readonly Letter[] {
  return LETTERS.filter((letter) => text.includes(letter))
}
