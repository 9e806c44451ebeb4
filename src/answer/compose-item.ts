// One entry as the machine-readable item of `raci ask --json`, `--batch` and `raci show --json`.

import type { Entry } from '../domain/knowledge.ts'

interface ItemBase {
  readonly document: string
  readonly product: string
  /** Headings from the outermost to the innermost, joined by ` > `. */
  readonly section: string
  readonly source: {
    readonly title: string
    readonly url?: string
    readonly updated?: string
    readonly line: number
  }
}

/** A row of a matrix. `assignments` is empty and `lost` is set when the export lost the holders. */
export interface ActivityItem extends ItemBase {
  readonly activity: string
  /** Party to the cell's own text, in the document's order; a blank cell is an empty string. */
  readonly assignments: Readonly<Record<string, string>>
  readonly lost?: readonly string[]
}

/** A statement of a communication document. */
export interface RuleItem extends ItemBase {
  readonly quote: string
}

export type Item = ActivityItem | RuleItem

/** The entry as an item; the words and letters are the document's own. */
export function composeItem(entry: Entry): Item {
  const { title, url, updated, line } = entry.source
  const source = { title, ...(url ? { url } : {}), ...(updated ? { updated } : {}), line }
  const place = { document: entry.document, product: entry.product, section: entry.section.join(' > ') }
  if (entry.type === 'rule') return { ...place, quote: entry.quote, source }
  const assignments = Object.fromEntries(entry.assignments.map((held) => [held.party, held.cell]))
  return { ...place, activity: entry.text, assignments, ...(entry.lost ? { lost: entry.lost } : {}), source }
}
