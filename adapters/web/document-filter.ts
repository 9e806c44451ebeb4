// Which rows of a document are shown: those where a party holds something, or anybody holds a letter, or both.

import { MEANINGS } from '../../src/answer/roles.ts'
import type { Document } from '../../src/domain/knowledge.ts'
import { type Activity, LETTERS, type Letter } from '../../src/domain/raci.ts'

export interface Filter {
  readonly party?: string
  readonly letter?: Letter
}

/** Letters that occur in the document, in the order of the alphabet of responsibility. */
export function lettersOf(document: Document): readonly Letter[] {
  const held = new Set<string>()
  for (const entry of document.entries) {
    if (entry.type === 'rule') continue
    for (const { letters } of entry.assignments) for (const letter of letters) held.add(letter)
    for (const letter of (entry.lost ?? []).join('')) held.add(letter)
  }
  return LETTERS.filter((letter) => held.has(letter))
}

/** The filter of an address; a party or letter that the document does not have is ignored. */
export function readFilter(query: URLSearchParams, document: Document): Filter {
  const party = document.parties.find((name) => name === query.get('party'))
  const letter = lettersOf(document).find((name) => name === query.get('letter'))
  return { ...(party ? { party } : {}), ...(letter ? { letter } : {}) }
}

export function isFiltering({ party, letter }: Filter): boolean {
  return party !== undefined || letter !== undefined
}

/** A row whose holders were lost matches by its letters, never by a party. */
export function matches({ assignments, lost }: Activity, { party, letter }: Filter): boolean {
  if (party === undefined && letter !== undefined && lost?.some((group) => group.includes(letter))) return true
  return assignments.some(
    (held) =>
      (party === undefined || held.party === party) &&
      (letter === undefined ? held.letters.length > 0 : held.letters.includes(letter)),
  )
}

/** The filter as words that follow `12 of 45 rows`: ` where Customer is accountable`. */
export function describeFilter({ party, letter }: Filter): string {
  if (!party && !letter) return ''
  return ` where ${party ?? 'somebody'} ${letter ? `is ${MEANINGS[letter]}` : 'has a role'}`
}
