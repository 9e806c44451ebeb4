// The table of what was learned about people's words, kept packed: a million numbers as text would take longer to read
// than a question takes to answer, and a question needs those of its own few words.

/** What a word (`padlock`) or a concept (`=renew`) of a question speaks for or against, by feature of an entry. */
export type Associations = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The same as it is kept, in a file a line a word. */
export interface AssociationTable {
  /** Names of features, by number. */
  readonly features: readonly string[]
  /** By word: the number of a feature and its weight in hundredths, again and again, each in two letters. */
  readonly words: Readonly<Record<string, string>>
}

/** The feature whose weight says how much a word adds to entries that it is a word for. */
export const PEAK = '*'

/** Letters that stand for numbers: of ASCII those that a JSON text holds as they are. */
const LETTERS = Array.from({ length: 127 - 35 }, (_, at) => String.fromCharCode(35 + at)).filter((one) => one !== '\\')
const BASE = LETTERS.length
/** The number before zero: weights are below it either way. */
const ZERO = Math.floor((BASE * BASE) / 2)
const PAIR = 4

/** What each letter stands for, by its code. */
const DIGITS = new Int32Array(128)
LETTERS.forEach((letter, digit) => {
  DIGITS[letter.charCodeAt(0)] = digit
})

/** Whether anything was learned about a key. */
export function isLearned(table: AssociationTable, key: string): boolean {
  return Object.hasOwn(table.words, key)
}

/** Visits what one key speaks for, by number of the feature; nothing when nothing was learned about it. */
export function eachAssociation(
  { words }: AssociationTable,
  key: string,
  visit: (feature: number, weight: number) => void,
): void {
  const row = Object.hasOwn(words, key) ? (words[key] ?? '') : ''
  for (let at = 0; at < row.length; at += PAIR) visit(numberAt(row, at), (numberAt(row, at + 2) - ZERO) / 100)
}

function numberAt(row: string, at: number): number {
  return (DIGITS[row.charCodeAt(at)] ?? 0) * BASE + (DIGITS[row.charCodeAt(at + 1)] ?? 0)
}

/** What a word adds to entries that it is a word for; 0 when nothing was learned about it. */
export function peakOf(table: AssociationTable, key: string): number {
  let peak = 0
  eachAssociation(table, key, (feature, weight) => {
    if (table.features[feature] === PEAK) peak = weight
  })
  return peak
}

/** @throws RangeError when there are more features, or a larger weight, than two letters can say. */
export function tableOf(learned: Associations): AssociationTable {
  const numbers = new Map<string, number>()
  const numberOf = (feature: string): number => {
    const number = numbers.get(feature) ?? numbers.size
    numbers.set(feature, number)
    return number
  }
  const rows = Object.entries(learned).map(([key, weights]): [string, string] => [
    key,
    Object.entries(weights)
      .map(([feature, weight]) => twoLetters(numberOf(feature)) + twoLetters(Math.round(weight * 100) + ZERO))
      .join(''),
  ])
  return { features: [...numbers.keys()], words: Object.fromEntries(rows) }
}

function twoLetters(number: number): string {
  const first = LETTERS[Math.floor(number / BASE)]
  const second = LETTERS[number % BASE]
  if (first === undefined || second === undefined) throw new RangeError(`no two letters for ${number}`)
  return first + second
}
