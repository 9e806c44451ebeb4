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

interface Draft {
  readonly lines: readonly string[]
  readonly line: number
  /** What may still join: everything of a definition, the next block after a colon, more of the same shape. */
  readonly open: 'all' | 'next' | 'pair' | 'key' | 'remark' | 'no'
}

const LEANING =
  /^(?:it|this|that|these|those|they|such|both|in (?:this|that|such|these) cases?|besides this|in addition|additionally|otherwise|however|planned activities like that)\b/i
const KEY = /^[\p{Lu}\p{N}][^:.]{0,45}:\s+\S/u
/** Characters from which on a table is a statement a row, each with the introduction. */
const LONG = 700
const DEFINED = /^(?:sev(?:erity)?|priority|prio|level|tier|class|p|l|s)[\s_-]?\d\b/i

/** Sections of a matrix document whose text is more than an introduction to its tables. */
const RULES_IN_MATRIX =
  /\bslas?\b|severit|priorit|escalat|communicat|notif|announce|maintenance|response|support|outage|contact|service level|on-call|business hours/i

export interface Scope {
  readonly title: Heading | undefined
  /** What the matrices took; absent for a document without a matrix, of which every statement counts. */
  readonly matrices?: { readonly used: ReadonlySet<Block>; readonly unreadable: ReadonlySet<Block> }
}

/** Statements of a document in reading order. */
export function statements(all: readonly Block[], { title, matrices }: Scope): readonly Statement[] {
  const headings = all.filter((block): block is Heading => block.kind === 'heading' && block !== title)
  const outline = new Outline(headings)
  const found: Statement[] = []
  const blocks = matrices === undefined ? all : besideMatrices(all, matrices.used, matrices.unreadable)
  let drafts: readonly Draft[] = []
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
      drafts = add(drafts, block, DEFINED.test(outline.path.at(-1) ?? ''))
    }
  }
  close()
  return found
}

/** Headings, unreadable tables, and the sections without a matrix that hold rules of communication. */
function besideMatrices(
  blocks: readonly Block[],
  used: ReadonlySet<Block>,
  unreadable: ReadonlySet<Block>,
): readonly Block[] {
  const outline = new Outline(blocks.filter((block): block is Heading => block.kind === 'heading'))
  const kept: Block[] = []
  let section: Block[] = []
  const close = (): void => {
    const rules =
      outline.path.slice(-2).some((name) => RULES_IN_MATRIX.test(name)) && !section.some((block) => used.has(block))
    kept.push(...section.filter((block) => rules || unreadable.has(block)))
    section = []
  }
  for (const block of blocks) {
    if (block.kind !== 'heading') section.push(block)
    else {
      close()
      outline.enter(block)
      kept.push(block)
    }
  }
  close()
  return kept
}

function add(drafts: readonly Draft[], block: Paragraph | List | Table, definition: boolean): readonly Draft[] {
  const incoming = draftsOf(block, definition)
  const last = drafts.at(-1)
  const first = incoming[0]
  if (last === undefined || first === undefined) return [...drafts, ...incoming]
  if (last.open === 'next' && block.kind === 'table' && size(incoming) > LONG) {
    return [...drafts.slice(0, -1), ...incoming.map((draft) => ({ ...draft, lines: [...last.lines, ...draft.lines] }))]
  }
  if (last.open === 'next' && block.kind !== 'paragraph')
    return [...drafts.slice(0, -1), join(last, incoming, 'remark')]
  if (!joins(last, first)) return [...drafts, ...incoming]
  return [...drafts.slice(0, -1), join(last, [first], last.open === 'all' ? 'all' : first.open), ...incoming.slice(1)]
}

function size(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + draft.lines.join('\n').length, 0)
}

function joins(last: Draft, next: Draft): boolean {
  const start = next.lines[0] ?? ''
  if (last.open === 'all' || last.open === 'next') return true
  if (/^\(.*\)$/s.test(start) || LEANING.test(start)) return true
  return (last.open === 'pair' && isPair(next.lines)) || (last.open === 'key' && next.open === 'key')
}

function join(last: Draft, more: readonly Draft[], open: Draft['open']): Draft {
  return { lines: [...last.lines, ...more.flatMap((draft) => draft.lines)], line: last.line, open }
}

function draftsOf(block: Paragraph | List | Table, definition: boolean): readonly Draft[] {
  switch (block.kind) {
    case 'paragraph':
      return definition ? [{ lines: block.lines, line: block.line, open: 'all' }] : paragraphDrafts(block)
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
  return [{ lines, line, open }]
}

/** Items that are sentences stand alone; other lists are one statement. */
function listDrafts({ items, line }: List): readonly Draft[] {
  const outer = items.filter((item) => item.depth === 0)
  const sentences = outer.every((item) => /[.!]$/.test(item.text) && item.text.split(' ').length > 4)
  const drafts: Draft[] = []
  for (const item of items) {
    const last = drafts.at(-1)
    if (last === undefined || (sentences && item.depth === 0))
      drafts.push({ lines: [item.text], line: item.line, open: 'remark' })
    else drafts[drafts.length - 1] = { ...last, lines: [...last.lines, item.text] }
  }
  return drafts.length === 1 ? drafts.map((draft) => ({ ...draft, line })) : drafts
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
