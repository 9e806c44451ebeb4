// Figures for people: aligned tables, medians.

import type { Task } from 'tinybench'

export type Row = readonly string[]

/** First column to the left, figures to the right. */
export function renderTable(head: Row, rows: readonly Row[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (row: Row): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map((row) => `  ${line(row).trimEnd()}`).join('\n')
}

/** Median milliseconds of one pass. */
export function medianOf({ result }: Task): number {
  if (!('latency' in result)) throw new Error('the bench was not run')
  return result.latency.p50
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
