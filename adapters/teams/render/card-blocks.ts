// Each kind of an answer's blocks as card elements: one small function a kind, chosen by its type.

import type { Block } from '../../../src/answer/answer.ts'
import { spokenDay } from '../../../src/answer/wording.ts'
import { assertNever } from '../../../src/errors.ts'
import type { Element, OwnText, RichText, Table, TableCell } from './card.ts'
import { optionElements } from './option-elements.ts'
import { link, ours, phraseWords, quiet, words } from './text.ts'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

export interface Given {
  /** The answer's name, for its controls. */
  readonly answer: string
  /** Root of our own pages, without a trailing slash; without it only the publisher's are linked. */
  readonly publicUrl?: string
}

/** The blocks in the card's terms; a line parts the pieces of an answer that has several. */
export function cardBlocks(blocks: readonly Block[], given: Given): readonly Element[] {
  return blocks.flatMap((block, at): readonly Element[] => {
    switch (block.type) {
      case 'sentence':
        return [sentence(block.text, at, blocks[at - 1])]
      case 'note':
        return [quiet(block.text)]
      case 'row':
        return [words(block.text), ...roleTable(block), placeLine(block)]
      case 'quote':
        return [...block.lines.filter(Boolean).map((line) => words(line, {}, { spacing: 'Small' })), placeLine(block)]
      case 'source':
        return sourceLines(block, given)
      case 'options':
        return optionElements(block.options, given.answer)
      case 'matrix':
        return matrixElements(block)
      case 'facts':
        return [
          ...(block.title === undefined
            ? []
            : [{ ...phraseWords(block.title, given.publicUrl, { bold: true }), spacing: 'Medium' as const }]),
          ...block.facts.map((fact) => phraseWords(fact, given.publicUrl, { mark: '• ' })),
        ]
      case 'lines':
        return block.lines.map((line) => words(line.replace(/^- /u, '• '), {}, { spacing: 'Small' }))
      default:
        return assertNever(block)
    }
  })
}

/** The headline is larger; a further part begins with a line above it. */
function sentence(text: string, at: number, before: Block | undefined): RichText {
  if (at === 0) return words(text, { weight: 'Bolder', size: 'Medium' })
  return words(text, { weight: 'Bolder' }, before?.type === 'sentence' ? {} : { separator: true })
}

/** Three columns at most, whatever the row has parties: it fits a phone. */
function roleTable({ roles }: BlockOf<'row'>): readonly Table[] {
  if (!roles.length) return []
  const rows = roles.map(({ party, cell, words: role }) => [party, role, cell || 'blank'])
  return [table([3, 4, 2], ['Party', 'Role', 'Letter'], rows)]
}

function table(widths: readonly number[], header: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cells = (texts: readonly string[], bold: boolean): readonly TableCell[] =>
    texts.map((text) => ({ type: 'TableCell', items: [words(text, bold ? { weight: 'Bolder' } : {})] }))
  return {
    type: 'Table',
    columns: widths.map((width) => ({ width })),
    rows: [
      { type: 'TableRow', cells: cells(header, true) },
      ...rows.map((row) => ({ type: 'TableRow' as const, cells: cells(row, false) })),
    ],
    firstRowAsHeaders: true,
    showGridLines: true,
  }
}

/** Where a row or a rule stands: its product and headings. */
function placeLine({ product, section }: BlockOf<'row' | 'quote'>): RichText {
  return quiet([product, ...section].join(' > '))
}

/** The document's title stays plain text; the links under it carry labels of ours. */
function sourceLines(source: BlockOf<'source'>, { publicUrl }: Given): readonly Element[] {
  const updated = source.updated ? `, updated ${spokenDay(source.updated)}` : ''
  const line = linkLine([
    source.url ? link(source.url, 'Open the document') : '',
    publicUrl ? link(`${publicUrl}${source.page}`, 'In the console') : '',
  ])
  return [quiet(`${source.title}${updated}`), ...line]
}

function linkLine(links: readonly string[]): readonly OwnText[] {
  const shown = links.filter((one) => one && one.length <= 2_000)
  return shown.length ? [ours(shown.join(' · '))] : []
}

/** Each row's activity with what is held under it: a table of many parties would be wider than a phone. */
function matrixElements({ title, parties, rows }: BlockOf<'matrix'>): readonly Element[] {
  return [
    words(title, { weight: 'Bolder' }, { separator: true }),
    ...rows.flatMap((row) => {
      const held = row.cells.flatMap((cell, at) => (cell ? [`${parties[at] ?? ''}: ${cell}`] : []))
      return [
        words(row.text, {}, { spacing: 'Small' }),
        words(held.join(' · ') || 'no role stated', { isSubtle: true }, { spacing: 'None' }),
      ]
    }),
  ]
}
