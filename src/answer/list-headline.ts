// The sentence over a list: how many rows and whose; or that none is theirs. What would make it long stands below it.

import type { Entry } from '../domain/knowledge.ts'
import { type Activity, LETTERS, type Letter } from '../domain/raci.ts'
import { ANYONE, type Holding, type ListScope } from '../domain/resolution.ts'
import { MEANINGS } from './roles.ts'
import { counted, listed, quoted } from './wording.ts'

/** A headline of more characters is read twice: where the rows stand goes below it. */
const AT_A_GLANCE = 90

/** `Customer is accountable (A) for 3 activities of Email Pro in “3.2. Event management”.`, and what is said below it. */
export function listHeadline(
  rows: readonly Entry[],
  scope: ListScope,
  products: readonly string[],
): readonly [string, ...string[]] {
  if (scope.none) return noneHeadline(rows, scope, products)
  const rules = rows.length > 0 && rows.every((row) => row.type === 'rule')
  const count = rules ? counted(rows.length, 'statement') : counted(rows.length, 'activity', 'activities')
  const named = [...new Set(rows.map((row) => row.product))]
  const each = named.map((product) => `${rows.filter((row) => row.product === product).length} of ${product}`)
  const split = named.length > 1 ? listed(each) : ''
  const start = `${subjectOf(scope)}${count}`
  const short = `${start}${placeOf({ ...scope, section: '', sections: [], except: [], topic: '' }, named)}`
  const told = [`${start}${placeOf(scope, named)}`, short].find((words) => words.length < AT_A_GLANCE) ?? short
  const where = told === short ? whereOf(scope).trim() : ''
  const below = [where, split].filter(Boolean).join(': ')
  if (!below || (!where && `${told}: ${split}.`.length <= AT_A_GLANCE)) return [`${told}${split && `: ${split}`}.`]
  return [`${told}.`, `${below.charAt(0).toUpperCase()}${below.slice(1)}.`]
}

/** `Customer is responsible or accountable (R or A) for none of the 3 activities … . It is informed (I) of 2 of them.` */
function noneHeadline(
  rows: readonly Entry[],
  scope: ListScope,
  products: readonly string[],
): readonly [string, ...string[]] {
  const of = scope.of ?? rows.length
  const named = rows.length ? [...new Set(rows.map((row) => row.product))] : products
  const whole = of === 1 ? 'the only activity' : `the ${of} activities`
  const [held] = scope.holds ?? []
  if (held?.party === ANYONE && held.how === 'without')
    return [
      `Somebody is ${wordsOf(held.letters, 'or')} ${tailOf(held.letters)} each of ${whole}${placeOf(scope, named)}.`,
    ]
  if (held?.party === ANYONE)
    return [
      `Nobody is ${howOf(held)}${wordsOf(held.letters, 'or')}${lacksOf(held)} ${tailOf(held.letters)} any of ${whole}${placeOf(scope, named)}.`,
    ]
  if (scope.occasions)
    return [
      held
        ? `${subjectOf(scope)}none of the activities${placeOf(scope, named)}.`
        : `None of ${whole}${placeOf({ ...scope, occasions: [] }, named)} states that it is${whenOf(scope.occasions)}.`,
    ]
  // no row where it does not: it does in each
  if (held && scope.holds?.length === 1 && (held.how === 'without' || held.how === 'none'))
    return [
      `${held.party} ${held.how === 'none' ? 'has a role in' : `is ${wordsOf(held.letters, 'or')} ${tailOf(held.letters)}`} ${of === 1 ? whole : `each of ${whole}`}${placeOf(scope, named)}.`,
    ]
  const quantity = of === 1 ? `${notThe(subjectOf(scope))}${whole}` : `${subjectOf(scope)}none of ${whole}`
  const headline = `${quantity}${placeOf(scope, named)}.`
  return [headline, ...(held ? insteadOf(held, rows, of) : [])]
}

/** `Customer is not responsible or accountable (R or A) for ` */
function notThe(subject: string): string {
  return subject.replace(/ (is|are) /u, ' $1 not ').replace(/ (?:has|have) a role in $/u, ' has no role in ')
}

/** What the party holds in the rows shown. */
function insteadOf({ party }: Holding, rows: readonly Entry[], of: number): readonly string[] {
  const activities = rows.filter((row) => row.type === 'activity')
  if (!activities.length) return []
  const letters = (row: Activity): readonly Letter[] =>
    row.assignments.find((held) => held.party.toLowerCase() === party.toLowerCase())?.letters ?? []
  const kinds = Map.groupBy(activities, (row) => letters(row).join(''))
  const said = [...kinds].flatMap(([key, group]) => {
    const [first] = group
    const held = first ? letters(first) : []
    return key ? [`${wordsOf(held, 'and')} ${tailOf(held)} ${group.length === of ? pronounOf(of) : group.length}`] : []
  })
  if (!said.length) return [`The document states no role for ${party} there.`]
  return [
    `It is ${listed(said)}${said.length > 1 || (kinds.get('')?.length ?? 0) > 0 || of > rows.length ? ' of them' : ''}.`,
  ]
}

const pronounOf = (count: number): string => (count === 1 ? 'it' : 'all')

/** ` of Email Pro in “3.2. Event management” about backups` */
function placeOf(scope: ListScope, products: readonly string[]): string {
  const of = products.length === 1 ? ` of ${listed(products)}` : ''
  return `${of}${scope.variant ? ` for ${scope.variant}` : ''}${whereOf(scope)}${whenOf(scope.occasions)}`
}

/** ` in “3.2. Event management” about backups` */
function whereOf({ section, sections, except, topic }: ListScope): string {
  const headings = sections ?? (section ? [section] : [])
  const out = except?.length ? ` besides ${listed(except.map(quoted), 'and')}` : ''
  return `${headings.length ? ` in ${listed(headings.map(quoted))}` : ''}${out}${topic ? ` about ${topic}` : ''}`
}

/** ` done only on request or with an option` */
function whenOf(occasions: ListScope['occasions']): string {
  return occasions?.length
    ? ` done only ${listed(
        occasions.map((occasion) => WHEN[occasion]),
        'or',
      )}`
    : ''
}

const WHEN = { request: 'on request', option: 'with an option' } as const

/** `Customer is accountable (A) for `; empty where no party was asked for. */
function subjectOf({ holds, party, letters }: ListScope): string {
  const asked = holds ?? (party ? [{ party, letters: letters ?? [], how: 'any' as const }] : [])
  const [first, ...rest] = asked
  if (!first) return ''
  const alike = asked.every((one) => one.how === first.how && one.letters.join() === first.letters.join())
  const parties = [...new Set(asked.map((one) => one.party))]
  if (rest.length && alike && parties.length > 1 && first.how === 'without')
    return `Neither ${parties.join(' nor ')} is ${wordsOf(first.letters, 'or')} ${tailOf(first.letters)} `
  if (rest.length && alike && parties.length > 1)
    return `${listed(parties)} are both ${wordsOf(first.letters, 'and')} ${tailOf(first.letters)} `
  const said = asked.filter((one) => !isImplied(one, asked)).map(holdingWords)
  // the first of two leaves its preposition to the last
  return `${listed(said.map((words, at) => (at < said.length - 1 ? words.replace(/ (?:of|on|for|in)$/u, '') : words)))} `
}

/** "The work is theirs, the A ours" need not say that the A is not theirs. */
function isImplied(one: Holding, all: readonly Holding[]): boolean {
  return (
    one.how === 'without' &&
    all.some((other) => other !== one && other.party !== one.party && other.letters.join() === one.letters.join())
  )
}

function holdingWords({ party, letters, how, lacks = [] }: Holding): string {
  const not = lacksOf({ lacks })
  switch (how) {
    case 'none':
      return `${party} has no letter in`
    case 'without':
      return party === ANYONE
        ? `Nobody is ${wordsOf(letters, 'or')} ${tailOf(letters)}`
        : `${party} is not ${wordsOf(letters, 'or')} ${tailOf(letters)}`
    case 'alone':
      return `${party} alone has a role (${listed(letters, 'or')}) in`
    case 'sole':
      return `${party} alone is ${wordsOf(letters, 'and')} ${tailOf(letters)}`
    case 'only':
      return `${party} is only ${wordsOf(letters, 'or')} ${tailOf(letters)}`
    case 'any':
      return letters.length === LETTERS.length || !letters.length
        ? `${party} has a role in`
        : `${party} is ${wordsOf(letters, 'or')} ${tailOf(letters)}`
    case 'all':
      return letters.length
        ? `${party} is ${wordsOf(letters, 'and')}${not} ${tailOf(letters)}`
        : `${party} has a role in`
  }
}

/** Who holds one letter may hold another, which is not asked for. */
const howOf = ({ how }: Holding): string =>
  how === 'only' ? 'only ' : how === 'sole' || how === 'alone' ? 'alone ' : ''

const lacksOf = ({ lacks = [] }: Pick<Holding, 'lacks'>): string =>
  lacks.length ? ` but not ${wordsOf(lacks, 'or')}` : ''

/** `responsible or accountable (R or A)` */
function wordsOf(letters: readonly Letter[], joint: 'and' | 'or'): string {
  return `${listed(
    letters.map((letter) => MEANINGS[letter]),
    joint,
  )} (${listed(letters, joint)})`
}

function tailOf(letters: readonly Letter[]): string {
  if (letters.every((letter) => letter === 'I')) return 'of'
  return letters.every((letter) => letter === 'C') ? 'on' : 'for'
}
