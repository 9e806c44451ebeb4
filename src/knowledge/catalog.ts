// catalog.yaml: what documents do not say of themselves. Each fault is a problem with its line; the good entries count.

import { z } from 'zod'
import type { Report } from './report.ts'
import { readYaml, reportFaults, type YamlValue } from './yaml-value.ts'

const text = z.string().trim().min(1)
const entrySchema = z.strictObject({
  product: text.optional(),
  aliases: z.array(z.union([text, z.number().transform(String)])).optional(),
  provider: text.optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  kind: z.enum(['matrix', 'communication']).optional(),
})
const catalogSchema = z.strictObject({ documents: z.record(z.string(), z.unknown()).nullish() })
const FIX = 'Write it as knowledge/README.md shows: documents: { <file>: { product, aliases, provider, url, kind } }.'

export type CatalogEntry = z.infer<typeof entrySchema>

export interface Catalog {
  /** By file name. */
  readonly entries: ReadonlyMap<string, CatalogEntry>
  /** Line of a file's entry. */
  lineOf(file: string): number
}

export const EMPTY_CATALOG: Catalog = { entries: new Map(), lineOf: () => 0 }

/** Reads the catalog; faulty entries are reported and left out. */
export function readCatalog(source: string, report: Report): Catalog {
  const yaml = readYaml(source, 1, report)
  if (yaml === undefined || yaml.value === null || yaml.value === undefined) return EMPTY_CATALOG
  const catalog = catalogSchema.safeParse(yaml.value)
  if (!catalog.success) {
    reportFaults(catalog.error, yaml, 'invalid-catalog', FIX, report)
    return EMPTY_CATALOG
  }
  const entries = new Map<string, CatalogEntry>()
  for (const [file, value] of Object.entries(catalog.data.documents ?? {})) {
    const entry = readEntry(file, value, yaml, report)
    if (entry !== undefined) entries.set(file, entry)
  }
  return { entries, lineOf: (file) => yaml.lineOf(['documents', file]) }
}

function readEntry(file: string, value: unknown, yaml: YamlValue, report: Report): CatalogEntry | undefined {
  const parsed = entrySchema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const at: YamlValue = { value, lineOf: (path) => yaml.lineOf(['documents', file, ...path]) }
  reportFaults(parsed.error, at, 'invalid-catalog', FIX, report)
  return undefined
}
