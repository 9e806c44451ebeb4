// Which words of people speak for which features of rows: a log-linear ranker. In each question the right row competes
// with the other rows of its document and with none at all; every word of the question moves a little towards the
// features of the right one.

import type { Entry } from '../../src/domain/knowledge.ts'
import type { Associations } from '../../src/resolve/associations.ts'
import type { ConceptFinder } from '../../src/resolve/concepts.ts'
import { featuresOf } from '../../src/resolve/entry-features.ts'
import { type EntryIndex, indexEntries } from '../../src/resolve/entry-index.ts'
import { questionFeatures } from '../../src/resolve/question-features.ts'
import { associationKeys, createRanker, questionNorm } from '../../src/resolve/rank.ts'
import { ASSOCIATION_SCALE } from '../../src/resolve/thresholds.ts'
import { wordsOf } from '../../src/resolve/words.ts'
import type { Example } from './practice.ts'
import { createRandom, shuffle } from './random.ts'

const number = (name: string, usual: number): number => Number(process.env[name] ?? usual)
const EPOCHS = number('EPOCHS', 14)
/** Turns after the small weights are gone. */
const POLISH = number('POLISH', 3)
const RATE = number('RATE', 0.5)
const DECAY = number('DECAY', 0.03)
/** Share of a question's words left out at each turn, so that no word leans on another. */
const DROP = number('DROP', 0.4)
/** Weights below this are not worth their place in the file. */
const SMALLEST = number('SMALLEST', 0.22)
const FREQ = number('FREQ', 4)
/** A word that fewer questions used is more likely a slip than a word. */
const HEARD = number('HEARD', 2)
const STEP = 2
/** "No row at all" competes with this score: a row that is right must say more, and for an activity that a document lacks none may. */
const NOTHING = number('NOTHING', 3)
/** Questions of that kind are few: each counts so many times. */
const LACKING_TIMES = number('LACKING_TIMES', 2)
/** Independent runs whose weights are averaged: what only chance learned cancels out. */
const RUNS = number('RUNS', 3)

interface Prepared {
  readonly keys: readonly number[]
  readonly norm: number
  readonly right: readonly boolean[]
  readonly among: readonly number[]
  /** What shared words and concepts give already. */
  readonly base: Float64Array
}

export function learnAssociations(
  entries: readonly Entry[],
  examples: readonly Example[],
  finder: ConceptFinder,
): Associations {
  const index = indexEntries(entries, finder)
  const shared = createRanker(index, { features: [], words: {} })
  const columns = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const entry of entries)
    for (const stem of featuresOf(entry, finder).stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const entryColumns = entries.map((entry) => {
    const { named, stems } = featuresOf(entry, finder)
    const telling = stems.filter((stem) => (counts.get(stem) ?? 0) >= FREQ).map((stem) => `~${stem}`)
    return Int32Array.from([...named, ...telling], (name) => numberOf(columns, name))
  })
  const keys = new Map<string, number>()
  const prepared = examples.map(({ question, right, among }): Prepared => {
    const features = questionFeatures(wordsOf(question), finder)
    return {
      keys: associationKeys(features).map((key) => numberOf(keys, key)),
      norm: questionNorm(features),
      right: among.map((position) => right.includes(position)),
      among,
      base: shared.score(features, among),
    }
  })
  const heard = new Map<number, number>()
  for (const one of prepared) for (const key of one.keys) heard.set(key, (heard.get(key) ?? 0) + 1)
  const known = prepared.map((one) => ({ ...one, keys: one.keys.filter((key) => (heard.get(key) ?? 0) >= HEARD) }))
  const width = columns.size
  const table = new Float32Array(keys.size * width)
  for (let run = 0; run < RUNS; run += 1) {
    const one = new Float32Array(table.length)
    train(one, known, { width, entryColumns, index, epochs: EPOCHS, from: 0, random: createRandom(7 + run) })
    for (let cell = 0; cell < table.length; cell += 1) table[cell] = (table[cell] ?? 0) + (one[cell] ?? 0) / RUNS
  }
  const kept = prune(table)
  train(table, known, { width, entryColumns, index, epochs: POLISH, from: EPOCHS, kept, random: createRandom(3) })
  return written(table, width, keys, [...columns.keys()])
}

interface Training {
  readonly width: number
  readonly entryColumns: readonly Int32Array[]
  readonly index: EntryIndex
  readonly epochs: number
  /** Turns already made: the steps get smaller. */
  readonly from: number
  /** Cells that may change; all when absent. */
  readonly kept?: Uint8Array
  readonly random: () => number
}

function train(
  table: Float32Array,
  prepared: Prepared[],
  { width, entryColumns, index, epochs, from, kept, random }: Training,
): void {
  for (let epoch = from; epoch < from + epochs; epoch += 1) {
    const rate = RATE / (1 + 0.3 * epoch)
    shuffle(prepared, random)
    for (const example of prepared) {
      const used = kept ? example.keys : example.keys.filter(() => random() >= DROP)
      const gradient = gradientOf(example, used, table, width, entryColumns, index)
      for (const [column, amount] of gradient)
        for (const key of used) {
          const cell = key * width + column
          if (!kept || kept[cell]) table[cell] = (table[cell] ?? 0) * (1 - rate * DECAY) + rate * amount
        }
    }
  }
}

function gradientOf(
  { norm, right, among, base }: Prepared,
  keys: readonly number[],
  table: Float32Array,
  width: number,
  entryColumns: readonly Int32Array[],
  index: EntryIndex,
): ReadonlyMap<number, number> {
  const sums = new Float64Array(width)
  for (const key of keys)
    for (let column = 0; column < width; column += 1)
      sums[column] = (sums[column] ?? 0) + (table[key * width + column] ?? 0)
  const norms = among.map((position) => index.entries[position]?.norm ?? 0)
  const scores = among.map((position, at) => {
    let sum = 0
    for (const column of entryColumns[position] ?? []) sum += sums[column] ?? 0
    return sum * ASSOCIATION_SCALE * (norms[at] ?? 0) * norm + (base[at] ?? 0)
  })
  const highest = Math.max(...scores, NOTHING)
  const powers = scores.map((score) => Math.exp(score - highest))
  const nothing = Math.exp(NOTHING - highest)
  const total = powers.reduce((a, b) => a + b, nothing)
  const lacking = !right.includes(true)
  const rightTotal = lacking ? nothing : powers.reduce((sum, power, at) => sum + (right[at] ? power : 0), 1e-9)
  const times = lacking ? LACKING_TIMES : 1
  const gradient = new Map<number, number>()
  powers.forEach((power, at) => {
    const pull = (right[at] ? power / rightTotal : 0) - power / total
    if (Math.abs(pull) < 1e-3) return
    const amount = times * pull * (norms[at] ?? 0) * norm * ASSOCIATION_SCALE * STEP
    for (const column of entryColumns[among[at] ?? 0] ?? []) gradient.set(column, (gradient.get(column) ?? 0) + amount)
  })
  return gradient
}

/** Sets small weights to zero and says which are left. */
function prune(table: Float32Array): Uint8Array {
  const kept = new Uint8Array(table.length)
  table.forEach((value, cell) => {
    if (Math.abs(value) >= SMALLEST) kept[cell] = 1
    else table[cell] = 0
  })
  return kept
}

function written(
  table: Float32Array,
  width: number,
  keys: ReadonlyMap<string, number>,
  names: readonly string[],
): Associations {
  const result: Record<string, Record<string, number>> = {}
  for (const [key, row] of keys) {
    const found = names.flatMap((name, column): Array<[string, number]> => {
      const value = table[row * width + column] ?? 0
      return Math.abs(value) >= SMALLEST / 2 ? [[name, value]] : []
    })
    if (found.length) result[key] = Object.fromEntries(found.toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1])))
  }
  return result
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name) ?? numbers.size
  numbers.set(name, known)
  return known
}
