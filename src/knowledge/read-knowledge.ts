// The door of this room: named texts in, Knowledge out.

import type { Knowledge } from '../domain/knowledge.ts'

/** A file of the knowledge folder, as bytes: decoding and its faults belong to this room. */
export interface KnowledgeFile {
  /** File name in the folder, e.g. `email-pro.md`. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadOptions {
  /** For the age of documents. */
  readonly now: Date
}

/** Reads every file; a broken one becomes an Issue and never stops the others. Never throws for any content. */
export function readKnowledge(_files: readonly KnowledgeFile[], _options: ReadOptions): Knowledge {
  throw new Error('not written yet')
}
