// What a document says of itself between two `---` lines at its head.

import { z } from 'zod'
import { readIsoDay } from './iso-day.ts'
import type { Report } from './report.ts'
import { readYaml, reportFaults } from './yaml-value.ts'

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim())
const schema = z.object({
  title: text.optional(),
  updated: z.unknown().optional(),
  lastUpdated: z.unknown().optional(),
  date: z.unknown().optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  publisher: text.optional(),
  provider: text.optional(),
  product: text.optional(),
  aliases: z.array(text).optional(),
})

export interface FrontMatter {
  readonly title?: string
  readonly updated?: string
  readonly url?: string
  readonly provider?: string
  readonly product?: string
  readonly aliases?: readonly string[]
}

export interface Split {
  readonly matter: FrontMatter
  /** The text with the front matter's lines emptied, so that line numbers stay. */
  readonly body: string
}

/** Takes the front matter off a text. Faults are reported and the faulty part left out. */
export function splitFrontMatter(source: string, report: Report): Split {
  const found = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(source)
  if (found === null) return { matter: {}, body: source }
  const lines = found[0].split('\n').length - 1
  const body = '\n'.repeat(lines) + source.slice(found[0].length)
  return { matter: readMatter(found[1] ?? '', report), body }
}

function readMatter(source: string, report: Report): FrontMatter {
  const yaml = readYaml(source, 2, report)
  if (yaml === undefined || yaml.value === null || yaml.value === undefined) return {}
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success) {
    reportFaults(parsed.error, yaml, 'invalid-front-matter', 'Correct the value in the front matter.', report)
    return {}
  }
  const { title, url, publisher, provider, product, aliases, ...dates } = parsed.data
  const given = dates.updated ?? dates.lastUpdated ?? dates.date
  const updated = given === undefined ? undefined : day(given)
  if (given !== undefined && updated === undefined) {
    report({
      severity: 'warning',
      line: yaml.lineOf(['updated']),
      rule: 'unreadable-date',
      reason: `The date “${String(given).slice(0, 40)}” cannot be read in one way only.`,
      fix: 'Write it as YYYY-MM-DD.',
    })
  }
  const company = publisher ?? provider
  return {
    ...(title && { title }),
    ...(updated && { updated }),
    ...(url && { url }),
    ...(company && { provider: company }),
    ...(product && { product }),
    ...(aliases && { aliases }),
  }
}

function day(value: unknown): string | undefined {
  return value instanceof Date ? value.toISOString().slice(0, 10) : readIsoDay(String(value))
}
