// The table of what was learned about people's words, kept as one string a word: reading all of its quarter of a million
// numbers would take longer than answering, and a question needs those of its own few words.

/** What a word (`padlock`) or a concept (`=renew`) of a question speaks for or against, by feature of an entry. */
export type Associations = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The same as it is kept: `restore 1.2 ^restore 0.5` a key. */
export type AssociationTable = Readonly<Record<string, string>>

/** Visits what one key speaks for, in the order of the table; nothing when nothing was learned about it. */
export function eachAssociation(
  table: AssociationTable,
  key: string,
  visit: (feature: string, weight: number) => void,
): void {
  if (!Object.hasOwn(table, key)) return
  const row = table[key] ?? ''
  for (let at = 0, end = 0; at < row.length; at = end + 1) {
    const space = row.indexOf(' ', at)
    if (space < 0) return
    end = row.indexOf(' ', space + 1)
    if (end < 0) end = row.length
    visit(row.slice(at, space), weightAt(row, space + 1, end))
  }
}

/** The number as `Number` reads it, in a third of the time: digits with a sign before and a point between. */
function weightAt(row: string, from: number, to: number): number {
  let digits = 0
  let decimals = 0
  let point = false
  const negative = row.charCodeAt(from) === MINUS
  for (let at = negative ? from + 1 : from; at < to; at += 1) {
    const code = row.charCodeAt(at)
    if (code === POINT && !point) point = true
    else if (code >= ZERO && code <= ZERO + 9 && digits < LARGEST) {
      digits = digits * 10 + code - ZERO
      if (point) decimals += 1
    } else return Number(row.slice(from, to))
  }
  const weight = decimals === 2 ? digits / 100 : digits / 10 ** decimals
  return negative ? -weight : weight
}

const [MINUS, POINT, ZERO] = [45, 46, 48]
/** Beyond this another digit would not be exact. */
const LARGEST = 1e14

/** Stands before the number that says how much a word adds to entries that it is a word for. */
export const PEAK = '*'

/** What a word adds to entries that it is a word for; 0 when nothing was learned about it. */
export function peakOf(table: AssociationTable, key: string): number {
  const row = Object.hasOwn(table, key) ? (table[key] ?? '') : ''
  return row.startsWith(`${PEAK} `) ? Number.parseFloat(row.slice(2)) : 0
}

/** Names of features hold no spaces: they are concepts, or stems behind a mark. */
export function tableOf(learned: Associations): AssociationTable {
  const row = (weights: Readonly<Record<string, number>>): string =>
    Object.entries(weights)
      .map(([name, weight]) => `${name} ${weight}`)
      .join(' ')
  return Object.fromEntries(Object.entries(learned).map(([key, weights]) => [key, row(weights)]))
}
