// What a list says of letters: which party's it asked for, and what is shown when no row has them.

import type { Activity } from '../domain/raci.ts'
import { ANYONE, type Holding, type ListScope } from '../domain/resolution.ts'
import { isAnyone, isWho, type LetterTest } from './letter-tests.ts'

/** The tests as the scope states them, parties by the names of their columns. */
export function lettersAsked(tests: readonly LetterTest[], parties: readonly string[]): ListScope {
  const holds = tests.flatMap((test): readonly Holding[] => {
    const party = isAnyone(test) ? ANYONE : columnOf(test, parties)
    const { letters, how, lacks } = test
    return party === undefined ? [] : [{ party, letters, how, ...(lacks ? { lacks } : {}) }]
  })
  const [first] = holds
  if (!first) return {}
  if (first.party === ANYONE) return { holds }
  return { holds, party: first.party, ...(first.letters.length ? { letters: first.letters } : {}) }
}

/** A side's column; where several stand on it, the first. */
function columnOf(test: LetterTest, parties: readonly string[]): string | undefined {
  return parties.find((column) => isWho(column, test))
}

/** Up to this many rows are shown whole where none is the party's. */
const MOST_CONTEXT = 12

/** Nothing in the scope is as asked: what it holds instead, the whole scope where it is short. */
export function nothingHeld(
  rows: readonly Activity[],
  scope: ListScope,
  tests: readonly LetterTest[],
): { readonly rows: readonly Activity[]; readonly scope: ListScope } {
  const theirs = rows.filter((row) =>
    row.assignments.some(({ party, letters }) => letters.length > 0 && tests.some((test) => isWho(party, test))),
  )
  const short = rows.length <= MOST_CONTEXT ? rows : theirs
  return { rows: short.length <= MOST_CONTEXT ? short : [], scope: { ...scope, none: true, of: rows.length } }
}
