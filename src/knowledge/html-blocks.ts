// HTML in, blocks out: headings, paragraphs, lists and tables; scripts, styles and layout are left out.

import type { Element, Nodes, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Block, fold, type ListItem, type TableRow } from './block.ts'

/** Inline elements that say nothing here; unclosed ones make HTML parsers copy them without bound. */
const INLINE =
  /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u|span)(?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?>/gi
const SKIPPED = new Set(['script', 'style', 'template', 'head', 'nav', 'noscript', 'svg', 'iframe', 'object'])
const BREAKING = new Set(['br', 'p', 'li', 'div', 'tr', 'ul', 'ol'])

/** Nesting from which on the parser takes quadratic time and then all of the stack. */
const DEEPEST = 200
const OPTIONAL_END =
  /^(?:p|li|td|th|tr|thead|tbody|tfoot|dt|dd|option|colgroup|br|hr|img|input|meta|link|col|wbr|area|base|source)$/

/** Blocks of an HTML text; `above` lines stand in front of it in its file. Throws RangeError for HTML nested more than 200 deep. */
export function htmlBlocks(html: string, above: number): readonly Block[] {
  if (!/[^\s<>]/.test(html.slice(0, 2_000).replace(/<[^>]*>/g, '')) && html.length < 2_000) return []
  const bare = html.replace(INLINE, '')
  if (isTooDeep(bare)) throw new RangeError('HTML nested too deeply')
  const root = fromHtml(bare, { fragment: true })
  const blocks: Block[] = []
  for (const child of root.children) blocks.push(...nodeBlocks(child, above))
  return blocks
}

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (name === undefined || OPTIONAL_END.test(name.toLowerCase())) continue
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1))
    if (depth > DEEPEST) return true
  }
  return false
}

/** Title of an HTML page, when it has one. */
export function htmlTitle(html: string): string | undefined {
  const title = /<title[^<>]*>([^<]{1,300})<\/title>/i.exec(html)?.[1]
  return title === undefined ? undefined : fold(title)
}

function nodeBlocks(node: RootContent, above: number): readonly Block[] {
  if (node.type === 'text') return paragraph(node.value, lineOf(node, above))
  if (node.type !== 'element' || SKIPPED.has(node.tagName)) return []
  if (/^h[1-6]$/.test(node.tagName)) return [heading(node, above)]
  if (node.tagName === 'ul' || node.tagName === 'ol') return list(node, above)
  if (node.tagName === 'table') return isLayout(node) ? inside(node, above) : table(node, above)
  if (node.tagName === 'p' || node.tagName === 'pre') return paragraph(text(node), lineOf(node, above))
  return inside(node, above)
}

function inside(node: Element, above: number): readonly Block[] {
  return node.children.flatMap((child) => nodeBlocks(child, above))
}

function heading(node: Element, above: number): Block {
  return { kind: 'heading', depth: Number(node.tagName.slice(1)), text: fold(text(node)), line: lineOf(node, above) }
}

function paragraph(value: string, line: number): readonly Block[] {
  const lines = value
    .split('\n')
    .map(fold)
    .filter((part) => part !== '')
  return lines.length === 0 ? [] : [{ kind: 'paragraph', lines, line }]
}

function list(node: Element, above: number): readonly Block[] {
  const items = listItems(node, 0, above)
  return items.length === 0 ? [] : [{ kind: 'list', items, line: lineOf(node, above) }]
}

function listItems(node: Element, depth: number, above: number): readonly ListItem[] {
  return elements(node).flatMap((item) => {
    const nested = elements(item).filter((child) => child.tagName === 'ul' || child.tagName === 'ol')
    const own = fold(
      item.children.map((child) => (child.type === 'element' && nested.includes(child) ? '' : text(child))).join(''),
    )
    const inner = nested.flatMap((child) => listItems(child, depth + 1, above))
    return own === '' ? inner : [{ text: own, depth, line: lineOf(item, above) }, ...inner]
  })
}

/** A table around headings or other tables is page layout. */
function isLayout(node: Element): boolean {
  return elements(node).some((child) => child.tagName === 'table' || /^h[1-6]$/.test(child.tagName) || isLayout(child))
}

/** A table; rows of one cell above its header are its title. */
function table(node: Element, above: number): readonly Block[] {
  const all = tableRows(node, above)
  const start = Math.max(
    0,
    all.findIndex((row) => row.cells.length > 1),
  )
  const [header, ...rows] = all.slice(start)
  const titles = all.slice(0, start).map((row): Block => {
    return { kind: 'heading', depth: 6, text: fold(row.cells.join(' ')), line: row.line }
  })
  return header === undefined ? titles : [...titles, { kind: 'table', header, rows, line: header.line }]
}

function tableRows(node: Element, above: number): readonly TableRow[] {
  const carried = new Map<number, { readonly text: string; left: number }>()
  const rows: TableRow[] = []
  for (const row of descendants(node, 'tr')) {
    const cells: string[] = []
    const carry = (): void => {
      for (
        let held = carried.get(cells.length);
        held !== undefined && held.left > 0;
        held = carried.get(cells.length)
      ) {
        held.left -= 1
        cells.push(held.text)
      }
    }
    const own = elements(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
    for (const cell of own) {
      carry()
      const value = cellText(cell)
      const down = span(cell, 'rowSpan')
      if (down > 1) carried.set(cells.length, { text: value, left: down - 1 })
      cells.push(value)
      if (own.length > 1) for (let extra = span(cell, 'colSpan'); extra > 1; extra -= 1) cells.push('')
    }
    carry()
    if (cells.length > 0) rows.push({ cells, line: lineOf(row, above) })
  }
  return rows
}

function span(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  const value = Number(cell.properties[name] ?? 1)
  return Number.isInteger(value) && value > 1 ? Math.min(value, 1_000) : 1
}

/** Some write markdown into HTML cells, where it stays visible: bold around the whole cell is markup all the same. */
function cellText(cell: Element): string {
  return text(cell)
    .split('\n')
    .map(fold)
    .filter((line) => line !== '')
    .join('\n')
    .replace(/^\*\*([^*]+)\*\*$/, '$1')
}

/** Words of a node; source line breaks are spaces, breaking elements are line breaks. */
function text(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
  if (!('children' in node)) return ''
  if (node.type === 'element' && SKIPPED.has(node.tagName)) return ''
  let words = ''
  for (const child of node.children) words += text(child)
  return node.type === 'element' && BREAKING.has(node.tagName) ? `\n${words}\n` : words
}

function elements(node: Element): readonly Element[] {
  return node.children.filter((child): child is Element => child.type === 'element')
}

function descendants(node: Element, tagName: string): readonly Element[] {
  return elements(node).flatMap((child) => (child.tagName === tagName ? [child] : descendants(child, tagName)))
}

function lineOf(node: Nodes, above: number): number {
  return (node.position?.start.line ?? 1) + above
}
