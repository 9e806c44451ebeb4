// Each kind of block as lines.

import { assertNever } from '../../errors.ts'
import type { Block, Option, Phrase } from '../answer.ts'
import { piecesOf } from '../phrase.ts'
import { spokenDay } from '../wording.ts'
import { createPen, type Pen } from './pen.ts'
import { printable } from './plain.ts'
import { matrixLines } from './table.ts'
import { columnsOf, filled, padded } from './wrap.ts'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

export interface BlockStyle {
  readonly baseUrl: string | undefined
  /** Sets a note in as far as a row. */
  readonly inset?: boolean
  /** Columns of the longest activity of all tables of the answer. */
  readonly longestActivity: number
}

const MARGIN = '  '
const GAP = '  '

/** The block's lines; none when it holds nothing. */
export function blockLines(block: Block, pen: Pen, style: BlockStyle): readonly string[] {
  switch (block.type) {
    case 'sentence':
      return pen.lines(block.text, '', pen.bold)
    case 'note':
      return pen.lines(block.text, style.inset ? MARGIN : '')
    case 'row':
      return [...pen.lines(block.text, MARGIN), ...pathLines(block, pen), ...cellLines(block, pen)]
    case 'quote':
      return [...pathLines(block, pen), ...block.lines.flatMap((line) => pen.lines(line, MARGIN))]
    case 'source':
      return sourceLines(block, pen, style.baseUrl)
    case 'options':
      return optionLines(block.options, pen)
    case 'matrix':
      return matrixLines(block, pen, style.longestActivity)
    case 'facts':
      return [...titleLines(block, pen), ...block.facts.flatMap((fact) => itemLines(fact, pen))]
    case 'lines':
      return block.lines.flatMap((line) => pen.lines(line))
    default:
      return assertNever(block)
  }
}

function titleLines({ title }: BlockOf<'facts'>, pen: Pen): readonly string[] {
  return title === undefined ? [] : pen.lines(spelled(title), '', pen.accent)
}

/** An item whose further lines stand under its first. */
function itemLines(fact: Phrase, pen: Pen): readonly string[] {
  return pen.lines(spelled(fact), MARGIN).map((line, at) => (at === 0 ? `- ${line.slice(MARGIN.length)}` : line))
}

function spelled(phrase: Phrase): string {
  return piecesOf(phrase)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text + (piece.spelled ? ` ${piece.url}` : '')))
    .join('')
}

/** Product and headings, broken between two of them. */
function pathLines({ product, section }: BlockOf<'row' | 'quote'>, pen: Pen): readonly string[] {
  const steps = [product, ...section].map((step, at) => oneLine(at < section.length ? `${step} >` : step))
  return filled(steps, ' ', pen.width - MARGIN.length).map((line) => MARGIN + pen.dim(line))
}

function cellLines({ roles }: BlockOf<'row'>, pen: Pen): readonly string[] {
  if (!roles.length) return []
  const cells = roles.map((role) => oneLine(`${role.party}: ${role.cell || 'blank'}`))
  return filled(cells, ' · ', pen.width - MARGIN.length).map((line) => MARGIN + line)
}

function oneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ')
}

/** Addresses are not wrapped: a terminal recognises them only in one piece. */
function sourceLines(block: BlockOf<'source'>, pen: Pen, baseUrl: string | undefined): readonly string[] {
  const updated = block.updated ? `, updated ${spokenDay(block.updated)}` : ''
  const addresses = [block.url, baseUrl && `${baseUrl.replace(/\/+$/u, '')}${block.page}`]
  const unbroken = createPen(false)
  return [
    ...pen.lines(`${block.title}${updated}`, '', pen.dim),
    ...addresses.flatMap((address) => (address ? unbroken.lines(address).map(pen.dim) : [])),
  ]
}

/** Numbered; what is held stands beside the titles where the page has room for all of them, else below each. */
function optionLines(options: readonly Option[], pen: Pen): readonly string[] {
  const margin = ' '.repeat(markOf(0).length)
  const title = () => widest(options.map((option) => option.title))
  const detail = () => widest(options.map((option) => option.detail ?? ''))
  // Where lines may run on nothing is measured: every answer is written so for listeners.
  if (Number.isFinite(pen.width) && margin.length + title() + GAP.length + detail() <= pen.width) {
    const columns = title()
    return options.map((option, at) => {
      const beside = option.detail ? GAP + pen.dim(oneLine(option.detail)) : ''
      return (pen.accent(markOf(at)) + padded(oneLine(option.title), columns) + beside).trimEnd()
    })
  }
  return options.flatMap((option, at) => {
    const [first = '', ...rest] = pen.lines(option.title, margin)
    return [
      pen.accent(markOf(at)) + first.slice(margin.length),
      ...rest,
      ...(option.detail ? pen.lines(option.detail, margin, pen.dim) : []),
    ]
  })
}

/** Columns of the longest. */
function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => columnsOf(oneLine(text))))
}

function markOf(at: number): string {
  return `${String(at + 1).padStart(2)}. `
}
