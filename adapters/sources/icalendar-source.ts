// A calendar at an address as a source.

import type { MaintenanceSource } from '../../src/ports/maintenance-source.ts'
import { type FetchOptions, fetchText, type Version } from './fetch-text.ts'
import { readIcalendar } from './read-icalendar.ts'
import type { SourceConfig } from './source-config.ts'

/** Some servers do not know the type (RFC 5545, 8.1) and say what they can. */
const TYPES = ['text/calendar', 'text/plain', 'application/octet-stream', 'application/ics']
const DAY = 86_400_000
/** What lies further back is done; what lies further ahead comes in time (days). */
const BACK = 7
const AHEAD = 90

/** Reads the calendar of the coming 90 days. */
export function icalendarSource(
  config: SourceConfig,
  limits: Pick<FetchOptions, 'timeoutMs' | 'largest'> = {},
): MaintenanceSource {
  const { name, url, allowPrivateRedirects } = config
  let known: { readonly version: Version; readonly text: string } | undefined
  return {
    name,
    async read(now) {
      const options = { types: TYPES, allowPrivateRedirects, ...limits, ...(known ? { version: known.version } : {}) }
      const fetched = await fetchText(url, options)
      if (fetched.kind === 'failed') return fetched
      // The same calendar has other days in its range tomorrow: it is read again.
      const text = fetched.kind === 'text' ? fetched.text : (known?.text ?? '')
      const range = { from: shifted(now, -BACK), to: shifted(now, AHEAD) }
      const read = readIcalendar(text, config, range)
      if (!read) return { kind: 'failed', reason: 'answered with something that is no calendar, or only a part of one' }
      if (fetched.kind === 'text') known = { version: fetched.version, text }
      const batch = { source: name, reports: read.reports }
      const complete = { from: now, to: range.to }
      return { kind: 'read', problems: read.problems, batch: read.problems.length ? batch : { ...batch, complete } }
    },
  }
}

function shifted(now: string, days: number): string {
  return new Date(Date.parse(now) + days * DAY).toISOString()
}
