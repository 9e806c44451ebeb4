// What a loaded document should say better: responsibility without an owner, contradictions, age. All warnings.

import type { Document, Issue } from '../domain/knowledge.ts'
import type { Catalog } from './catalog.ts'
import { lintRows } from './lint-rows.ts'

/** Years after which a document counts as old. */
const OLD = 2

/** Findings about the documents and among them. */
export function lint(documents: readonly Document[], now: Date): readonly Issue[] {
  return [
    ...documents.flatMap((document) => [...lintDate(document, now), ...lintRows(document)]),
    ...lintNames(documents),
  ]
}

/** Catalog entries of files that are not there. */
export function lintCatalog(
  catalog: Catalog,
  files: readonly { readonly name: string }[],
  file: string,
): readonly Issue[] {
  const names = new Set(files.map(({ name }) => name))
  return [...catalog.entries.keys()]
    .filter((name) => !names.has(name))
    .map((name) => ({
      severity: 'warning',
      file,
      line: catalog.lineOf(name),
      rule: 'missing-file',
      reason: `The catalog names ${name}, which is not in the folder.`,
      fix: 'Add the file or remove its entry.',
    }))
}

function lintDate({ file, updated }: Document, now: Date): readonly Issue[] {
  const at = { severity: 'warning', file, line: 0 } as const
  if (updated === undefined) {
    const reason = 'The document does not say when it was last updated.'
    return [{ ...at, rule: 'undated-document', reason, fix: 'Add updated: YYYY-MM-DD to its front matter.' }]
  }
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() - OLD)
  if (updated >= limit.toISOString().slice(0, 10)) return []
  const reason = `The document was last updated on ${updated}, more than two years ago.`
  return [{ ...at, rule: 'old-document', reason, fix: 'Check with the publisher whether there is a later edition.' }]
}

function lintNames(documents: readonly Document[]): readonly Issue[] {
  const issues: Issue[] = []
  const ids = new Map<string, string>()
  const products = new Map<string, string>()
  for (const { id, file, product, kind } of documents) {
    const sameId = seen(ids, id.toLowerCase(), file)
    const sameProduct = seen(products, `${kind} ${product.toLowerCase()}`, file)
    const at = { severity: 'warning', file, line: 0 } as const
    if (sameId !== undefined) {
      const reason = `${sameId} has the same name, so answers from the two look alike.`
      issues.push({ ...at, rule: 'duplicate-document', reason, fix: 'Rename or remove one of them.' })
    }
    if (sameProduct !== undefined) {
      const reason = `${sameProduct} is about ${product} too, so questions find both.`
      issues.push({
        ...at,
        rule: 'duplicate-product',
        reason,
        fix: 'Keep one of them, or give each its own product in catalog.yaml.',
      })
    }
  }
  return issues
}

function seen(known: Map<string, string>, key: string, file: string): string | undefined {
  const first = known.get(key)
  if (first === undefined) known.set(key, file)
  return first
}
