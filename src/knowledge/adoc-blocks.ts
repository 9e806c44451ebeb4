// AsciiDoc in, blocks out: headings, paragraphs, lists and tables, whose cells are a stream and not a line a row.

import { adocText } from './adoc-inline.ts'
import type { Block, TableRow } from './block.ts'
import { LineBlocks, type TextLine } from './line-blocks.ts'
import type { Report } from './report.ts'

const TABLE = /^\|={3,}\s*$/
/** Blocks whose content is code or comment, by their delimiter. */
const VERBATIM = /^(?:-{4,}|\.{4,}|\/{4,}|\+{4,}|```.*)$/
const DELIMITER = /^(?:={4,}|\*{4,}|_{4,}|--)$/
/** What stands before a cell's bar: span, alignment, style. */
const CELL = /(?:^|\s)((?:\d+\*|(?:\d+)?(?:\.\d+)?\+)?[<^>]?(?:\.[<^>])?[aehlmsd]?)?(?<!\\)\|/g

/** Blocks of an AsciiDoc text. Tables with cells that span rows are reported and left out. */
export function adocBlocks(text: string, report: Report): readonly Block[] {
  const lines = text.split('\n')
  const attributes = new Map<string, string>()
  const found = new LineBlocks()
  let options = ''
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const attribute = /^:([a-z0-9_-]{1,60}):\s*(.*)$/i.exec(line)
    const heading = /^(={1,6})\s+(\S.*)$/.exec(line)
    if (attribute?.[1] !== undefined) attributes.set(attribute[1], attribute[2] ?? '')
    else if (VERBATIM.test(line)) index = closing(lines, index)
    else if (/^\[.*\]\s*$/.test(line)) options = line
    else if (TABLE.test(line)) {
      const end = closing(lines, index)
      const table = readTable(lines.slice(index + 1, end), index + 2, options, attributes, report)
      if (table !== undefined) found.add(table)
      index = end
      options = ''
    } else if (heading?.[1] !== undefined && heading[2] !== undefined) {
      found.add({
        kind: 'heading',
        depth: heading[1].length,
        text: adocText(heading[2], attributes),
        line: index + 1,
      })
    } else if (line.trim() !== '' && !line.startsWith('//') && !DELIMITER.test(line)) {
      found.addLine(textLine(line, index + 1, attributes), (lines[index - 1] ?? '').trim() === '')
    }
  }
  return found.blocks
}

function closing(lines: readonly string[], start: number): number {
  const end = lines.indexOf(lines[start] ?? '', start + 1)
  return end < 0 ? lines.length : end
}

function textLine(line: string, number: number, attributes: ReadonlyMap<string, string>): TextLine {
  const bullet = /^\s*([*.-]{1,5}|\d{1,3}\.)\s+(?=\S)/.exec(line)
  if (bullet === null) return { text: adocText(line, attributes), line: number }
  const depth = Math.max(0, (bullet[1]?.replace(/\d/g, '').length ?? 1) - 1)
  return { text: adocText(line.slice(bullet[0].length), attributes), line: number, depth }
}

interface Cell {
  readonly text: string
  readonly line: number
}

function readTable(
  lines: readonly string[],
  first: number,
  options: string,
  attributes: ReadonlyMap<string, string>,
  report: Report,
): Block | undefined {
  const { cells, spansRows } = tableCells(lines, first)
  const width = columnCount(options) ?? firstRowWidth(lines)
  if (spansRows || width < 2 || cells.length % width !== 0) {
    report({
      severity: 'error',
      line: first - 1,
      rule: 'unreadable-table',
      reason: spansRows
        ? 'The table has cells that span rows, which are not read in AsciiDoc.'
        : `The table has ${cells.length} cells, which make no whole rows of ${width}.`,
      fix: 'Give each row all of its cells.',
    })
    return undefined
  }
  const rows: TableRow[] = []
  for (let start = 0; start < cells.length; start += width) {
    const own = cells.slice(start, start + width)
    const bold = /^\*[^*]+\*$/.test(own[0]?.text.trim() ?? '')
    rows.push({ cells: own.map(({ text }) => adocText(text, attributes)), bold, line: own[0]?.line ?? first })
  }
  const [header, ...rest] = rows
  return header === undefined ? undefined : { kind: 'table', header, rows: rest, line: header.line }
}

function tableCells(
  lines: readonly string[],
  first: number,
): { readonly cells: readonly Cell[]; readonly spansRows: boolean } {
  const cells: { text: string; readonly line: number }[] = []
  let spansRows = false
  for (const [offset, line] of lines.entries()) {
    const marks = [...line.matchAll(CELL)]
    const last = cells.at(-1)
    const before = marks[0] === undefined ? line : line.slice(0, marks[0].index)
    if (last !== undefined && before.trim() !== '') last.text += `\n${before}`
    for (const [index, mark] of marks.entries()) {
      const text = line.slice(mark.index + mark[0].length, marks[index + 1]?.index).replaceAll('\\|', '|')
      const spec = mark[1] ?? ''
      if (/\.\d+\+/.test(spec)) spansRows = true
      const times = /^(\d+)\*/.exec(spec)
      const wide = /^(\d+)\+/.exec(spec)
      for (let count = Math.min(Number(times?.[1] ?? 1), 100); count > 0; count -= 1)
        cells.push({ text, line: first + offset })
      for (let count = Math.min(Number(wide?.[1] ?? 1), 100); count > 1; count -= 1)
        cells.push({ text: '', line: first + offset })
    }
  }
  return { cells, spansRows }
}

/** `cols="2a,3a,3*"` is five columns. */
function columnCount(options: string): number | undefined {
  const cols = /cols\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,\]]+))/.exec(options)
  const list = cols?.[1] ?? cols?.[2] ?? cols?.[3]
  if (list === undefined) return undefined
  return list.split(/[,;]/).reduce((sum, part) => sum + Math.min(Number(/^\s*(\d+)\*/.exec(part)?.[1] ?? 1), 100), 0)
}

function firstRowWidth(lines: readonly string[]): number {
  const line = lines.find((candidate) => candidate.trim() !== '') ?? ''
  return [...line.matchAll(CELL)].length
}
