// The door of this room: named texts in, Knowledge out.

import type { Document, Issue, Knowledge } from '../domain/knowledge.ts'
import { type Catalog, EMPTY_CATALOG, readCatalog } from './catalog.ts'
import { decode } from './decode.ts'
import { splitFrontMatter } from './front-matter.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { readDocument } from './read-document.ts'
import { reportTo } from './report.ts'
import { Identifiers } from './slug.ts'
import { textBlocks } from './text-blocks.ts'

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

const CATALOG = 'catalog.yaml'

/** Reads every file; a broken one becomes an Issue and never stops the others. Never throws for any content. */
export function readKnowledge(files: readonly KnowledgeFile[], _options: ReadOptions): Knowledge {
  const issues: Issue[] = []
  const catalog = findCatalog(files, issues)
  const ids = new Identifiers()
  const documents: Document[] = []
  for (const file of files) {
    const document = readFile(file, catalog, ids, issues)
    if (document !== undefined) documents.push(document)
  }
  return { documents, issues }
}

function findCatalog(files: readonly KnowledgeFile[], issues: Issue[]): Catalog {
  const file = files.find(({ name }) => name === CATALOG)
  if (file === undefined) return EMPTY_CATALOG
  const report = reportTo(issues, CATALOG)
  return readCatalog(decode(file.bytes, report), report)
}

function readFile(file: KnowledgeFile, catalog: Catalog, ids: Identifiers, issues: Issue[]): Document | undefined {
  const ending = /\.[^.]*$/.exec(file.name.toLowerCase())?.[0] ?? ''
  if (!['.md', '.markdown', '.txt'].includes(ending) || /^readme\./i.test(file.name)) return undefined
  const report = reportTo(issues, file.name)
  const { matter, body } = splitFrontMatter(decode(file.bytes, report), report)
  const blocks = ending === '.txt' ? textBlocks(body) : markdownBlocks(body)
  return readDocument({ file: file.name, blocks, matter, entry: catalog.entries.get(file.name) ?? {} }, ids, report)
}
