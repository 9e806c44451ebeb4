// Which parties a question names, and the letters it asks of each.

import type { Activity, Letter } from '../domain/raci.ts'

/** Sides of a document: people say "we" and "they" where its columns have names. */
export type Side = 'customer' | 'provider'

/** A condition on the letters of one side. */
export interface LetterTest {
  readonly side?: Side
  /** A party by its own name, where the question names one. */
  readonly party?: string
  /** All of these must be held; empty: none may be. */
  readonly letters: readonly Letter[]
  /** `any`: one of the letters is enough. `only`: these and no other. `none`: holds nothing. `without`: none of these. */
  readonly how: 'any' | 'all' | 'only' | 'none' | 'without'
}

const CUSTOMER_PARTY = /\b(customer|client|tenant|user|business|buyer|subscriber)/i
const CUSTOMER = /\b(we|us|our|ours|ourselves|i|my|me|customer'?s?|customers|clients?'?s?|tenant|he|himself)\b/
const PROVIDER =
  /\b(you|your|yours|provider'?s?|vendor'?s?|supplier'?s?|hoster'?s?|they|their|theirs|them|ovh\w*|host)\b/

/** Whether a column is the customer's, by its name. */
export function isCustomer(party: string): boolean {
  return CUSTOMER_PARTY.test(party)
}

/** The tests that a list question puts on a row. None when it names no party and no letter. */
export function letterTests(
  question: string,
  parties: readonly string[],
  provider: string | undefined,
): readonly LetterTest[] {
  const spans = sideMentions(question, parties, provider)
  const tests: LetterTest[] = []
  if (
    /\b(nothing|no (letter|role|part)|not involved|blank|empty|without (a |any )?(letter|role)|nothing to do)\b/.test(
      question,
    )
  ) {
    const who = spans.at(0)
    return who ? [{ ...who.who, letters: [], how: 'none' }] : []
  }
  if (
    /\bboth\b|\bshared?\b|\bjoint(ly)?\b|\b(customer|client)\b.*\band (ovh\w*|provider|vendor)\b.*\b(both|carry|hold|have)\b/.test(
      question,
    ) &&
    parties.length >= 2 &&
    !/\bboth (products|services)\b/.test(question)
  ) {
    const letters: Letter[] = /\baccountab\w*|\ban? a\b/.test(question) ? ['A'] : ['R']
    return parties.slice(0, 2).map((party) => ({ party, letters, how: 'all' as const }))
  }
  const split =
    /(carr\w+ out|does|do the work|execut\w+|perform\w*|holds? (the |an? )?r\b|has (the |an? )?r\b|\bis r\b).*\b(accountab\w*|stays|remains|holds? (the |an? )?a\b)/.test(
      question,
    )
  if (split && spans.length >= 2) {
    const [first, second] = spans
    if (first && second)
      return [
        { ...first.who, letters: ['R'], how: 'all' },
        { ...second.who, letters: ['A'], how: 'all' },
        { ...first.who, letters: ['A'], how: 'without' },
      ]
  }
  const letters = lettersAsked(question)
  const who = chooseWho(question, spans, letters)
  if (!who) return letters.length && !letters.includes('R') ? [{ letters, how: 'all' }] : []
  const only =
    /\b(only|just|merely|simply|solely|nothing (more|but)|no more than|at most)\b/.test(question) &&
    (letters.includes('I') || letters.includes('C'))
  if (only) tests.push({ ...who, letters, how: 'only' })
  else if (letters.length) tests.push({ ...who, letters, how: 'all' })
  else tests.push({ ...who, letters: ['R', 'A'], how: 'any' })
  return tests
}

interface SideMention {
  readonly who: { readonly side?: Side; readonly party?: string }
  readonly at: number
}

function sideMentions(
  question: string,
  parties: readonly string[],
  provider: string | undefined,
): readonly SideMention[] {
  const found: SideMention[] = []
  for (const party of parties) {
    const at = question.search(new RegExp(`\\b${escape(party.toLowerCase())}\\b`))
    if (at >= 0) found.push({ who: { party }, at })
  }
  const customer = question.search(CUSTOMER)
  if (customer >= 0 && !found.some(({ who }) => who.party !== undefined && isCustomer(who.party)))
    found.push({ who: { side: 'customer' }, at: customer })
  const named = provider ? question.search(new RegExp(`\\b${escape(provider.toLowerCase())}\\b`)) : -1
  const other = named >= 0 ? named : question.search(PROVIDER)
  if (other >= 0 && !found.some(({ who }) => who.party !== undefined && !isCustomer(who.party)))
    found.push({ who: { side: 'provider' }, at: other })
  return found.toSorted((a, b) => a.at - b.at)
}

/** Where both sides stand in the question, the subject is the one asked about: "what must OVH consult the customer on". */
function chooseWho(
  question: string,
  spans: readonly SideMention[],
  letters: readonly Letter[],
): SideMention['who'] | undefined {
  const [first, second] = spans
  if (!first) return undefined
  if (!second) return first.who
  if (
    letters.some((letter) => letter === 'C' || letter === 'I') &&
    /\b(consults?|informs?|tells?|asks?|notif(y|ies))\b/.test(question)
  )
    return second.who
  if (first.who.side === 'customer' && /^\W*\b(i|my|me)\b/.test(question.slice(first.at))) return second.who
  // "we're leaving … what is on our side": pronouns of the story yield to a party named outright
  const outright = spans.find(({ who }) => who.party !== undefined)
  return outright?.who ?? first.who
}

function lettersAsked(question: string): readonly Letter[] {
  if (/\br ?\/ ?a\b|\bra\b|\b(r|responsible) (and|or|&) (a|accountable)\b/.test(question)) return []
  const asked: Letter[] = []
  if (
    /\baccountab\w*|\b(an?|the|with|holds?|as|carr\w+ an?) a\b(?! \w+ly)(?=\W*$|\W+(on|for|in|and|is)\b)/.test(question)
  )
    asked.push('A')
  if (/\bconsult\w*|\b(an?|the|with|as) c\b/.test(question)) asked.push('C')
  if (
    /\binform\w*|\btold\b|\bnotified\b|\bhears?\b|\b(an?|the|with|as|just|merely|only) (an )?i\b(?=\W*$|\W+(on|for|in|and|is|at)\b|\))/.test(
      question,
    )
  )
    asked.push('I')
  if (/\b(an?|the|with|as) r\b|\bcarr\w+ out\b/.test(question)) asked.push('R')
  return asked
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a row passes every test. */
export function passes(activity: Activity, tests: readonly LetterTest[]): boolean {
  return tests.every((test) => {
    const columns = activity.assignments.filter(({ party }) =>
      test.party !== undefined
        ? party === test.party
        : test.side === undefined || isCustomer(party) === (test.side === 'customer'),
    )
    if (!columns.length) return false
    return columns.some(({ letters }) => {
      switch (test.how) {
        case 'any':
          return test.letters.some((letter) => letters.includes(letter))
        case 'all':
          return test.letters.every((letter) => letters.includes(letter))
        case 'only':
          return letters.length > 0 && letters.every((letter) => test.letters.includes(letter))
        case 'none':
          return letters.length === 0
        case 'without':
          return !test.letters.some((letter) => letters.includes(letter))
      }
    })
  })
}
