// The headline of a question that wants a yes or a no: the verdict where the row's letters decide it, then what they say.

import { type Activity, type Assignment, holders } from '../domain/raci.ts'
import { ANYONE, type Claim } from '../domain/resolution.ts'
import { partSentence } from './part-sentence.ts'
import { roleSentence } from './role-sentence.ts'
import { isPlural, MEANINGS } from './roles.ts'

/** `No: OVHcloud does it, responsible and accountable (R, A). …` Undefined where the letters decide nothing. */
export function claimSentence(activity: Activity, claim: Claim | undefined): string | undefined {
  const said = saidOf(activity, claim)
  return said && `${verdictIn(said, claim)}: ${said.text}`
}

/** `Yes`, `No`, `Partly`; undefined where the letters decide nothing. */
export function verdictOf(activity: Activity, claim: Claim | undefined): string | undefined {
  const said = saidOf(activity, claim)
  return said && verdictIn(said, claim)
}

function saidOf(activity: Activity, claim: Claim | undefined): Said | undefined {
  return claim && (claim.party === ANYONE ? anyoneSaid(activity, claim) : partySaid(activity, claim))
}

const verdictIn = ({ verdict }: Said, claim: Claim | undefined): string => (claim?.denied ? DENIED[verdict] : verdict)

/** Whether it is so, and what the letters say. */
interface Said {
  readonly verdict: Verdict
  readonly text: string
}
type Verdict = 'Yes' | 'No' | 'Partly'

/** The verdict on a statement that it is not so. */
const DENIED: Readonly<Record<Verdict, string>> = { Yes: 'No', No: 'Yes, right', Partly: 'Partly' }

const LETTER = { doing: 'R', accountable: 'A', consulted: 'C', informed: 'I' } as const
const ASPECT = { doing: 'who', accountable: 'accountable', consulted: 'consulted', informed: 'informed' } as const

/** "Is anybody informed": yes where a column holds the letter. */
function anyoneSaid(activity: Activity, { part }: Claim): Said | undefined {
  if (activity.lost) return undefined
  const verdict = holders(activity, LETTER[part]).length ? 'Yes' : 'No'
  return led(verdict, roleSentence(activity, ASPECT[part]))
}

function partySaid(activity: Activity, claim: Claim): Said | undefined {
  const held = activity.assignments.find(({ party }) => party === claim.party)
  if (!held || activity.lost) return undefined
  if (!held.letters.length) return held.cell || claim.object || claim.may ? undefined : blankSaid(activity, held, claim)
  switch (claim.part) {
    case 'doing':
      return doingSaid(activity, held, claim)
    case 'accountable': {
      const verdict = held.letters.includes('A') ? 'Yes' : 'No'
      return led(verdict, roleSentence(activity, 'accountable'))
    }
    default:
      return toldSaid(activity, held, claim)
  }
}

/** What the row says of a blank cell that is asked about, where the letters decide nothing. */
export function blankSentence(activity: Activity, claim: Claim | undefined): string | undefined {
  const held = claim && activity.assignments.find(({ party }) => party === claim.party)
  if (!held || activity.lost || held.cell || claim.object || claim.may) return undefined
  return isAllBlank(activity) ? undefined : blankText(activity, held)
}

const isAllBlank = (activity: Activity): boolean => activity.assignments.every(({ cell }) => !cell)

function blankText(activity: Activity, { party }: Assignment): string {
  const rest = roleSentence({ ...activity, assignments: activity.assignments.filter((held) => held.party !== party) })
  return `The document states no role for ${party}. ${rest}`
}

/** A blank cell is a no to work and accountability that others hold; nobody need be told in so many letters. */
function blankSaid(activity: Activity, held: Assignment, { part }: Claim): Said | undefined {
  const isElsewhere = holders(activity, 'R').length > 0 && holders(activity, 'A').length > 0
  const isDecided = isElsewhere && (part === 'doing' || part === 'accountable')
  return isDecided ? led('No', blankText(activity, held)) : undefined
}

function doingSaid(activity: Activity, { party, letters }: Assignment, { may }: Claim): Said | undefined {
  if (letters.includes('R')) return led('Yes', roleSentence(activity))
  if (may) return undefined
  if (letters.includes('A')) return led('Partly', roleSentence(activity, 'accountable'))
  const others = holders(activity, 'R')
  if (!others.length) return undefined
  return letters.includes('S') ? led('Partly', partSentence(activity, party) ?? '') : led('No', roleSentence(activity))
}

/** Of somebody who is told or asked: their own letters first, then what the others hold. */
function toldSaid(activity: Activity, held: Assignment, { part, object }: Claim): Said | undefined {
  const letter = part === 'informed' ? 'I' : 'C'
  const isHeld = held.letters.includes(letter)
  if (object && !isHeld) return undefined
  const said = partSentence(activity, held.party) ?? ''
  if (isHeld) return led('Yes', said)
  // whoever does it needs no news of it
  if (held.letters.includes('R')) return led('No', said.replace(/ (does|do) it: /u, ` $1 ${selfOf(held.party)}: `))
  return led('No', said.replace(/\)\./u, `), not ${MEANINGS[letter]} (${letter}).`))
}

const selfOf = (party: string): string => (isPlural(party) ? 'it themselves' : 'it itself')

/** One colon a sentence, and the verdict begins it. */
function led(verdict: Verdict, said: string): Said {
  const rest = said.replace(/^([^.]*? (?:does|do) it(?: itself| themselves)?): /u, '$1, ')
  return { verdict, text: rest.replace(/^The document /u, 'the document ') }
}
