// A status page as a source: what is coming, what is under way, and the latest, so that the end is told too.

import type { MaintenanceReport } from '../../src/domain/maintenance.ts'
import type { MaintenanceSource, SourceReading } from '../../src/ports/maintenance-source.ts'
import type { Groups } from './component-names.ts'
import { type FetchedText, type FetchOptions, fetchText, type Version } from './fetch-text.ts'
import { type ReadPage, readGroups, readStatuspage } from './read-statuspage.ts'
import type { SourceConfig } from './source-config.ts'

/** The latest first: where two lists tell of one window, the later list is fresher on what it is for. */
const LISTS = [
  'scheduled-maintenances.json',
  'scheduled-maintenances/upcoming.json',
  'scheduled-maintenances/active.json',
]
const TYPES = ['application/json']
/** No window is planned further ahead. */
const FAR = '9999-12-31T00:00:00.000Z'

/** Names the groups of components, which the other lists may not; a page does without it as well. */
const COMPONENTS = 'components.json'

interface Known {
  readonly version: Version
  readonly text: string
}

/** Reads the page's three lists; what they said is kept in this process, so that `304 Not Modified` has a meaning. */
export function statuspageSource(
  config: SourceConfig,
  limits: Pick<FetchOptions, 'timeoutMs' | 'largest'> = {},
): MaintenanceSource {
  const known = new Map<string, Known>()
  let groups: Groups = new Map()
  const { name, url, allowPrivateRedirects } = config
  const root = url.replace(/\/+$/u, '').replace(/\/api\/v2$/u, '')

  async function ask(list: string): Promise<FetchedText> {
    const version = known.get(list)?.version
    const options = { types: TYPES, allowPrivateRedirects, ...limits, ...(version ? { version } : {}) }
    return fetchText(`${root}/api/v2/${list}`, options)
  }

  async function readList(list: string): Promise<FetchedText['kind'] | Extract<SourceReading, { kind: 'failed' }>> {
    const fetched = await ask(list)
    if (fetched.kind === 'failed') return fetched
    if (fetched.kind === 'unchanged') return 'unchanged'
    if (!readStatuspage(fetched.text, config))
      return { kind: 'failed', reason: 'answered with something that is no list of maintenances, or only a part of it' }
    known.set(list, fetched)
    return 'text'
  }

  /** True when groups were told anew. */
  async function regroup(): Promise<boolean> {
    const fetched = await ask(COMPONENTS)
    if (fetched.kind !== 'text') return false
    known.set(COMPONENTS, fetched)
    groups = readGroups(fetched.text)
    return true
  }

  return {
    name,
    async read(now) {
      const [read, isRegrouped] = await Promise.all([Promise.all(LISTS.map(readList)), regroup()])
      const failure = read.find((one) => typeof one === 'object')
      if (failure) return failure
      if (!isRegrouped && read.every((one) => one === 'unchanged')) return { kind: 'unchanged' }
      const texts = LISTS.flatMap((list) => known.get(list)?.text ?? [])
      const pages = texts.flatMap((text): readonly ReadPage[] => {
        const page = readStatuspage(text, config, groups)
        return page ? [page] : []
      })
      const reports = new Map<string, MaintenanceReport>()
      for (const report of pages.flatMap((page) => page.reports)) reports.set(report.key, report)
      const problems = [...new Set(pages.flatMap((page) => page.problems))]
      const batch = { source: name, reports: [...reports.values()] }
      // What could not be read may be what seems to be missing.
      return { kind: 'read', problems, batch: problems.length ? batch : { ...batch, complete: { from: now, to: FAR } } }
    },
  }
}
