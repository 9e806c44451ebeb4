// Letters in words: what a party's cell means, and one line on who holds what.

import type { Activity, Assignment, Letter } from '../domain/raci.ts'
import type { Role } from './answer.ts'
import { listed } from './wording.ts'

/** How each letter is said of somebody. */
export const MEANINGS: Readonly<Record<Letter, string>> = {
  R: 'responsible',
  A: 'accountable',
  S: 'supporting',
  C: 'consulted',
  I: 'informed',
}

/** What names of several people end with; departments ("Operations", "Payments") are one. */
const PEOPLE =
  /(?:[^aeiou]ers|[aeiou]wners|viewers|uyers|[^v]ors|ists|ians|tants|(?<!m)ents|ees|leads|heads|teams|admins|staff|people|reps|desks|groups|partners|architects|analysts|stewards)$/iu

/** Whether a party's name is that of several: "All team leads". */
export function isPlural(party: string): boolean {
  const name = party.replace(/\s*[(/,].*$/u, '').replace(/ (?:of|for|in|on|at) .*$/iu, '')
  return /^(?:all|both)\b.*s$/iu.test(name) || (PEOPLE.test(name) && !/quarters$/iu.test(name))
}

/** How the verb of these parties begins: `is` of one, `are` of several or of one whose name is that of several. */
export function areSeveral(parties: readonly string[]): boolean {
  const [first, ...others] = parties
  return others.length > 0 || (first !== undefined && isPlural(first))
}

/** `R, A` */
export function lettersOf(letters: readonly Letter[]): string {
  return letters.join(', ')
}

/** `responsible and accountable`; `no role stated` for a blank cell. */
export function meaningOf(held: Assignment): string {
  if (held.letters.length) return listed(held.letters.map((letter) => MEANINGS[letter]))
  return 'no role stated'
}

/** Every party of the row with its cell, in the document's order. */
export function rolesOf(activity: Activity): readonly Role[] {
  return activity.assignments.map((held) => ({ party: held.party, cell: held.cell, words: meaningOf(held) }))
}

/** One short line for an option: `OVHcloud does it (R, A); Customer informed (I)`. */
export function holdersInBrief(activity: Activity): string {
  if (activity.lost) return 'The document’s export lost whose it is'
  const held = activity.assignments.filter((one) => one.letters.length)
  if (!held.length) return 'No role stated'
  const weight = (one: Assignment) => (one.letters.includes('R') ? 0 : one.letters.includes('A') ? 1 : 2)
  return held
    .toSorted((a, b) => weight(a) - weight(b))
    .map((one, at) => `${one.party} ${briefly(one, at > 0)}`)
    .join('; ')
}

function briefly(held: Assignment, isAnother: boolean): string {
  const letters = `(${lettersOf(held.letters)})`
  if (held.letters.includes('R'))
    return `${isPlural(held.party) ? 'do' : 'does'} it${isAnother ? ' too' : ''} ${letters}`
  return `${meaningOf(held)} ${letters}`
}
