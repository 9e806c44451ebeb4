// The headline: who does it and who is accountable, in plain sentences, from one row's cells alone.

import { type Activity, type Assignment, holders, type Letter } from '../domain/raci.ts'
import type { Aspect } from '../domain/resolution.ts'
import { areSeveral, isPlural, lettersOf, MEANINGS } from './roles.ts'
import { listed, quoted } from './wording.ts'

/** Above this many blank cells the parties are counted, not named: the row below names them. */
const NAMED_BLANKS = 4

/**
 * All that the row states, the fact that was asked for first.
 * `parties` are the document's, for a row whose export lost its own.
 */
export function roleSentence(activity: Activity, aspect: Aspect = 'who', parties: readonly string[] = []): string {
  if (activity.lost) return lostSentence(activity.lost, parties)
  if (activity.assignments.every((held) => !held.cell)) {
    return 'The document lists this activity and states no role for anybody.'
  }
  const doing = doingSentences(activity, aspect)
  const told = toldSentences(activity, aspect)
  const ordered = aspect === 'consulted' || aspect === 'informed' ? [...told, ...doing] : [...doing, ...told]
  return [...ordered, ...otherCells(activity)].join(' ')
}

function lostSentence(groups: readonly string[], parties: readonly string[]): string {
  const shown = groups.length ? `it shows ${listed(groups)}` : 'it shows no letters'
  const whom = parties.length ? ` for ${groups.length === 1 ? 'one' : groups.length} of ${listed(parties)}` : ''
  return `The document’s export lost which party this is: ${shown}${whom}, and does not say whose.`
}

function doingSentences(activity: Activity, aspect: Aspect): readonly string[] {
  const doing = holders(activity, 'R')
  const accountable = holders(activity, 'A')
  const [doer] = doing
  if (doer && doing.length === 1 && accountable.length === 1 && accountable[0] === doer) {
    return [oneHolder(doer, aspect)]
  }
  if (!doing.length && !accountable.length) {
    return ['The document states neither who does the work (R) nor who is accountable (A).']
  }
  const does = doing.length
    ? `${listed(doing)} ${areSeveral(doing) ? 'do' : 'does'} the work (R)`
    : 'The document names nobody who does the work (R)'
  const answers = accountableWords(accountable)
  if (accountable.length !== 1)
    return aspect === 'accountable' ? [`${answers}.`, `${does}.`] : [`${does}.`, `${answers}.`]
  if (!doing.length) return [`${answers}.`, `${does}.`]
  return [aspect === 'accountable' ? `${answers}; ${does}.` : `${does}; ${answers}.`]
}

function oneHolder(party: string, aspect: Aspect): string {
  const [is, does] = isPlural(party) ? ['are', 'do'] : ['is', 'does']
  switch (aspect) {
    case 'is-it-us':
      return `It is ${party}: responsible and accountable (R, A).`
    case 'accountable':
      return `${party} ${is} accountable, and ${does} the work too (R, A).`
    default:
      return `${party} ${does} it: responsible and accountable (R, A).`
  }
}

function accountableWords(accountable: readonly string[]): string {
  if (!accountable.length) return 'The document names nobody as accountable (A)'
  if (accountable.length === 1)
    return `${listed(accountable)} ${areSeveral(accountable) ? 'are' : 'is'} accountable (A)`
  return `The document makes ${accountable.length === 2 ? 'both ' : ''}${listed(accountable)} accountable (A)`
}

/** Support, consultation and information: parties with the same letters share a sentence. */
function toldSentences(activity: Activity, aspect: Aspect): readonly string[] {
  const groups = new Map<string, { letters: readonly Letter[]; parties: string[]; also: boolean }>()
  for (const held of activity.assignments) {
    const letters = held.letters.filter((letter) => letter !== 'R' && letter !== 'A')
    if (!letters.length) continue
    const also = letters.length < held.letters.length
    const key = `${letters.join('')}${also}`
    const group = groups.get(key) ?? { letters, parties: [], also }
    group.parties.push(held.party)
    groups.set(key, group)
  }
  const asked = aspect === 'consulted' ? 'C' : aspect === 'informed' ? 'I' : undefined
  const ordered = [...groups.values()].toSorted(
    (a, b) => Number(b.letters.some((l) => l === asked)) - Number(a.letters.some((l) => l === asked)),
  )
  const sentences = ordered.map((group) => {
    const words = listed(group.letters.map((letter) => MEANINGS[letter]))
    const verb = areSeveral(group.parties) ? 'are' : 'is'
    return `${listed(group.parties)} ${verb}${group.also ? ' also' : ''} ${words} (${lettersOf(group.letters)}).`
  })
  if (!asked || ordered.some((group) => group.letters.includes(asked))) return sentences
  return [`The document names nobody as ${MEANINGS[asked]} (${asked}).`, ...sentences]
}

/** Cells without a letter: blank ones state no role, other text is quoted as it stands. */
function otherCells(activity: Activity): readonly string[] {
  const without = activity.assignments.filter((held) => !held.letters.length)
  const blank = without.filter((held) => !held.cell)
  const said = without.filter((held) => held.cell)
  return [...blankSentence(blank), ...said.map((held) => `For ${held.party} the document says ${quoted(held.cell)}.`)]
}

function blankSentence(blank: readonly Assignment[]): readonly string[] {
  if (!blank.length) return []
  const parties = blank.map((held) => held.party)
  const whom = parties.length <= NAMED_BLANKS ? listed(parties, 'or') : `the other ${parties.length} parties`
  return [`The document states no role for ${whom}.`]
}
