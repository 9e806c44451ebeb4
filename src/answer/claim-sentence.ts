// The headline of a question that wants a yes or a no: the verdict where the row's letters decide it, then what they say.

import { type Activity, type Assignment, holders } from '../domain/raci.ts'
import type { Claim } from '../domain/resolution.ts'
import { partSentence } from './part-sentence.ts'
import { roleSentence } from './role-sentence.ts'
import { MEANINGS } from './roles.ts'

/** `No: OVHcloud does it, responsible and accountable (R, A). …` Undefined where the letters decide nothing. */
export function claimSentence(activity: Activity, claim: Claim | undefined): string | undefined {
  const held = claim && activity.assignments.find(({ party }) => party === claim.party)
  if (!claim || !held || activity.lost) return undefined
  if (!held.letters.length) return held.cell || claim.object ? undefined : blankSentence(activity, held)
  switch (claim.part) {
    case 'doing':
      return doingSentence(activity, held)
    case 'accountable': {
      const verdict = held.letters.includes('A') ? 'Yes' : 'No'
      return led(verdict, roleSentence(activity, 'accountable'))
    }
    default:
      return toldSentence(activity, held, claim)
  }
}

/** The blank cell first: it is neither a yes nor a no. */
function blankSentence(activity: Activity, { party }: Assignment): string | undefined {
  if (activity.assignments.every(({ cell }) => !cell)) return undefined
  const blank = `The document states no role for ${party}.`
  const rest = roleSentence({ ...activity, assignments: activity.assignments.filter((held) => held.party !== party) })
  return `${blank} ${rest}`
}

function doingSentence(activity: Activity, { party, letters }: Assignment): string | undefined {
  if (letters.includes('R')) return led('Yes', roleSentence(activity))
  if (letters.includes('A')) return led('Partly', roleSentence(activity, 'accountable'))
  const others = holders(activity, 'R')
  if (!others.length) return undefined
  return letters.includes('S') ? led('Partly', partSentence(activity, party) ?? '') : led('No', roleSentence(activity))
}

/** Of somebody who is told or asked: their own letters first, then what the others hold. */
function toldSentence(activity: Activity, held: Assignment, { part, object }: Claim): string | undefined {
  const letter = part === 'informed' ? 'I' : 'C'
  const isHeld = held.letters.includes(letter)
  if (object && !isHeld) return undefined
  const said = partSentence(activity, held.party) ?? ''
  if (isHeld) return led('Yes', said)
  // whoever does it needs no news of it
  if (held.letters.includes('R')) return led('No', said.replace(' does it: ', ' does it itself: '))
  return led('No', said.replace(/\)\./u, `), not ${MEANINGS[letter]} (${letter}).`))
}

/** One colon a sentence, and the verdict begins it. */
function led(verdict: 'Yes' | 'No' | 'Partly', said: string): string {
  const rest = said.replace(/^([^.]*? does it(?: itself)?): /u, '$1, ')
  return `${verdict}: ${rest.replace(/^The document /u, 'the document ')}`
}
