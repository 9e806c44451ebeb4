// An Answer as plain text: the terminal's rendering, and the fallback of every other platform.

import { assertNever } from '../errors.ts'
import type { Answer, Block, Option } from './answer.ts'
import { createPen, type Pen } from './text/pen.ts'
import { matrixLines } from './text/table.ts'
import { spokenDay } from './wording.ts'

export interface TextStyle {
  /** Emphasis as terminal escape sequences; default no. */
  readonly colour?: boolean
  /** Columns to fill; lines run on without it. */
  readonly width?: number
  /** Root of the web console, e.g. `http://127.0.0.1:3000`: with it, our own page is linked as well. */
  readonly baseUrl?: string
}

const MARGIN = '  '

/** The answer as text: no trailing line break, paragraphs separated by an empty line. */
export function renderText(answer: Answer, style: TextStyle = {}): string {
  const pen = createPen(style.colour ?? false, style.width)
  const paragraphs: string[][] = []
  let before: Block['type'] | undefined
  for (const block of answer.blocks) {
    const lines = linesOf(block, pen, style)
    if (!lines.length) continue
    const last = paragraphs.at(-1)
    if (last && before && belongs(before, block.type)) last.push(...lines)
    else paragraphs.push([...lines])
    before = block.type
  }
  return paragraphs.map((lines) => lines.join('\n')).join('\n\n')
}

/** Notes stay with what they are about; sources of several documents stand together. */
function belongs(before: Block['type'], next: Block['type']): boolean {
  if (next === 'note') return before === 'sentence' || before === 'note' || before === 'row'
  return next === 'source' && before === 'source'
}

function linesOf(block: Block, pen: Pen, style: TextStyle): readonly string[] {
  switch (block.type) {
    case 'sentence':
      return pen.lines(block.text, '', pen.bold)
    case 'note':
      return pen.lines(block.text)
    case 'row':
      return [
        ...pen.lines(block.text, MARGIN),
        ...pen.lines([block.product, ...block.section].join(' > '), MARGIN, pen.dim),
        ...pen.lines(cellWords(block), MARGIN),
      ]
    case 'quote':
      return [
        ...pen.lines([block.product, ...block.section].join(' > '), MARGIN, pen.dim),
        ...block.lines.flatMap((line) => pen.lines(line, MARGIN)),
      ]
    case 'source':
      return sourceLines(block, pen, style)
    case 'options':
      return block.options.flatMap((option, at) => optionLines(option, at + 1, pen))
    case 'matrix':
      return matrixLines(block, pen)
    case 'lines':
      return block.lines.flatMap((line) => pen.lines(line))
    default:
      return assertNever(block)
  }
}

function cellWords(block: Extract<Block, { type: 'row' }>): string {
  return block.roles.map((role) => `${role.party}: ${role.cell || 'blank'}`).join(' · ')
}

/** Addresses are not wrapped: a terminal recognises them only in one piece. */
function sourceLines(block: Extract<Block, { type: 'source' }>, pen: Pen, style: TextStyle): readonly string[] {
  const updated = block.updated ? `, updated ${spokenDay(block.updated)}` : ''
  const addresses = [block.url, style.baseUrl && `${style.baseUrl.replace(/\/+$/u, '')}${block.page}`]
  const unbroken = createPen(false)
  return [
    ...pen.lines(`${block.title}${updated}`, '', pen.dim),
    ...addresses.flatMap((address) => (address ? unbroken.lines(address).map(pen.dim) : [])),
  ]
}

function optionLines(option: Option, number: number, pen: Pen): readonly string[] {
  const mark = `${String(number).padStart(2)}. `
  const margin = ' '.repeat(mark.length)
  const [first = '', ...rest] = pen.lines(option.title, margin)
  return [
    pen.accent(mark) + first.slice(margin.length),
    ...rest,
    ...(option.detail ? pen.lines(option.detail, margin, pen.dim) : []),
  ]
}
