// Everything that was read: products, their rows and rules, and the problems met on the way.

import type { CommunicationRule } from './communication-rule.ts'
import type { Activity } from './raci.ts'

/** One thing a document states: a row of a matrix or a communication rule. */
export type Entry = Activity | CommunicationRule

export interface Document {
  /** File name without its ending. */
  readonly id: string
  /** File name as found in the folder. */
  readonly file: string
  readonly title: string
  readonly product: string
  /** Other names of the product, from the catalog and the document. */
  readonly aliases: readonly string[]
  /** The company that provides the product, e.g. `OVHcloud`. */
  readonly provider?: string
  readonly url?: string
  /** ISO day. */
  readonly updated?: string
  /** `communication` for documents that hold rules and no matrix. */
  readonly kind: 'matrix' | 'communication'
  /** Party names in column order, each once. */
  readonly parties: readonly string[]
  /** Full names of abbreviated parties, from the document's own glossary. */
  readonly partyNames?: Readonly<Record<string, string>>
  readonly entries: readonly Entry[]
}

/** A problem in a file of the knowledge folder. */
export interface Issue {
  readonly severity: 'error' | 'warning'
  readonly file: string
  /** From 1; 0 when it is about the whole file. */
  readonly line: number
  /** Short kebab-case name of the rule, e.g. `no-accountable`. */
  readonly rule: string
  /** What is wrong, one sentence. */
  readonly reason: string
  /** What to do about it, one sentence. */
  readonly fix: string
}

export interface Knowledge {
  readonly documents: readonly Document[]
  readonly issues: readonly Issue[]
  /** Vocabulary that the folder adds to the product's own (see knowledge/README.md); absent without the file. */
  readonly vocabulary?: Vocabulary
}

/** People's words for the things that documents speak of: concept name to surface forms. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>
