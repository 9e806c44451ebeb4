// One file's text in, one document out: who it is, what it states, and the problems met.

import type { CommunicationRule } from '../domain/communication-rule.ts'
import type { Document, Entry } from '../domain/knowledge.ts'
import type { Activity } from '../domain/raci.ts'
import type { SourceReference } from '../domain/source.ts'
import { besideMatrices } from './beside-matrices.ts'
import type { Block, Heading, Table } from './block.ts'
import type { CatalogEntry } from './catalog.ts'
import { type Statement, statements } from './communication.ts'
import { flattenedRows } from './flattened.ts'
import type { FrontMatter } from './front-matter.ts'
import { findUpdated } from './iso-day.ts'
import type { Row } from './matrix.ts'
import { numberLevel } from './outline.ts'
import { partyNames } from './party-names.ts'
import { nameFromFile, placeholderIn, productFromTitle } from './product-name.ts'
import { type Matrices, readMatrices } from './read-matrix.ts'
import type { Problem, Report } from './report.ts'
import { type Identifiers, slug } from './slug.ts'

/** A file whose format has been read. */
export interface Parsed {
  readonly file: string
  readonly blocks: readonly Block[]
  readonly matter: FrontMatter
  /** The text itself, where tables may have been flattened into lines. */
  readonly flat?: string
  readonly entry: CatalogEntry
}

type Identity = Omit<Document, 'entries' | 'kind' | 'parties'>

/** Reads what a file states; `ids` gives out names unique in the whole knowledge. */
export function readDocument(parsed: Parsed, ids: Identifiers, report: Report): Document {
  const title = titleHeading(parsed)
  const identity = identify(parsed, title)
  const left = placeholderIn(identity.title)
  if (left !== undefined) report(unfilled(left, title?.line ?? 0))
  const found = matrices(parsed, identity.title, title, report)
  const { rows } = found
  const isMatrix = rows.length > 0 || parsed.entry.kind === 'matrix'
  const rules = statements(isMatrix ? besideMatrices(parsed.blocks, found) : parsed.blocks, title)
  const parties = [...new Set(rows.flatMap((row) => row.assignments.map((held) => held.party)))]
  const names = partyNames(parsed.blocks, parties)
  if (rows.length + rules.length === 0) report(EMPTY)
  const entries: readonly Entry[] = [
    ...rows.map((row) => activity(row, identity, ids)),
    ...rules.map((rule) => communicationRule(rule, identity, ids)),
  ]
  return {
    ...identity,
    kind: isMatrix ? 'matrix' : 'communication',
    parties,
    ...(names && { partyNames: names }),
    entries,
  }
}

const EMPTY: Problem = {
  severity: 'error',
  line: 0,
  rule: 'empty-document',
  reason: 'The document holds no matrix and no statement that could be read.',
  fix: 'Check that it is the right file and that its tables are whole.',
}

const unfilled = (placeholder: string, line: number): Problem => ({
  severity: 'warning',
  line,
  rule: 'unfilled-title',
  reason: `The title holds ${placeholder}, which nothing in the document fills in.`,
  fix: 'Write the name into the title, or give the document a title in its front matter.',
})

const NO_MATRIX: Matrices = { rows: [], used: new Set(), unreadable: new Set() }

function matrices(
  { entry, blocks, flat }: Parsed,
  title: string,
  heading: Heading | undefined,
  report: Report,
): Matrices {
  if (entry.kind === 'communication') return NO_MATRIX
  const found = readMatrices(blocks, title, heading, report)
  if (found.rows.length > 0 || found.unreadable.size > 0 || flat === undefined) return found
  return { ...NO_MATRIX, rows: flattenedRows(flat, report) }
}

/** The catalog wins over the document, the document over its file name. */
function identify({ file, blocks, matter, entry }: Parsed, heading: Heading | undefined): Identity {
  const id = file.replace(/\.[^.]*$/, '')
  const ownTitle = matter.title ?? heading?.text
  const product = entry.product ?? matter.product ?? productFromTitle(ownTitle ?? '') ?? nameFromFile(id)
  const aliases = new Set([...(entry.aliases ?? []), ...(matter.aliases ?? [])])
  const provider = entry.provider ?? matter.provider
  const url = entry.url ?? matter.url
  const updated = matter.updated ?? updatedInText(blocks)
  return {
    id,
    file,
    title: ownTitle ?? product,
    product,
    aliases: [...aliases].filter((alias) => alias !== product),
    ...(provider !== undefined && { provider }),
    ...(url !== undefined && { url }),
    ...(updated !== undefined && { updated }),
  }
}

/** The heading that is the document's title: the only one of its level, above all others, first or outermost. */
function titleHeading({ blocks, matter }: Parsed): Heading | undefined {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading')
  const top = Math.min(...headings.map((heading) => heading.depth))
  const [only, another] = headings.filter((heading) => heading.depth === top)
  if (only === undefined || another !== undefined || numberLevel(only.text) > 0) return undefined
  if (top > 1 && (headings[0] !== only || headings.length === 1)) return undefined
  const named = matter.title?.toLowerCase()
  return named === undefined || top === 1 || only.text.toLowerCase() === named ? only : undefined
}

/** Near the head of the document, in a line (`Last updated …`) or in a small table of its particulars. */
function updatedInText(blocks: readonly Block[]): string | undefined {
  for (const block of blocks.slice(0, 12)) {
    const lines = block.kind === 'paragraph' ? block.lines : block.kind === 'table' ? particulars(block) : []
    for (const line of lines) {
      const found = findUpdated(line)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function particulars({ header, rows }: Table): readonly string[] {
  return header.cells.length === 2 ? [header, ...rows].map(({ cells }) => cells.join(' ')) : []
}

function activity(
  { line, section, text, assignments, lost, appliesTo, notes }: Row,
  identity: Identity,
  ids: Identifiers,
): Activity {
  return {
    type: 'activity',
    id: identifier(identity.id, section, text, ids),
    document: identity.id,
    product: identity.product,
    section,
    text,
    assignments,
    ...(lost && { lost }),
    ...(appliesTo && { appliesTo }),
    ...(notes && { notes }),
    source: source(identity, line),
  }
}

function communicationRule(
  { section, quote, line }: Statement,
  identity: Identity,
  ids: Identifiers,
): CommunicationRule {
  return {
    type: 'rule',
    id: identifier(identity.id, section, quote.split('\n')[0] ?? '', ids),
    document: identity.id,
    product: identity.product,
    section,
    quote,
    source: source(identity, line),
  }
}

function identifier(document: string, section: readonly string[], text: string, ids: Identifiers): string {
  const place = section.at(-1)
  const parts = [...(place === undefined ? [] : [slug(place, 'section')]), slug(text, 'row')]
  return ids.take(`${slug(document, 'document')}#${parts.join('/')}`)
}

function source(identity: Identity, line: number): SourceReference {
  return {
    title: identity.title,
    ...(identity.url !== undefined && { url: identity.url }),
    ...(identity.updated !== undefined && { updated: identity.updated }),
    line,
  }
}
