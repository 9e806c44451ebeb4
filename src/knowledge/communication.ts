// Statements in, communication rules out: each rule is what would answer one question, in the document's words.
// An introduction keeps what it introduces; a sentence that leans on the one before (`It also means`) stays with it.

import { type Block, fold, type Heading, type List, type Paragraph, type Table } from './block.ts'
import { Outline } from './outline.ts'
import { isPair } from './text-blocks.ts'

/** What a document states in one place; identity and source are added by the document. */
export interface Statement {
  readonly section: readonly string[]
  readonly quote: string
  readonly line: number
}

/** A statement that may still grow; appended to in place, since documents can have a hundred thousand lines. */
interface Draft {
  readonly lines: string[]
  readonly line: number
  /** What may still join: everything of a definition, the next block after a colon, more of the same shape. */
  open: 'all' | 'next' | 'pair' | 'key' | 'no'
}

const LEANING =
  /^(?:it|this|that|these|those|they|such|both|in (?:this|that|such|these) cases?|besides this|in addition|additionally|otherwise|however|planned activities like that)\b/i
const KEY = /^[\p{Lu}\p{N}][^:.]{0,45}:\s+\S/u
/** Characters from which on a table is a statement a row, each with the introduction. */
const LONG = 700
/** Sections whose whole text is one definition. */
const DEFINED = /^(?:sev(?:erity)?|priority|prio|level|tier|class|p|l|s)[\s_-]?\d\b/i

/** Statements of the blocks in reading order, each under its section path; `title` is no part of a path. */
export function statements(blocks: readonly Block[], title: Heading | undefined): readonly Statement[] {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading' && block !== title)
  const outline = new Outline(headings)
  const found: Statement[] = []
  let drafts: Draft[] = []
  const close = (): void => {
    for (const { lines, line } of drafts) found.push({ section: outline.path, quote: lines.join('\n'), line })
    drafts = []
  }
  for (const block of blocks) {
    if (block === title) continue
    if (block.kind === 'heading') {
      close()
      outline.enter(block)
    } else {
      add(drafts, block, DEFINED.test(outline.path.at(-1) ?? ''))
    }
  }
  close()
  return found
}

function add(drafts: Draft[], block: Paragraph | List | Table, definition: boolean): void {
  const incoming = draftsOf(block, definition)
  const last = drafts.at(-1)
  const first = incoming[0]
  if (last === undefined || first === undefined) {
    append(drafts, incoming)
  } else if (last.open === 'next' && block.kind === 'table' && size(incoming) > LONG) {
    drafts.pop()
    append(
      drafts,
      incoming.map((draft) => ({ ...draft, lines: [...last.lines, ...draft.lines] })),
    )
  } else if (last.open === 'next' && block.kind !== 'paragraph') {
    for (const draft of incoming) append(last.lines, draft.lines)
    last.open = 'no'
  } else if (joins(last, first)) {
    append(last.lines, first.lines)
    if (last.open !== 'all') last.open = first.open
    append(drafts, incoming.slice(1))
  } else {
    append(drafts, incoming)
  }
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const entry of more) list.push(entry)
}

function size(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + draft.lines.reduce((length, line) => length + line.length, 0), 0)
}

function joins(last: Draft, next: Draft): boolean {
  const start = next.lines[0] ?? ''
  if (last.open === 'all' || last.open === 'next') return true
  if ((start.startsWith('(') && start.endsWith(')')) || LEANING.test(start)) return true
  return (last.open === 'pair' && isPair(next.lines)) || (last.open === 'key' && next.open === 'key')
}

function draftsOf(block: Paragraph | List | Table, definition: boolean): readonly Draft[] {
  switch (block.kind) {
    case 'paragraph':
      return definition ? [{ lines: [...block.lines], line: block.line, open: 'all' }] : paragraphDrafts(block)
    case 'list':
      return listDrafts(block)
    case 'table':
      return tableDrafts(block)
  }
}

/** A last line that ends in a colon introduces what follows and leaves the lines before it. */
function paragraphDrafts({ lines, line }: Paragraph): readonly Draft[] {
  const last = lines.at(-1) ?? ''
  if (last.endsWith(':')) {
    const intro: Draft = { lines: [last], line: line + lines.length - 1, open: 'next' }
    return lines.length === 1 ? [intro] : [{ lines: lines.slice(0, -1), line, open: 'no' }, intro]
  }
  const open = isPair(lines) ? 'pair' : lines.every((text) => text.length < 160 && KEY.test(text)) ? 'key' : 'no'
  return [{ lines: [...lines], line, open }]
}

/** Items that are sentences stand alone; other lists are one statement. */
function listDrafts({ items }: List): readonly Draft[] {
  const outer = items.filter((item) => item.depth === 0)
  const sentences = outer.every((item) => /[.!]$/.test(item.text) && item.text.split(' ').length > 4)
  const drafts: Draft[] = []
  for (const item of items) {
    const last = drafts.at(-1)
    if (last === undefined || (sentences && item.depth === 0)) {
      drafts.push({ lines: [item.text], line: item.line, open: 'no' })
    } else {
      last.lines.push(item.text)
    }
  }
  return drafts
}

/** One statement a row, each cell behind its column's name; a row of one cell says what it says. */
function tableDrafts({ header, rows }: Table): readonly Draft[] {
  return rows.flatMap((row): readonly Draft[] => {
    const filled = [...row.cells.entries()].filter(([, cell]) => cell !== '')
    const lines = filled.map(([index, cell]) => {
      const name = fold(header.cells[index] ?? '')
      return name === '' || (filled.length === 1 && header.cells.length > 1) ? cell : `${name}: ${cell}`
    })
    return lines.length === 0 ? [] : [{ lines, line: row.line, open: 'no' }]
  })
}
