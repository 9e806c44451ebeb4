// What a person reads, before any platform: composed once, rendered by each adapter.
// Every text here is plain: no markup, no escaping; a renderer escapes for its own platform.

import type { Entry } from '../domain/knowledge.ts'

/** One party's part in a row, ready to print. */
export interface Role {
  readonly party: string
  /** The cell's own text, e.g. `RA`; empty when the cell is blank. */
  readonly cell: string
  /** In words: `responsible and accountable`; `no role stated` for a blank cell. */
  readonly words: string
}

/** A button, a numbered choice, a link that asks again. `name` and `value` come back as an action. */
export interface Action {
  readonly name: ActionName
  /** Opaque to platforms; 1 to 300 characters. */
  readonly value: string
  /** What the button says, at most 75 characters. */
  readonly label: string
}

/** `form` opens a form, `confirm` does what was asked about; the others lead to answers from the documents. */
export const ACTION_NAMES = [
  'choose',
  'section',
  'elsewhere',
  'miss',
  'ask',
  'product',
  'wrong-product',
  'form',
  'confirm',
] as const
export type ActionName = (typeof ACTION_NAMES)[number]

/** One of the things the person may have meant. */
export interface Option {
  readonly action: Action
  /** What tells it apart, short. */
  readonly title: string
  /** One line more, e.g. who holds what. */
  readonly detail?: string
}

export interface MatrixRow {
  readonly entry: Entry
  readonly text: string
  /** In the order of the block's `parties`. */
  readonly cells: readonly string[]
}

/** Words that lead somewhere; made by `phrase.ts`, which lets no other address than http(s) through. */
export interface Link {
  readonly text: string
  readonly url?: string
  /** Our own page of an entry, a path from the web console's root; its address is in a source block too. */
  readonly page?: string
  /** Plain text prints the address after the words. */
  readonly spelled?: true
}

/** Words in their order, some of which lead somewhere. */
export type Phrase = string | readonly (string | Link)[]

export type Block =
  /** The direct answer or the short question back. The first block of every answer. */
  | { readonly type: 'sentence'; readonly text: string }
  /** One line of context, quieter than a sentence: an inferred product, a condition, what a blank cell means. */
  | { readonly type: 'note'; readonly text: string }
  /** The row verbatim. */
  | {
      readonly type: 'row'
      readonly product: string
      readonly section: readonly string[]
      readonly text: string
      readonly roles: readonly Role[]
    }
  /** A communication rule verbatim; lines split at `\n`. */
  | {
      readonly type: 'quote'
      readonly product: string
      readonly section: readonly string[]
      readonly lines: readonly string[]
    }
  | {
      readonly type: 'source'
      readonly title: string
      /** ISO day. */
      readonly updated?: string
      /** The publisher's page with a text fragment that marks the row. */
      readonly url?: string
      /** Our own page of the document at the row, a path from the web console's root. */
      readonly page: string
    }
  | { readonly type: 'options'; readonly options: readonly Option[] }
  /** Rows of one section as a table. */
  | {
      readonly type: 'matrix'
      readonly title: string
      readonly parties: readonly string[]
      readonly rows: readonly MatrixRow[]
    }
  /** Something with a headline, and what holds for it: an item each; or the items alone. */
  | { readonly type: 'facts'; readonly title?: Phrase; readonly facts: readonly Phrase[] }
  /** Plain lines, e.g. of help; each may stand alone. */
  | { readonly type: 'lines'; readonly lines: readonly string[] }

export interface Answer {
  readonly kind: 'answer' | 'choices' | 'list' | 'unknown' | 'help'
  readonly blocks: readonly Block[]
  /** What can be done next, most useful first. Options are in their block, not here. */
  readonly actions: readonly Action[]
  /** What the answer rests on, best first: the `items` of `raci ask --json`. */
  readonly items: readonly Entry[]
  /** For the person who asked alone, where the platform can show it so. */
  readonly isPrivate?: true
}
