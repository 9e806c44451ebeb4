// What a list question asks of the parties it names: "where the customer is only informed", "what is ours to do".
// Each phrase of the table is bound to the party that stands nearest to it.

import { type Activity, LETTERS, type Letter } from '../domain/raci.ts'
import { withoutFrames } from './asides.ts'
import { isDenied, isDeniedParty, isNotOnly } from './denied.ts'
import { type How, PHRASES, type Phrase } from './letter-phrases.ts'
import { mayMatch } from './needed-words.ts'
import { bareParty, type Cast, isCustomer, type Mention, mentionsOf, type Who } from './parties.ts'

/** A condition on the letters of one party. */
export interface LetterTest extends Who {
  readonly letters: readonly Letter[]
  readonly how: How
  readonly lacks?: readonly Letter[]
}

const DO: readonly Letter[] = ['R', 'A']

interface Spoken {
  readonly phrase: Phrase
  readonly from: number
  readonly to: number
}

/**
 * The tests that a list question puts on a row, from its words in lower case. None when it names no party and no letter;
 * undefined when it denies something whose opposite is no test: "not alone responsible".
 */
export function letterTests(text: string, cast: Cast): readonly LetterTest[] | undefined {
  const { parties } = cast
  const mentions = eitherAsOne(text, mentionsOf(text, cast), cast)
  const nobodys = NOBODY.test(text) || isNeither(text, mentions)
  const tests: LetterTest[] = []
  const taken: Mention[] = []
  for (const said of phrasesOf(withoutFrames(text))) {
    const phrase = asMeant(said, text)
    if (!phrase) return besideOthers(said, mentions, cast)
    const { letters, how, binds, lacks } = phrase
    if (binds === 'both') return parties.slice(0, 2).map((party) => ({ party, letters, how }))
    if (binds === 'anyone') return [{ letters, how, ...(lacks.length ? { lacks } : {}) }]
    const mention = boundTo(said, mentions, taken)
    if (tests.some((test) => isSame(test, mention?.who ?? {}, phrase))) continue
    if (nobodys && (!mention || isAnyone(mention.who)) && binds === 'near') {
      if (how === 'all' || phrase !== said.phrase) tests.push({ letters, how: 'without' })
      continue
    }
    if (!mention) {
      // "no A", "without being accountable", whoever else: nobody is
      if (how === 'without' && binds === 'near') tests.push({ letters: said.phrase.letters, how })
      // "all rows with a C": whoever's it is
      if (
        !mentions.length &&
        binds === 'near' &&
        letters.every((letter) => !DO.includes(letter)) &&
        how === said.phrase.how &&
        how !== 'none'
      )
        tests.push({ letters, how })
      continue
    }
    taken.push(mention)
    tests.push({ ...mention.who, letters, how, ...(lacks.length ? { lacks } : {}) })
  }
  return tests.length ? withDoer(split(withLacks(eitherLetter(tests))), mentions, text) : dutyTests(text, mentions)
}

/** "Not only ours": ours, and the other party has a part too; of more than two parties nobody says which. */
function besideOthers(
  said: Spoken,
  mentions: readonly Mention[],
  { parties }: Cast,
): readonly LetterTest[] | undefined {
  const who = said.phrase.how === 'alone' ? boundTo(said, mentions, [])?.who : undefined
  const other = who && !isAnyone(who) && parties.length === 2 ? parties.find((party) => !isWho(party, who)) : undefined
  if (!who || other === undefined) return undefined
  return [
    { ...who, letters: DO, how: 'any' },
    { party: other, letters: LETTERS, how: 'any' },
  ]
}

/** What a phrase asks for where it stands: the opposite when it is denied; undefined when that is no test. */
function asMeant({ phrase, from, to }: Spoken, text: string): Phrase | undefined {
  const { letters, how, lacks } = phrase
  if (how === 'only' && isNotOnly(text, from, to))
    return { ...phrase, letters: LETTERS.filter((letter) => !letters.includes(letter)), how: 'any' }
  // "not shared" is in one hand, whosever
  if (phrase.binds === 'both' && isDenied(text, from)) return { ...phrase, how: 'sole', binds: 'anyone' }
  if (how === 'alone' && isNotOnly(text, from, to)) return undefined
  // "doesn't have any role" is denied once
  if (!isDenied(text, from) || (how === 'none' && /^a(?:ny|nything| single)\b/.test(text.slice(from, to))))
    return phrase
  if (how === 'none') return { ...phrase, letters: LETTERS, how: 'any' }
  if (how === 'any' && letters.length > DO.length) return { ...phrase, letters: [], how: 'none' }
  if (lacks.length || (how !== 'any' && (how !== 'all' || letters.length > 1))) return undefined
  // who is not responsible is not accountable either, in the words of people
  return { ...phrase, letters: letters.includes('R') ? DO : letters, how: 'without' }
}

/** The words that call a party by its name. */
export function partiesNamed(text: string, cast: Cast): readonly string[] {
  return mentionsOf(text, cast).flatMap(({ who, by, from, to }) =>
    by === 'name' && !isAnyone(who) ? text.slice(from, to).split(' ') : [],
  )
}

/** Whether any party will do. */
export const isAnyone = ({ party, side }: Who): boolean => party === undefined && side === undefined

/** "Where nobody is consulted". */
const NOBODY =
  /\b(?:nobody|no one|no (?:party|side)|none of (?:the (?:two |parties|sides)|them|us)|neither (?:of (?:them|us|the two)|party|side))\b(?! (?:else|but|other))/

/** "Neither the customer nor OVH". */
const isNeither = (text: string, mentions: readonly Mention[]): boolean =>
  mentions.some(({ who, from }) => isAnyone(who) && /\bneither (?:the |an? )?$/.test(text.slice(0, from)))

/** "OVH or the customer" is anybody, where these are all the parties there are. */
function eitherAsOne(text: string, mentions: readonly Mention[], { parties }: Cast): readonly Mention[] {
  const joined: Mention[] = []
  for (const mention of mentions) {
    const before = joined.at(-1)
    const between = before && text.slice(before.to, mention.from)
    const all = before && parties.every((party) => [before.who, mention.who].some((who) => isWho(party, who)))
    if (all && between && /^ n?or (?:the |an? )?$/.test(between))
      joined.splice(-1, 1, { who: {}, from: before.from, to: mention.to, by: 'name' })
    else joined.push(mention)
  }
  return joined
}

/** "What does IT answer for (accountable)" says one thing twice. */
function isSame(test: LetterTest, who: Who, { how, letters }: Phrase): boolean {
  return (
    test.party === who.party && test.side === who.side && test.how === how && test.letters.join() === letters.join()
  )
}

function phrasesOf(text: string): readonly Spoken[] {
  const found: Spoken[] = []
  for (const phrase of PHRASES) {
    if (!mayMatch(text, phrase.needs)) continue
    for (const match of text.matchAll(phrase.pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ phrase, from, to })
    }
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/** The mention inside the phrase, else the nearest; names before pronouns, those without a phrase of their own first. */
function boundTo(said: Spoken, mentions: readonly Mention[], taken: readonly Mention[]): Mention | undefined {
  const eligible = said.phrase.binds === 'after' ? mentions.filter(({ from }) => from >= said.to).slice(0, 1) : mentions
  const cost = (mention: Mention): number => {
    const distance = mention.from >= said.to ? mention.from - said.to + AFTER_COST : Math.max(0, said.from - mention.to)
    return distance + (taken.includes(mention) ? TAKEN_COST : 0) + (mention.by === 'pronoun' ? PRONOUN_COST : 0)
  }
  return eligible.toSorted((a, b) => cost(a) - cost(b))[0]
}

/** In characters: a subject stands before its verb, so what follows is this much farther away. */
const AFTER_COST = 6
/** A party that has its phrase already takes a second one only when no other is about. */
const TAKEN_COST = 25
const PRONOUN_COST = 5

/** "What they carry out or answer for" is either of one party's letters; both at once have a phrase of their own. */
function eitherLetter(tests: readonly LetterTest[]): readonly LetterTest[] {
  const isOne = ({ letters, how, lacks }: LetterTest, letter: Letter): boolean =>
    how === 'all' && !lacks && letters.join() === letter
  const doing = tests.find((test) => isOne(test, 'R'))
  const answering = tests.find((test) => isOne(test, 'A') && doing && sameWho(test, doing))
  if (!doing || !answering) return tests
  return [{ ...doing, letters: DO, how: 'any' }, ...tests.filter((test) => test !== doing && test !== answering)]
}

/** "Carried out without being accountable" is one cell that holds a letter and lacks another. */
function withLacks(tests: readonly LetterTest[]): readonly LetterTest[] {
  const [held, lacked, ...rest] = tests
  if (!held || !lacked || rest.length || held.how !== 'all' || lacked.how !== 'without' || !sameWho(held, lacked))
    return tests
  return [{ ...held, lacks: lacked.letters.filter((letter) => !held.letters.includes(letter)) }]
}

/** "A stays with the customer, OVH does the work": whoever does it is then not accountable as well. */
function split(tests: readonly LetterTest[]): readonly LetterTest[] {
  const accountable = tests.find(({ letters, how }) => how === 'all' && letters.join() === 'A')
  const doing = tests.find(({ letters, how }) => how === 'all' && letters.join() === 'R')
  if (!accountable || !doing || sameWho(accountable, doing)) return tests
  return [...tests, { ...whoOf(doing), letters: ['A'], how: 'without' }]
}

/** "What does OVH do without telling us": who does it is meant as well as who is kept from it. */
function withDoer(tests: readonly LetterTest[], mentions: readonly Mention[], text: string): readonly LetterTest[] {
  const [only] = tests
  const [first] = mentions
  // "what do we do without being accountable"
  if (
    tests.length === 1 &&
    only?.how === 'without' &&
    only.letters.join() === 'A' &&
    /\bdo(?:es)? .*\bwithout\b/.test(text)
  )
    return [{ ...whoOf(only), letters: DO, how: 'any' }, only]
  if (tests.length > 1 || only?.how !== 'without' || !/[CI]/.test(only.letters.join(''))) return tests
  return first && first.by === 'name' && !isAnyone(first.who) && !sameWho(first.who, only)
    ? [{ ...first.who, letters: DO, how: 'any' }, only]
    : tests
}

/** No letter is spoken of: whoever is named is asked for their work, or for what is not theirs. */
function dutyTests(text: string, all: readonly Mention[]): readonly LetterTest[] {
  if (isNeither(text, all)) return [{ letters: DO, how: 'without' }]
  const nextTo = (to: number): number | undefined => all.find((other) => other.from >= to)?.from
  const isNot = ({ from, to }: Mention): boolean => isDeniedParty(text, from, to, nextTo(to))
  const mentions = all.filter((each) => !isNot(each))
  const named = mentions.filter(({ by, who }) => by === 'name' && !isAnyone(who))
  const sides = new Set(named.map(({ who }) => who.party ?? who.side))
  // "customer or OVH" asks for everybody's
  if (sides.size > 1 && /\b(or|versus|vs)\b/.test(text.slice(named[0]?.from, named.at(-1)?.to))) return []
  if (named.length && EACH_SIDE.test(text)) return []
  const [mention] = named.length
    ? named.filter((each) => !isBeneficiary(text, each))
    : mentions.filter((each) => hasDuty(text, each))
  const theirs: readonly LetterTest[] = mention ? [{ ...mention.who, letters: DO, how: 'any' }] : []
  const denied = all.filter((each) => isNot(each) && !isAnyone(each.who))
  // "what is ours and what is not" asks for everything
  if (mention && denied.some(({ who }) => sameWho(who, mention.who))) return []
  const others = denied.filter(({ who }, at) => denied.findIndex((one) => sameWho(one.who, who)) === at)
  return [...theirs, ...others.map(({ who }): LetterTest => ({ ...who, letters: DO, how: 'without' }))]
}

/** "What does Acme do and what do we do" asks for everybody's too. */
const EACH_SIDE = /\b(?:and|or) what (?:do|does|must|should|shall|can|is|are) (?:we|they|you|i|ours|theirs|yours)\b/

/** "the documents that OVH writes for the customer". */
function isBeneficiary(text: string, { from }: Mention): boolean {
  return (
    /\b(for|to) (the )?$/.test(text.slice(0, from)) &&
    !/\b(left|up|falls?|remains?|stays?|belongs?) (for|to) (the )?$/.test(text.slice(0, from))
  )
}

const DUTY_AFTER =
  /^ ?(\w+ ){0,2}?(have to|need to|must|should|do|does|handle|carry|run|manage|look after|are to|chores|tasks|duties|obligations|homework|part|parts|side|plate|job|jobs|to do|to dos|todo|todos|list|responsibilities|r a|ra|own shoulders|shoulders|share|work)\b/
const DUTY_BEFORE =
  /\b(on|up to|falls? (on|to)|left (for|to|with)|must|should|do|does|lands? on|part of|for|have|what is|what s) $/

/** Whether a pronoun stands where somebody's work is spoken of; "our VM is gone" does not. */
function hasDuty(text: string, { from, to }: Mention): boolean {
  return (
    /^(ours|theirs|yours|ourselves|yourselves)$/.test(text.slice(from, to)) ||
    DUTY_AFTER.test(text.slice(to)) ||
    DUTY_BEFORE.test(text.slice(0, from))
  )
}

const whoOf = ({ party, side }: Who): Who => ({
  ...(party === undefined ? {} : { party }),
  ...(side === undefined ? {} : { side }),
})
const sameWho = (a: Who, b: Who): boolean => a.party === b.party && a.side === b.side

/** Whether a row passes every test. A row whose export lost its holders passes none. */
export function passes(activity: Activity, tests: readonly LetterTest[]): boolean {
  return tests.every((test) => {
    const isMeant = (party: string): boolean => isWho(party, test)
    const columns = activity.assignments.filter(({ party }) => isMeant(party))
    if (!columns.length) return false
    if (test.how === 'none') return columns.every(({ letters }) => letters.length === 0)
    if (
      test.how === 'alone' &&
      activity.assignments.some(({ party, letters }) => !isMeant(party) && letters.length > 0)
    )
      return false
    if (
      test.how === 'sole' &&
      activity.assignments.some(({ party, letters }) => !isMeant(party) && hasOne(letters, test))
    )
      return false
    if (test.how === 'sole' && isAnyone(test))
      return columns.filter(({ letters }) => hasOne(letters, test)).length === 1
    if (test.how === 'without' && isAnyone(test)) return columns.every(({ letters }) => holds(letters, test))
    return columns.some(({ letters }) => holds(letters, test))
  })
}

/** Whether a column is the one that is meant, or stands on the side that is. */
export function isWho(column: string, { party, side }: Who): boolean {
  if (party !== undefined) return bareParty(column) === bareParty(party)
  return side === undefined || isCustomer(column) === (side === 'customer')
}

const hasOne = (held: readonly Letter[], { letters }: LetterTest): boolean =>
  letters.some((letter) => held.includes(letter))

function holds(held: readonly Letter[], { letters, how, lacks = [] }: LetterTest): boolean {
  if (lacks.some((letter) => held.includes(letter))) return false
  const some = hasOne(held, { letters, how })
  const all = letters.every((letter) => held.includes(letter))
  if (how === 'all' || how === 'sole') return all
  if (how === 'without') return !some
  if (how === 'only') return held.length > 0 && held.every((letter) => letters.includes(letter))
  return some
}
