// The common ground of all formats: a document as headings, paragraphs, lists and tables, each with its line.
// Readers of a format (markdown, HTML, CSV, plain text) produce blocks; everything after them knows no format.

export interface Heading {
  readonly kind: 'heading'
  /** 1 is the outermost. */
  readonly depth: number
  readonly text: string
  readonly line: number
}

export interface Paragraph {
  readonly kind: 'paragraph'
  /** The paragraph's own lines, markup removed, white space folded. */
  readonly lines: readonly string[]
  readonly line: number
}

export interface ListItem {
  readonly text: string
  /** 0 for the outermost items. */
  readonly depth: number
  readonly line: number
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
  readonly line: number
}

export interface TableRow {
  /** Cell texts, markup removed; line breaks of the cell are `\n`. */
  readonly cells: readonly string[]
  /** True when the first cell is bold as a whole, as phase rows are. */
  readonly bold?: boolean
  readonly line: number
}

export interface Table {
  readonly kind: 'table'
  readonly header: TableRow
  readonly rows: readonly TableRow[]
  readonly line: number
}

export type Block = Heading | Paragraph | List | Table

/** White space runs become one space, ends are trimmed. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
