// Plain text in, blocks out. Text has no heading markup, so headings are inferred, conservatively:
// a short line alone between blank lines, without final punctuation, with something below it.

import { type Block, fold, type Heading, type ListItem, type Table, type TableRow } from './block.ts'
import { numberLevel } from './outline.ts'

interface Line {
  readonly text: string
  readonly line: number
  /** Set for a line of a table that was copied from a page: cells between tabs. */
  readonly cells?: readonly string[]
}
type Group = readonly Line[]

const JUNK =
  /^(?:[•·*-]\s*)?(?:page tree|contents?|table of contents|no labels|skip to (?:main )?content|space shortcuts)$/i
const BULLET = /^(?:[•·▪◦‣*–-]|\d{1,2}\))\s+(?=\S)/
const NUMBERED = /^(\p{L}{3,20}) (\d{1,2})$/u
const PARTY = /^(?:customers?|clients?|providers?|suppliers?|vendors?|users?|partners?)$/i

/** Blocks of a plain text; `lines` of a paragraph are the text's own lines. */
export function textBlocks(text: string): readonly Block[] {
  const groups = groupLines(splitGlued(text.split('\n')))
  const blocks: Block[] = []
  let last: Heading | undefined
  for (const [index, group] of groups.entries()) {
    const next = groups[index + 1]
    const previous = blocks.at(-1)
    const table = tabTable(group)
    if (table !== undefined) {
      blocks.push(table)
    } else if (isIntroduced(group, next, previous)) {
      blocks.push(paragraph(group))
    } else if (isPairValue(group, previous)) {
      blocks[blocks.length - 1] = { ...previous, lines: [...previous.lines, ...group.map((line) => line.text)] }
    } else if (isShortLabel(group) && next !== undefined) {
      last = place(group, last, previous)
      blocks.push(last)
    } else {
      blocks.push(...content(group))
    }
  }
  return blocks
}

/** `Severity 2The customer` becomes two lines where other lines of the text are `Severity <n>` alone. */
function splitGlued(lines: readonly string[]): readonly Line[] {
  const words = new Set(lines.flatMap((line) => NUMBERED.exec(line.trim())?.[1] ?? []))
  return lines.flatMap((text, index) => {
    const line = index + 1
    const glued = /^\s*((\p{L}{3,20}) \d{1,2})(\p{Lu}.*)$/u.exec(text)
    if (text.trim().includes('\t')) return [{ text, line, cells: text.split('\t').map(fold) }]
    if (glued?.[1] === undefined || glued[3] === undefined || !words.has(glued[2] ?? '')) return [{ text, line }]
    return [
      { text: glued[1], line },
      { text: glued[3], line },
    ]
  })
}

function groupLines(lines: readonly Line[]): readonly Group[] {
  const groups: Line[][] = []
  let open: Line[] = []
  const close = (): void => {
    if (open.length > 0) groups.push(open)
    open = []
  }
  for (const { text, line, cells } of lines) {
    const folded = fold(text)
    if (open[0] !== undefined && (open[0].cells === undefined) !== (cells === undefined)) close()
    if (folded === '' || JUNK.test(folded)) {
      close()
      continue
    }
    if (NUMBERED.test(folded)) {
      close()
      groups.push([{ text: folded, line }])
      continue
    }
    open.push({ text: folded, line, ...(cells && { cells }) })
  }
  close()
  return groups
}

/** Two lines or more with tabs are a table, the first its header. */
function tabTable(group: Group): Table | undefined {
  const rows = group.flatMap(({ cells, line }): readonly TableRow[] => (cells === undefined ? [] : [{ cells, line }]))
  const [header, ...rest] = rows
  if (header === undefined || rest.length === 0) return undefined
  return { kind: 'table', header, rows: rest, line: header.line }
}

function isShortLabel(group: Group | undefined): boolean {
  const text = group?.length === 1 ? group[0]?.text : undefined
  if (text === undefined || text.length > 70 || BULLET.test(text)) return false
  return /^[\p{Lu}\p{N}]/u.test(text) && !/[.!?:;,)]$/.test(text) && !/https?:|@|: /.test(text)
}

function endsWithColon(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && (block.lines.at(-1)?.endsWith(':') ?? false)
}

/** A short line that an introduction ending in a colon announces, or the next label of such a series. */
function isIntroduced(group: Group, next: Group | undefined, previous: Block | undefined): boolean {
  if (!isShortLabel(group)) return false
  if (endsWithColon(previous)) return true
  return previous?.kind === 'paragraph' && previous.lines.length === 2 && isPair(previous.lines) && isValue(next)
}

function isValue(group: Group | undefined): group is Group {
  return group?.length === 1 && /^[\p{Ll}\p{N}<>≥≤=~]/u.test(group[0]?.text ?? '')
}

/** A label and its value, as in `SMTP` and `> 30s response`. */
export function isPair(lines: readonly string[]): boolean {
  return lines.length === 2 && !/[.:;,]$/.test(lines[0] ?? '.') && /^[\p{Ll}\p{N}<>≥≤=~]/u.test(lines[1] ?? '')
}

function isPairValue(group: Group, previous: Block | undefined): previous is Extract<Block, { kind: 'paragraph' }> {
  if (previous?.kind !== 'paragraph' || previous.lines.length !== 1 || !isValue(group)) return false
  return isShortLabel([{ text: previous.lines[0] ?? '', line: previous.line }])
}

/** Text does not say how deep a heading is: one right below another is inside it, `Severity 2` stands beside `Severity 1`. */
function place(group: Group, last: Heading | undefined, previous: Block | undefined): Heading {
  const { text, line } = group[0] ?? { text: '', line: 0 }
  const at = (depth: number): Heading => ({ kind: 'heading', depth: Math.min(depth, 6), text, line })
  if (numberLevel(text) > 0 || last === undefined) return at(1)
  if (previous === last) return at(last.depth + 1)
  const series = NUMBERED.exec(text)?.[1]
  if (series !== undefined && series === NUMBERED.exec(last.text)?.[1]) return at(last.depth)
  return at(PARTY.test(text) ? last.depth : 1)
}

function content(group: Group): readonly Block[] {
  const blocks: Block[] = []
  let lines: Line[] = []
  let items: ListItem[] = []
  const flush = (): void => {
    if (lines.length > 0) blocks.push(paragraph(lines))
    if (items[0] !== undefined) blocks.push({ kind: 'list', items, line: items[0].line })
    lines = []
    items = []
  }
  for (const line of group) {
    const bullet = BULLET.test(line.text)
    if (bullet !== items.length > 0 && (lines.length > 0 || items.length > 0)) flush()
    if (bullet) items.push({ text: line.text.replace(BULLET, ''), depth: 0, line: line.line })
    else lines.push(line)
  }
  flush()
  return blocks
}

function paragraph(group: Group): Block {
  return { kind: 'paragraph', lines: group.map((line) => line.text), line: group[0]?.line ?? 0 }
}
