// Logistic regression by Newton's method, with a ridge so that no weight runs away. Small: some forty terms.

export interface Case {
  /** Terms of the case, the first always 1. */
  readonly terms: readonly number[]
  readonly yes: boolean
  /** How many cases it stands for. */
  readonly times: number
}

const STEPS = 25

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
    const curve = weights.map((_, row) => weights.map((__, column) => (row === column ? (row ? ridge : 1e-6) : 0)))
    for (const one of cases) {
      const chance = 1 / (1 + Math.exp(-dot(one.terms, weights)))
      const much = weightOf(one)
      const miss = much * ((one.yes ? 1 : 0) - chance)
      const bend = much * chance * (1 - chance)
      for (const [row, term] of one.terms.entries()) {
        slope[row] = (slope[row] ?? 0) + miss * term
        const line = curve[row] ?? []
        for (const [column, other] of one.terms.entries()) line[column] = (line[column] ?? 0) + bend * term * other
      }
    }
    for (const [at, change] of solve(curve, slope).entries()) weights[at] = (weights[at] ?? 0) + change
  }
  return weights
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

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
