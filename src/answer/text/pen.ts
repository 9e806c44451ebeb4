// How text is laid on the page: margin, width and emphasis in one place.

import { printable } from './plain.ts'
import { wrapped } from './wrap.ts'

export interface Pen {
  /** Columns of the page; Infinity when lines may run on. */
  readonly width: number
  bold(text: string): string
  dim(text: string): string
  accent(text: string): string
  /** Printable lines within the width, each behind the margin, each with its emphasis. */
  lines(text: string, margin?: string, emphasis?: (line: string) => string): readonly string[]
}

/** Narrower pages are treated as this wide: a table needs some room. */
const NARROWEST = 24

/** A pen for plain text, or for a terminal that shows emphasis (ECMA-48 select graphic rendition). */
export function createPen(colour: boolean, width = Number.POSITIVE_INFINITY): Pen {
  const sgr = (on: number, off: number) => (text: string) =>
    colour && text ? `\u001b[${on}m${text}\u001b[${off}m` : text
  const page = Math.max(NARROWEST, width)
  return {
    width: page,
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    accent: sgr(36, 39),
    lines(text, margin = '', emphasis = (line) => line) {
      return printable(text)
        .split('\n')
        .flatMap((line) => wrapped(line, page - margin.length))
        .map((line) => (line ? margin + emphasis(line) : ''))
    },
  }
}
