// The facts of a responsibility matrix: who holds which letter for which activity.
// Letters: R carries the work out, A is accountable, S supports, C is consulted, I is informed.

import type { SourceReference } from './source.ts'

export const LETTERS = ['R', 'A', 'S', 'C', 'I'] as const
export type Letter = (typeof LETTERS)[number]

/** What one party holds for one activity. An empty `letters` means that the document states no role. */
export interface Assignment {
  /** The column's own name, e.g. `Customer`. */
  readonly party: string
  /** In the order of `LETTERS`, each once. */
  readonly letters: readonly Letter[]
  /** The cell's own text, markup removed, e.g. `R/A`, `RA*`, `(I)`; empty for a blank cell. */
  readonly cell: string
}

/** One row of a matrix. */
export interface Activity {
  readonly type: 'activity'
  /** Stable while the document keeps the row: `document#section/activity`, made URL-safe, unique in the knowledge. */
  readonly id: string
  /** File name without its ending. */
  readonly document: string
  readonly product: string
  /** Headings from the outermost to the innermost, e.g. `['3. Service usage', '3.2. Event management', '3.2.1. Incidents']`. */
  readonly section: readonly string[]
  /** The row's own words, markup removed, white space folded. */
  readonly text: string
  /** One entry a party column, in the document's order. Empty when `lost` is set. */
  readonly assignments: readonly Assignment[]
  /**
   * The letter groups of a row whose export lost which party holds which of them (flattened text).
   * Such a row has a known activity and an unknown holder; nothing may be inferred from the order.
   */
  readonly lost?: readonly string[]
  /** Variants the row is limited to, from applicability columns (`SAP HANA on Private Cloud`). */
  readonly appliesTo?: readonly string[]
  /** Cells of columns that are no party (notes, SLA, evidence), by column name. */
  readonly notes?: Readonly<Record<string, string>>
  readonly source: SourceReference
}

/** Parties that hold a letter, in the document's order. */
export function holders(activity: Activity, letter: Letter): readonly string[] {
  return activity.assignments.filter((held) => held.letters.includes(letter)).map((held) => held.party)
}
