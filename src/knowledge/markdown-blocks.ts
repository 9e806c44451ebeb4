// Markdown in, blocks out: parsed once with remark and GFM tables, then walked; nothing is stringified again.

import type { ListItem as MdastListItem, TableRow as MdastTableRow, Nodes, Root, RootContent } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { type Block, fold, type ListItem, type Table, type TableRow } from './block.ts'
import { htmlBlocks } from './html-blocks.ts'
import { inlineText } from './inline-text.ts'
import { largeMarkdownBlocks } from './large-markdown.ts'
import { whyTooLarge } from './markdown-size.ts'
import type { Report } from './report.ts'

const parser = remark().use(remarkGfm)
// The one transform of GFM looks for addresses to link in all text, an eighth of the whole load; their text is the same.
const extensions = parser.freeze().data('fromMarkdownExtensions') ?? []
for (const extension of extensions.flat()) extension.transforms = []

/** MkDocs tabs: a marker with a title, and indented content. */
const TAB = /^===\+?\s+"([^"\n]+)"$/
/** MkDocs admonitions: the marker goes, title and text stay one statement. */
const ADMONITION = /^(?:!!!|\?\?\?\+?)\s+\w+(?:\s+"([^"\n]*)")?(?:\n|$)/

interface Place {
  readonly text: string
  /** Lines in front of `text` in its file. */
  readonly above: number
}

/** Blocks of a markdown text in reading order; line numbers are those of `text`. */
export function markdownBlocks(text: string, report: Report): readonly Block[] {
  const why = whyTooLarge(text)
  if (why === undefined) return parsedBlocks({ text, above: 0 })
  report({
    severity: 'warning',
    line: 0,
    rule: 'large-document',
    reason: `The document was read line by line, because it has ${why}; markup inside very long text was left in it.`,
    fix: 'Split the document.',
  })
  return largeMarkdownBlocks(text, (line) => parseInline(line))
}

function parseInline(line: string): string {
  const root: Root = parser.parse(line.replace(/^\s*(?=[#>*+=-]|\d+[.)])/, '\u200b'))
  return inlineText(root).replace('\u200b', '')
}

function parsedBlocks(place: Place): readonly Block[] {
  const root: Root = parser.parse(place.text)
  const blocks: Block[] = []
  let depth = 0
  for (let index = 0; index < root.children.length; index += 1) {
    const node = root.children[index]
    if (node === undefined) continue
    const tab = node.type === 'paragraph' ? TAB.exec(inlineText(node)) : null
    if (node.type === 'html') {
      const end = htmlEnd(root.children, index)
      blocks.push(...htmlBlocks(slice(place.text, node, root.children[end]), lineOf(node, place) - 1))
      index = end
    } else if (tab?.[1] !== undefined) {
      blocks.push({ kind: 'heading', depth: Math.min(depth + 1, 6), text: fold(tab[1]), line: lineOf(node, place) })
      const next = root.children[index + 1]
      if (next?.type === 'code' && next.lang == null) {
        blocks.push(...parsedBlocks({ text: next.value, above: lineOf(next, place) - 1 }))
        index += 1
      }
    } else {
      if (node.type === 'heading') depth = node.depth
      blocks.push(...nodeBlocks(node, place))
    }
  }
  return blocks
}

function nodeBlocks(node: RootContent, place: Place): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, text: fold(inlineText(node)), line: lineOf(node, place) }]
    case 'paragraph':
      return [paragraph(inlineText(node).replace(ADMONITION, '$1\n'), lineOf(node, place))]
    case 'blockquote':
      return node.children.flatMap((child) => nodeBlocks(child, place))
    case 'list':
      return listBlocks(node.children, lineOf(node, place), place)
    case 'table':
      return table(node.children, place)
    default:
      return []
  }
}

function table(rows: readonly MdastTableRow[], place: Place): readonly Table[] {
  const [header, ...rest] = rows.map((row) => tableRow(row, place))
  return header === undefined ? [] : [{ kind: 'table', header, rows: rest, line: header.line }]
}

function tableRow(row: MdastTableRow, place: Place): TableRow {
  const first = row.children[0]
  const bold = first?.children.length === 1 && first.children[0]?.type === 'strong'
  return { cells: row.children.map((cell) => cellText(inlineText(cell))), bold, line: lineOf(row, place) }
}

/** A list, and after it the tables that its items hold. */
function listBlocks(items: readonly MdastListItem[], line: number, place: Place): readonly Block[] {
  const tables = items.flatMap((item) => item.children.filter((child) => child.type === 'table'))
  const entries = items.flatMap((item) => listItems(item, 0, place))
  return [
    ...(entries.length > 0 ? [{ kind: 'list', items: entries, line } as const] : []),
    ...tables.flatMap((found) => nodeBlocks(found, place)),
  ]
}

function listItems(item: MdastListItem, depth: number, place: Place): readonly ListItem[] {
  const own = item.children.filter((child) => child.type !== 'list' && child.type !== 'table')
  const text = fold(own.map((child) => inlineText(child)).join(' '))
  const nested = item.children.flatMap((child) =>
    child.type === 'list' ? child.children.flatMap((inner) => listItems(inner, depth + 1, place)) : [],
  )
  return text === '' ? nested : [{ text, depth, line: lineOf(item, place) }, ...nested]
}

/** Lines of a paragraph; those that only wrap a sentence (the next goes on in lower case) are joined again. */
function paragraph(text: string, line: number): Block {
  const lines: string[] = []
  for (const next of textLines(text)) {
    const last = lines.at(-1)
    if (last !== undefined && /[^.:;!?]$/.test(last) && /^\p{Ll}/u.test(next))
      lines[lines.length - 1] = `${last} ${next}`
    else lines.push(next)
  }
  return { kind: 'paragraph', lines, line }
}

/** Lines folded one by one, empty ones left out. */
function textLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '')
}

function cellText(text: string): string {
  return text.includes('\n') ? textLines(text).join('\n') : fold(text)
}

/** Index of the node that closes the tables opened at `start`: blank lines cut one HTML table into several nodes. */
function htmlEnd(nodes: readonly RootContent[], start: number): number {
  let open = 0
  for (let index = start; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node?.type === 'html') open += count(node.value, /<table\b/gi) - count(node.value, /<\/table\b/gi)
    if (open <= 0) return index
  }
  return start
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function slice(text: string, from: Nodes, to: Nodes | undefined): string {
  return text.slice(from.position?.start.offset ?? 0, (to ?? from).position?.end.offset ?? 0)
}

function lineOf(node: Nodes, place: Place): number {
  return (node.position?.start.line ?? 0) + place.above
}
