// CSV in, one table out; each record keeps its line in the file.

import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Block, fold, type TableRow } from './block.ts'
import type { Report } from './report.ts'

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** The table of a CSV text; lines above the first record of two cells or more are its heading paragraphs. */
export function csvBlocks(text: string, report: Report): readonly Block[] {
  const rows = readRows(text, report)
  const start = rows.findIndex((row) => row.cells.filter((cell) => cell !== '').length > 1)
  const above = rows.slice(0, Math.max(start, 0)).filter((row) => row.cells.some((cell) => cell !== ''))
  const titles = above.map(
    (row): Block => ({ kind: 'paragraph', lines: row.cells.filter((cell) => cell !== ''), line: row.line }),
  )
  const header = rows[start]
  if (header === undefined) return titles
  return [...titles, { kind: 'table', header, rows: rows.slice(start + 1), line: header.line }]
}

function readRows(text: string, report: Report): readonly TableRow[] {
  try {
    const options = { delimiter: delimiter(text), relax_column_count: true, relax_quotes: true, info: true }
    return recordsSchema.parse(parse(text, options)).map(({ record, info }) => {
      const cells = record.map(fold)
      const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
      return { cells, line: info.lines - breaks }
    })
  } catch (error) {
    report({
      severity: 'error',
      line: lineIn(error),
      rule: 'invalid-csv',
      reason: `The CSV cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      fix: 'Close every quote and write quotes inside a cell twice.',
    })
    return []
  }
}

/** The separator that the first line holds most of. */
function delimiter(text: string): string {
  const first =
    text
      .slice(0, 10_000)
      .split('\n')
      .find((line) => line.trim() !== '') ?? ''
  const count = (mark: string): number => first.split(mark).length
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

function lineIn(error: unknown): number {
  const found = /line (\d+)/.exec(error instanceof Error ? error.message : '')
  return found === null ? 0 : Number(found[1])
}
