// What shows that a person wants every row of a scope rather than one holder: a table of cues, each with a weight and
// its reason. Read on the plain question (lower case, punctuation kept); knows no document.

import { createNeeds, type Need } from './needed-words.ts'
import { CUE_WORDS } from './vocabulary/cue-words.ts'
import { CUES_FOR_A_SET } from './vocabulary/cues-for-a-set.ts'
import { CUES_FOR_ONE_ROW } from './vocabulary/cues-for-one-row.ts'

/** Points from which a question asks for a set: one plain cue, or two faint ones, and nothing against them. */
export const SET_POINTS = 2

export interface Cue {
  readonly name: string
  /** 2: enough alone. 1: half a sign. Negative: speaks for one row. */
  readonly points: number
  readonly pattern: RegExp
  /** What every match of the pattern holds. */
  readonly needs: readonly Need[]
}

/** One line of the tables: `<name>` in a pattern stands for a group of CUE_WORDS. */
export type CueRow = readonly [name: string, points: number, pattern: string]

const needsOf = createNeeds(CUE_WORDS)

/** The tables with their groups filled in. */
export const SET_CUES: readonly Cue[] = [...CUES_FOR_A_SET, ...CUES_FOR_ONE_ROW].map(([name, points, source]) => {
  // made when a question first holds what it needs: few are used in one run of `raci ask`
  let pattern: RegExp | undefined
  return {
    name,
    points,
    needs: needsOf(source),
    get pattern() {
      pattern ??= new RegExp(filled(filled(source)))
      return pattern
    },
  }
})

function filled(source: string): string {
  return source.replace(/<([a-z]+)>/g, (whole, name: string) => CUE_WORDS[name] ?? whole)
}
