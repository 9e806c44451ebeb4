// Markdown beyond the limits, read line by line in linear time: headings, pipe tables, list items, paragraphs.
// Inline markup of ordinary cells still goes through remark; that of gigantic ones stays in the text.

import { type Block, fold, type TableRow } from './block.ts'
import { htmlBlocks } from './html-blocks.ts'
import { LineBlocks, type TextLine } from './line-blocks.ts'
import { countMarks, isDelimiterRow, MARKDOWN_LIMITS } from './markdown-size.ts'

/** Cells with inline markup that are parsed at most, so that a table of a hundred thousand rows ends in seconds. */
const PARSED_CELLS = 5_000
const WRAPPED = /^(\*\*|__|\*|_|`)([^*_`<&[\]!\\~]+)\1$/

/** Reads one line's inline markup; given by the markdown reader. */
export type ReadInline = (text: string) => string

/** Blocks of a large markdown text. */
export function largeMarkdownBlocks(text: string, inline: ReadInline): readonly Block[] {
  const lines = text.split('\n')
  const read = boundedInline(inline)
  const found = new LineBlocks()
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? ''
    const heading = /^ {0,3}(#{1,6})\s+(.*?)#*\s*$/.exec(line.slice(0, 2_000))
    if (isDelimiterRow(lines[index + 1] ?? '') && line.includes('|')) {
      const end = tableEnd(lines, index + 2)
      const rows = lines.slice(index + 2, end).map((row, offset) => tableRow(row, index + 3 + offset, read))
      found.add({ kind: 'table', header: tableRow(line, index + 1, read), rows, line: index + 1 })
      index = end
      continue
    }
    if (/^ {0,3}<table\b/i.test(line)) {
      const end = htmlEnd(lines, index)
      for (const block of htmlBlocks(lines.slice(index, end).join('\n'), index)) found.add(block)
      index = end
      continue
    }
    if (heading?.[1] !== undefined && heading[2] !== undefined) {
      found.add({ kind: 'heading', depth: heading[1].length, text: fold(read(heading[2])), line: index + 1 })
    } else if (line.trim() !== '') {
      found.addLine(textLine(line, index + 1, read), lines[index - 1]?.trim() === '')
    }
    index += 1
  }
  return found.blocks
}

/** The line after the one that closes the HTML table; the next blank line when none does. */
function htmlEnd(lines: readonly string[], start: number): number {
  let open = 0
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    open += (line.match(/<table\b/gi)?.length ?? 0) - (line.match(/<\/table\b/gi)?.length ?? 0)
    if (open <= 0) return index + 1
    if (open > 200) break
  }
  const blank = lines.indexOf('', start)
  return blank < 0 ? lines.length : blank
}

function tableEnd(lines: readonly string[], start: number): number {
  let end = start
  while (end < lines.length && lines[end]?.trim() !== '' && lines[end]?.includes('|') === true) end += 1
  return end
}

function textLine(line: string, number: number, read: ReadInline): TextLine {
  const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/.exec(line)
  if (item === null) return { text: fold(read(line)), line: number }
  return { text: fold(read(line.slice(item[0].length))), line: number, depth: 0 }
}

function tableRow(line: string, number: number, read: ReadInline): TableRow {
  const raw = splitCells(line)
  return { cells: raw.map((cell) => fold(read(cell))), bold: /^(\*\*|__).*\1$/s.test(raw[0] ?? ''), line: number }
}

/** Cells between pipes that are not escaped, as GFM has them. */
export function splitCells(line: string): readonly string[] {
  const cells: string[] = []
  const text = line.trim()
  let start = text.startsWith('|') ? 1 : 0
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '|') {
      cells.push(text.slice(start, index).trim().replaceAll('\\|', '|'))
      start = index + 1
    }
  }
  if (start < text.length) cells.push(text.slice(start).trim().replaceAll('\\|', '|'))
  return cells
}

function boundedInline(inline: ReadInline): ReadInline {
  const known = new Map<string, string>()
  return (text) => {
    const marks = countMarks(text)
    if (marks === 0 || marks > 200 || text.length > MARKDOWN_LIMITS.line) return text
    const wrapped = WRAPPED.exec(text)?.[2]
    if (wrapped !== undefined) return wrapped
    const seen = known.get(text)
    if (seen !== undefined) return seen
    if (known.size >= PARSED_CELLS) return text
    const read = inline(text)
    known.set(text, read)
    return read
  }
}
