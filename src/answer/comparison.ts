// The sentences over products set side by side: what each document says, and whether it is the same.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import { type Activity, holders } from '../domain/raci.ts'
import { holdersInBrief } from './roles.ts'
import { listed, quoted, shortened } from './wording.ts'

/** `The same on Email Pro and Trusted Exchange: OVHcloud does it (R, A).`, or each product with its holders. */
export function comparisonSentence(rows: readonly Entry[], products: readonly string[]): string {
  const of = (product: string): readonly Entry[] => rows.filter((row) => row.product === product)
  const silent = products.filter((product) => !of(product).length)
  const speaking = products.filter((product) => of(product).length)
  const none = silent.length ? ` Nothing that comes near is stated for ${listed(silent, 'or')}.` : ''
  const said = speaking.map((product) => saidOf(of(product)))
  if (said.length > 1 && new Set(said).size === 1) return `The same on ${listed(speaking)}: ${said[0]}.${none}`
  const owners = speaking.map((product) => ownersOf(of(product)))
  const verdict = speaking.length < 2 ? '' : new Set(owners).size === 1 ? sameVerdict(rows) : 'It differs. '
  return `${verdict}${speaking.map((product, at) => `${product}: ${said[at]}.`).join(' ')}${none}`
}

/** One owner everywhere; a row that holds only under a condition may still name another. */
function sameVerdict(rows: readonly Entry[]): string {
  const every = new Set(rows.map((row) => ownersOf([row])))
  return every.size === 1 ? 'The same party does it. ' : 'The same party does it, except under the condition named. '
}

/** Who holds what, once where all rows agree; else each row with its words, one under a condition with its condition. */
function saidOf(rows: readonly Entry[]): string {
  const held = rows.map((row) => (row.type === 'activity' ? inBrief(row) : quoted(shortened(row.quote, QUOTE_LENGTH))))
  const bare = rows.every((row) => limitOf(row) === undefined)
  if (bare && new Set(held).size === 1) return held[0] ?? ''
  const plain = rows.filter((row) => limitOf(row) === undefined)
  const label = (row: Entry): string => {
    if (row.type === 'rule') return ''
    const limit = limitOf(row)
    return limit ? `${limit}: ` : plain.length > 1 ? `${quoted(shortened(row.text, ROW_LENGTH))}: ` : ''
  }
  return rows.map((row, at) => `${label(row)}${held[at]}`).join('; ')
}

/** What of a row tells it from its neighbours. */
const ROW_LENGTH = 60
const QUOTE_LENGTH = 160

const inBrief = (row: Activity): string => holdersInBrief(row).replaceAll('; ', ', ')

const limitOf = (row: Entry): string | undefined => (row.type === 'activity' ? conditionOf(row.text) : undefined)

/** Who does it and who answers for it where no condition is spoken of. */
function ownersOf(rows: readonly Entry[]): string {
  const plain = rows.filter((row) => limitOf(row) === undefined)
  const owners = (plain.length ? plain : rows).map((row) =>
    row.type === 'activity' ? `${holders(row, 'R')}/${holders(row, 'A')}` : row.id,
  )
  return [...new Set(owners)].sort().join()
}
