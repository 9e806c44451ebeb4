// A statement of a communication document: severities, notice of maintenance, outage updates, contacts.

import type { SourceReference } from './source.ts'

export interface CommunicationRule {
  readonly type: 'rule'
  /** `document#section/position`, made URL-safe, unique in the knowledge. */
  readonly id: string
  readonly document: string
  readonly product: string
  /** Headings from the outermost to the innermost. */
  readonly section: readonly string[]
  /** The document's exact words: one statement, list or key/value group; lines kept as `\n`. */
  readonly quote: string
  readonly source: SourceReference
}
