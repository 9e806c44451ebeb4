// The headline of a question for whoever does not hold a letter: who does not, then who does.

import { type Activity, type Assignment, holders, type Letter } from '../domain/raci.ts'
import type { Without } from '../domain/resolution.ts'
import { roleSentence } from './role-sentence.ts'
import { areSeveral, lettersOf, MEANINGS } from './roles.ts'
import { listed } from './wording.ts'

const LETTER: Readonly<Record<Exclude<Without, 'role'>, Letter>> = {
  doing: 'R',
  accountable: 'A',
  consulted: 'C',
  informed: 'I',
}
/** Above this many parties they are counted: the row below names them. */
const MOST_NAMED = 4

/** `Customer is not accountable; OVHcloud is (A).` Undefined where nothing of the sort was asked, or an export lost it. */
export function withoutSentence(activity: Activity, without: Without | undefined): string | undefined {
  if (!without || activity.lost || activity.assignments.every(({ cell }) => !cell)) return undefined
  if (without === 'role') return roleless(activity)
  const letter = LETTER[without]
  const has = holders(activity, letter)
  const lacking = activity.assignments.filter(
    ({ letters, cell }) => !letters.includes(letter) && (letters.length || !cell),
  )
  if (!has.length)
    return `Nobody ${without === 'doing' ? 'does the work' : `is ${MEANINGS[letter]}`} (${letter}), the document says. ${rest(lacking)}`.trim()
  if (!lacking.length)
    return `There is nobody: ${partiesOf(has)} ${without === 'doing' ? (areSeveral(has) ? 'do the work' : 'does the work') : `${areSeveral(has) ? 'are' : 'is'} ${MEANINGS[letter]}`} (${letter}).`
  const names = lacking.map(({ party }) => party)
  const [not, so] =
    without === 'doing'
      ? [`${areSeveral(names) ? 'do' : 'does'} not do the work`, areSeveral(has) ? 'do' : 'does']
      : [`${areSeveral(names) ? 'are' : 'is'} not ${MEANINGS[letter]}`, areSeveral(has) ? 'are' : 'is']
  return `${partiesOf(names)} ${not}; ${partiesOf(has)} ${so} (${letter}). ${rest(lacking)}`.trim()
}

/** Blank cells: the document says no more of them. */
function roleless(activity: Activity): string {
  const blank = activity.assignments.filter(({ cell }) => !cell).map(({ party }) => party)
  if (!blank.length) return `There is nobody: each party has a role. ${roleSentence(activity)}`
  const others = { ...activity, assignments: activity.assignments.filter(({ cell }) => cell) }
  return `The document states no role for ${partiesOf(blank, 'or')}. ${roleSentence(others)}`
}

/** What those who do not hold it hold instead. */
function rest(lacking: readonly Assignment[]): string {
  const held = lacking.filter(({ letters }) => letters.length)
  const kinds = [...Map.groupBy(held, ({ letters }) => letters.join()).values()]
  return kinds
    .map((group) => {
      const names = group.map(({ party }) => party)
      const letters = group[0]?.letters ?? []
      const meaning = listed(letters.map((letter) => MEANINGS[letter]))
      return `${partiesOf(names)} ${areSeveral(names) ? 'are' : 'is'} ${meaning} (${lettersOf(letters)}).`
    })
    .join(' ')
}

function partiesOf(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return names.length <= MOST_NAMED ? listed(names, joint) : `the other ${names.length} parties`
}
