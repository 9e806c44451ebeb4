// The door of this room: named texts in, Knowledge out.

import type { Document, Issue, Knowledge } from '../domain/knowledge.ts'
import { adocBlocks } from './adoc-blocks.ts'
import type { Block } from './block.ts'
import { type Catalog, EMPTY_CATALOG, readCatalog } from './catalog.ts'
import { csvBlocks } from './csv-blocks.ts'
import { decode, isBinary } from './decode.ts'
import { splitFrontMatter } from './front-matter.ts'
import { htmlBlocks, htmlTitle } from './html-blocks.ts'
import { lint, lintCatalog } from './lint.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { isDelimiterRow } from './markdown-size.ts'
import { type Parsed, readDocument } from './read-document.ts'
import { type Problem, type Report, reportTo } from './report.ts'
import { Identifiers } from './slug.ts'
import { textBlocks } from './text-blocks.ts'
import { readVocabulary } from './vocabulary.ts'

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
const VOCABULARY = 'vocabulary.yaml'

type Format = (text: string, report: Report) => readonly Block[]

const FORMATS: Readonly<Record<string, Format>> = {
  '.md': markdownBlocks,
  '.markdown': markdownBlocks,
  '.mdx': markdownBlocks,
  '.txt': (text, report) => (isMarkdown(text) ? markdownBlocks(text, report) : textBlocks(text)),
  '.csv': csvBlocks,
  '.adoc': adocBlocks,
  '.html': (text) => htmlBlocks(text, 0),
  '.htm': (text) => htmlBlocks(text, 0),
}

/** Reads every file; a broken one becomes an Issue and never stops the others. Never throws for any content. */
export function readKnowledge(files: readonly KnowledgeFile[], { now }: ReadOptions): Knowledge {
  const issues: Issue[] = []
  const catalog = readNamed(files, CATALOG, readCatalog, issues) ?? EMPTY_CATALOG
  const vocabulary = readNamed(files, VOCABULARY, readVocabulary, issues)
  const ids = new Identifiers()
  const documents: Document[] = []
  for (const file of files) {
    const report = reportTo(issues, file.name)
    try {
      const document = readFile(file, catalog, ids, report)
      if (document !== undefined && document.entries.length > 0) documents.push(document)
    } catch (error) {
      report(failed(error))
    }
  }
  issues.push(...lint(documents, now), ...lintCatalog(catalog, files, CATALOG))
  return { documents, issues: inOrder(issues), ...(vocabulary && { vocabulary }) }
}

function readNamed<T>(
  files: readonly KnowledgeFile[],
  name: string,
  read: (text: string, report: Report) => T,
  issues: Issue[],
): T | undefined {
  const file = files.find((candidate) => candidate.name === name)
  if (file === undefined) return undefined
  const report = reportTo(issues, name)
  return read(decode(file.bytes, report), report)
}

/** A document, or undefined for files that are none: unknown endings, README.md, the catalog. */
function readFile(file: KnowledgeFile, catalog: Catalog, ids: Identifiers, report: Report): Document | undefined {
  const ending = /\.[^.]*$/.exec(file.name.toLowerCase())?.[0] ?? ''
  const format = FORMATS[ending]
  if (format === undefined || /^readme\./i.test(file.name)) return undefined
  const text = decode(file.bytes, report)
  if (isBinary(text)) {
    report(BINARY)
    return undefined
  }
  const { matter, body } = ending === '.csv' ? { matter: {}, body: text } : splitFrontMatter(text, report)
  const title = ending.startsWith('.htm') ? htmlTitle(body) : undefined
  const parsed: Parsed = {
    file: file.name,
    blocks: format(body, report),
    matter: title === undefined ? matter : { title, ...matter },
    entry: catalog.entries.get(file.name) ?? {},
    ...(format !== csvBlocks && { flat: body }),
  }
  return readDocument(parsed, ids, report)
}

/** Some save markdown as .txt: a pipe table or two headings with hashes tell. */
function isMarkdown(text: string): boolean {
  const lines = text.split('\n')
  return lines.some(isDelimiterRow) || lines.filter((line) => /^#{1,6} \S/.test(line)).length > 1
}

const BINARY: Problem = {
  severity: 'error',
  line: 0,
  rule: 'not-text',
  reason: 'The file is not text, whatever its ending says.',
  fix: 'Save the document as markdown, HTML, CSV or plain text in UTF-8.',
}

/** The markdown and HTML parsers give up on text nested some thousand deep with a stack overflow. */
function failed(error: unknown): Problem {
  const why = error instanceof RangeError ? 'it is nested too deeply' : String(error)
  return {
    severity: 'error',
    line: 0,
    rule: 'unreadable-document',
    reason: `The document cannot be read: ${why}.`,
    fix: 'Simplify its markup or split it.',
  }
}

function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((left, right) => left.file.localeCompare(right.file) || left.line - right.line)
}
