// Products set side by side: in one sentence whether they differ, then what each document says, as a line a product.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import { type Activity, holders } from '../domain/raci.ts'
import type { Block } from './answer.ts'
import { holdersInBrief } from './roles.ts'
import { listed, quoted, shortened } from './wording.ts'

/** `It differs: OVHcloud does it on Email Pro, Customer on Public Cloud Instances.`, and each product with its holders. */
export function composeComparison(rows: readonly Entry[], products: readonly string[]): readonly Block[] {
  const of = (product: string): readonly Entry[] => rows.filter((row) => row.product === product)
  const silent = products.filter((product) => !of(product).length)
  const speaking = products.filter((product) => of(product).length)
  const said = speaking.map((product) => saidOf(of(product)))
  const [first = ''] = said
  const isSame = new Set(said).size === 1
  const where = speaking.length > 1 ? `The same on ${listed(speaking)}` : `Only ${listed(speaking)} states it`
  const sentence = isSame ? `${where}: ${first}.` : headline(speaking, of)
  const facts = speaking.map((product, at) => `${product}: ${said[at]}`)
  return [
    { type: 'sentence', text: sentence },
    ...(isSame ? [] : [{ type: 'facts', facts } as const]),
    ...(silent.length
      ? [{ type: 'note', text: `Nothing that comes near is stated for ${listed(silent, 'or')}.` } as const]
      : []),
  ]
}

function headline(products: readonly string[], of: (product: string) => readonly Entry[]): string {
  const doers = products.map((product) => partiesOf(usual(of(product)), 'R'))
  const [first = ''] = doers.flat()
  if (doers.some((one) => one.length !== 1 || !one[0])) return `It differs between ${listed(products)}.`
  if (new Set(doers.flat()).size > 1) {
    const groups = [...Map.groupBy(products, (_, at) => doers[at]?.[0] ?? '')]
    const told = groups.map(([doer, on], at) => `${doer} ${at ? '' : `${doesIt(doer)} `}on ${listed(on)}`)
    return `It differs: ${told.join(', ')}.`
  }
  const owners = products.map((product) => partiesOf(usual(of(product)), 'A').join())
  const every = products.flatMap((product) => [...of(product)])
  const bound =
    partiesOf(every, 'R').length > 1 || partiesOf(every, 'A').length > partiesOf(every.filter(isPlain), 'A').length
  const rest = bound
    ? ', except under the condition named'
    : new Set(owners).size > 1
      ? '; who is accountable differs'
      : '; the other roles differ'
  return `${first} ${doesIt(first)} on ${listed(products)}${rest}.`
}

const doesIt = (doer: string): string => (/ and /u.test(doer) ? 'do it' : 'does it')

/** Who holds the letter, each answer of the rows once. */
function partiesOf(rows: readonly Entry[], letter: 'R' | 'A'): readonly string[] {
  return [...new Set(rows.map((row) => (row.type === 'activity' ? listed(holders(row, letter)) : '')))]
}

/** The rows that hold anyway; all where each has its condition. */
function usual(rows: readonly Entry[]): readonly Entry[] {
  const plain = rows.filter(isPlain)
  return plain.length ? plain : rows
}

/** Who holds what, once where the rows agree; else each row with its words, one under a condition with its condition. */
function saidOf(rows: readonly Entry[]): string {
  const plain = rows.filter(isPlain)
  const bound = rows.filter((row) => !isPlain(row))
  return [...saidOfPlain(plain), ...bound.map((row) => `${limitOf(row)}: ${heldIn(row)}`)].join('; ')
}

function saidOfPlain(rows: readonly Entry[]): readonly string[] {
  for (const say of [heldIn, ownedIn]) {
    const held = [...new Set(rows.map(say))]
    if (held.length === 1) return held
  }
  return rows.map((row) =>
    row.type === 'rule' ? heldIn(row) : `${quoted(shortened(row.text, ROW_LENGTH))}: ${heldIn(row)}`,
  )
}

/** What of a row tells it from its neighbours. */
const ROW_LENGTH = 60
const QUOTE_LENGTH = 160

const heldIn = (row: Entry): string =>
  row.type === 'activity' ? inBrief(row) : quoted(shortened(row.quote, QUOTE_LENGTH))

/** Who does it and who answers for it, whoever is told. */
function ownedIn(row: Entry): string {
  if (row.type === 'rule') return heldIn(row)
  const owners = row.assignments.map((held) => ({
    ...held,
    letters: held.letters.filter((letter) => 'RA'.includes(letter)),
  }))
  return inBrief({ ...row, assignments: owners })
}

const inBrief = (row: Activity): string => holdersInBrief(row).replaceAll('; ', ', ')

const limitOf = (row: Entry): string | undefined => (row.type === 'activity' ? conditionOf(row.text) : undefined)

const isPlain = (row: Entry): boolean => limitOf(row) === undefined
