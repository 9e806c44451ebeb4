// Markdown in, blocks out: parsed once with remark and GFM tables, then walked; nothing is stringified again.

import type { ListItem as MdastListItem, TableRow as MdastTableRow, Nodes, Root, RootContent } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { type Block, fold, type List, type ListItem, type Table, type TableRow } from './block.ts'
import { inlineText } from './inline-text.ts'

const parser = remark().use(remarkGfm).freeze()

/** Blocks of a markdown text in reading order; line numbers are those of `text`. */
export function markdownBlocks(text: string): readonly Block[] {
  const root: Root = parser.parse(text)
  const blocks: Block[] = []
  for (const node of root.children) blocks.push(...nodeBlocks(node))
  return blocks
}

function nodeBlocks(node: RootContent): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, text: fold(inlineText(node)), line: lineOf(node) }]
    case 'paragraph':
      return [{ kind: 'paragraph', lines: textLines(inlineText(node)), line: lineOf(node) }]
    case 'blockquote':
      return node.children.flatMap(nodeBlocks)
    case 'list':
      return [
        { kind: 'list', items: node.children.flatMap((item) => listItems(item, 0)), line: lineOf(node) } satisfies List,
      ]
    case 'table':
      return table(node.children)
    default:
      return []
  }
}

function table(rows: readonly MdastTableRow[]): readonly Table[] {
  const [header, ...rest] = rows.map(tableRow)
  return header === undefined ? [] : [{ kind: 'table', header, rows: rest, line: header.line }]
}

function tableRow(row: MdastTableRow): TableRow {
  const first = row.children[0]
  const bold = first?.children.length === 1 && first.children[0]?.type === 'strong'
  return { cells: row.children.map((cell) => cellText(inlineText(cell))), bold, line: lineOf(row) }
}

function listItems(item: MdastListItem, depth: number): readonly ListItem[] {
  const own = item.children.filter((child) => child.type !== 'list')
  const text = fold(own.map((child) => inlineText(child)).join(' '))
  const nested = item.children.flatMap((child) =>
    child.type === 'list' ? child.children.flatMap((inner) => listItems(inner, depth + 1)) : [],
  )
  return text === '' ? nested : [{ text, depth, line: lineOf(item) }, ...nested]
}

/** Lines folded one by one, empty ones left out. */
export function textLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '')
}

function cellText(text: string): string {
  return text.includes('\n') ? textLines(text).join('\n') : fold(text)
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0
}
