// Logistic regression by Newton's method, with a ridge so that no weight runs away. Small: some hundred terms.

export interface Case {
  /** Terms of the case, the first always 1. */
  readonly terms: readonly number[]
  readonly yes: boolean
  /** How many cases it stands for. */
  readonly times: number
}

const STEPS = 25
/** A step that changes no weight by more ends the search. */
const SETTLED = 1e-4

/**
 * Weights of the terms as log-odds.
 * @param balanced Both answers count as much, however rare one is.
 * @param ridge How strongly weights are held small; the first term is free.
 */
export function logistic(cases: readonly Case[], balanced: boolean, ridge: number): number[] {
  const size = cases[0]?.terms.length ?? 0
  const total = (list: readonly Case[]): number =>
    Math.max(
      1,
      list.reduce((sum, { times }) => sum + times, 0),
    )
  const all = total(cases)
  const yes = total(cases.filter((one) => one.yes))
  const weightOf = (one: Case): number => one.times * (balanced ? all / (2 * (one.yes ? yes : all - yes)) : 1)
  const weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at ? -ridge * weight : 0))
    const curve = weights.map((_, row) => {
      const line = new Float64Array(size)
      line[row] = row ? ridge : 1e-6
      return line
    })
    for (const one of cases) {
      const chance = 1 / (1 + Math.exp(-dot(one.terms, weights)))
      const much = weightOf(one)
      bendAlong(one.terms, much * ((one.yes ? 1 : 0) - chance), much * chance * (1 - chance), slope, curve)
    }
    const changes = solve(mirrored(curve), slope)
    for (const [at, change] of changes.entries()) weights[at] = (weights[at] ?? 0) + change
    if (Math.max(...changes.map(Math.abs)) < SETTLED) break
  }
  return weights
}

/** Adds one case to the slope, and to the upper half of the curve. */
function bendAlong(
  terms: readonly number[],
  miss: number,
  bend: number,
  slope: number[],
  curve: readonly Float64Array[],
): void {
  for (let row = 0; row < terms.length; row += 1) {
    const term = terms[row] ?? 0
    slope[row] = (slope[row] ?? 0) + miss * term
    const line = curve[row]
    const much = bend * term
    if (line && much)
      for (let column = row; column < terms.length; column += 1)
        line[column] = (line[column] ?? 0) + much * (terms[column] ?? 0)
  }
}

function mirrored(upper: readonly Float64Array[]): number[][] {
  return upper.map((line, row) =>
    [...line].map((value, column) => (column < row ? (upper[column]?.[row] ?? 0) : value)),
  )
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

/** Solves a symmetric positive system by elimination; both arguments are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  for (let pivot = 0; pivot < size; pivot += 1) {
    const line = matrix[pivot] ?? []
    for (let row = pivot + 1; row < size; row += 1) {
      const other = matrix[row] ?? []
      const factor = (other[pivot] ?? 0) / (line[pivot] ?? 1)
      if (!factor) continue
      for (let column = pivot; column < size; column += 1)
        other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0)
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0)
    }
  }
  const found = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = matrix[row] ?? []
    const rest = dot(line.slice(row + 1), found.slice(row + 1))
    found[row] = ((right[row] ?? 0) - rest) / (line[row] ?? 1)
  }
  return found
}
