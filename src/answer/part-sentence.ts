// One party's part in a row first, then what the others hold: the reply to "and the customer?".

import type { Activity, Assignment } from '../domain/raci.ts'
import { isPlural, lettersOf, MEANINGS } from './roles.ts'
import { listed, quoted } from './wording.ts'

/** Parties told besides the one that was asked for; the row below names them all. */
const MOST_OTHERS = 4

/** `Customer is informed (I). OVHcloud does the work (R).` Undefined when nobody was asked for or the row does not say. */
export function partSentence(activity: Activity, party: string | undefined): string | undefined {
  const held = activity.assignments.find((one) => one.party === party)
  if (!held || activity.lost) return undefined
  const others = activity.assignments.filter((one) => one !== held && one.letters.length)
  const doing = others.toSorted((a, b) => Number(b.letters.includes('R')) - Number(a.letters.includes('R')))
  return [held, ...doing.slice(0, MOST_OTHERS)].map(partOf).join(' ')
}

function partOf({ party, letters, cell }: Assignment): string {
  if (!letters.length) {
    return cell ? `For ${party} the document says ${quoted(cell)}.` : `The document states no role for ${party}.`
  }
  const [does, is] = isPlural(party) ? ['do', 'are'] : ['does', 'is']
  if (letters.join() === 'R,A') return `${party} ${does} it: responsible and accountable (R, A).`
  if (letters.join() === 'R') return `${party} ${does} the work (R).`
  return `${party} ${is} ${listed(letters.map((letter) => MEANINGS[letter]))} (${lettersOf(letters)}).`
}
