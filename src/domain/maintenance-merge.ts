// Many reports become one window each: the same window told again, told otherwise, or told by a second source.

import type {
  ChangeKind,
  Instant,
  MaintenanceChange,
  MaintenanceFacts,
  MaintenanceLink,
  MaintenanceReport,
  MaintenanceState,
  MaintenanceWindow,
} from './maintenance.ts'

/** What one fetch of one source said. */
export interface MaintenanceBatch {
  readonly source: string
  readonly reports: readonly MaintenanceReport[]
  /**
   * Set where the source lists everything that begins within this time: a window of it that is not
   * in the list any more was called off. Absent: what is missing means nothing.
   */
  readonly complete?: { readonly from: Instant; readonly to: Instant }
}

export interface Merged {
  /** Every window, the known ones first, in their order. */
  readonly windows: readonly MaintenanceWindow[]
  /** Those that are new or changed, to be stored. */
  readonly changed: readonly MaintenanceWindow[]
}

/** Takes in a batch learned at `at`. Taking in the same batch again changes nothing. */
export function mergeReports(known: readonly MaintenanceWindow[], batch: MaintenanceBatch, at: Instant): Merged {
  const windows = new Map(known.map((window) => [window.id, window]))
  const changed = new Set<string>()
  const keep = (window: MaintenanceWindow) => {
    if (windows.get(window.id) === window) return
    windows.set(window.id, window)
    changed.add(window.id)
  }
  for (const report of batch.reports) keep(withReport([...windows.values()], report, at))
  for (const window of missingFrom(batch, [...windows.values()])) keep(withdrawn(window, batch.source, at))
  const all = [...windows.values()]
  return { windows: all, changed: all.filter((window) => changed.has(window.id)) }
}

function withReport(windows: readonly MaintenanceWindow[], report: MaintenanceReport, at: Instant): MaintenanceWindow {
  const window = windows.find((one) => linkOf(one, report)) ?? windows.find((one) => isTwin(one, report))
  if (!window) {
    const links: readonly MaintenanceLink[] = [{ ...report, changedAt: at }]
    const added: MaintenanceChange = { at, kind: 'added', source: report.source }
    return { ...combined(links), id: `${report.source}/${report.key}`, links, history: [added] }
  }
  const before = linkOf(window, report)
  if (before && sameFacts(before, report)) return window
  // Who only catches up, or words it otherwise, is not the newest word on when and whether.
  const agrees = report.start === window.start && report.end === window.end && report.state === window.state
  const link: MaintenanceLink = { ...report, changedAt: agrees ? (before?.changedAt ?? '') : at }
  const links = before ? window.links.map((one) => (one === before ? link : one)) : [...window.links, link]
  return renewed(window, links, report.source, at)
}

function linkOf(window: MaintenanceWindow, { source, key }: MaintenanceReport): MaintenanceLink | undefined {
  return window.links.find((link) => link.source === source && link.key === key)
}

/** Another source tells of the same: the same page, or a shared product at exactly the same time. */
function isTwin(window: MaintenanceWindow, report: MaintenanceReport): boolean {
  if (window.links.some((link) => link.source === report.source)) return false
  if (report.url !== undefined && window.links.some((link) => link.url === report.url)) return true
  const shared = report.products.some((product) => window.products.includes(product))
  return shared && window.start === report.start && window.end === report.end
}

function missingFrom({ source, reports, complete }: MaintenanceBatch, windows: readonly MaintenanceWindow[]) {
  if (!complete) return []
  const told = new Set(reports.map((report) => report.key))
  return windows.filter((window) =>
    window.links.some(
      (link) =>
        link.source === source &&
        !told.has(link.key) &&
        link.state === 'scheduled' &&
        link.start >= complete.from &&
        link.start < complete.to,
    ),
  )
}

function withdrawn(window: MaintenanceWindow, source: string, at: Instant): MaintenanceWindow {
  const links = window.links.map((link) =>
    link.source === source ? ({ ...link, state: 'cancelled', changedAt: at } as const) : link,
  )
  return renewed(window, links, source, at)
}

function renewed(
  window: MaintenanceWindow,
  links: readonly MaintenanceLink[],
  source: string,
  at: Instant,
): MaintenanceWindow {
  const after = combined(links)
  const changes = changesBetween(window, after).map((change) => ({ at, source, ...change }))
  return { ...after, id: window.id, links, history: [...window.history, ...changes] }
}

/** The first source's title; the newest word on the rest; what that leaves out from the others; the first announcement. */
function combined(links: readonly MaintenanceLink[]): MaintenanceFacts {
  const [first] = links
  const ranked = links.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0))
  const [newest] = ranked
  if (!first || !newest) throw new Error('a window without a source')
  const impact = ranked.find((link) => link.impact !== undefined)?.impact
  const [announcedAt] = links.flatMap((link) => link.announcedAt ?? []).toSorted()
  const { start, end, zone, kind, state } = newest
  return {
    products: [...new Set(links.flatMap((link) => link.products))],
    ...{ title: first.title, start, end, zone, kind, state },
    ...(impact === undefined ? {} : { impact }),
    ...(announcedAt === undefined ? {} : { announcedAt }),
  }
}

const STEPS: Readonly<Record<MaintenanceState, ChangeKind>> = {
  scheduled: 'reopened',
  'in progress': 'started',
  verifying: 'verifying',
  completed: 'completed',
  cancelled: 'cancelled',
}

function changesBetween(
  before: MaintenanceFacts,
  after: MaintenanceFacts,
): readonly Pick<MaintenanceChange, 'kind' | 'was'>[] {
  const moved = before.start !== after.start || before.end !== after.end
  const step = before.state !== after.state
  const was = { start: before.start, end: before.end }
  const worded = wordsOf(before) !== wordsOf(after)
  return [
    ...(moved ? [{ kind: 'moved', was } as const] : []),
    ...(step ? [{ kind: STEPS[after.state] }] : []),
    ...(worded && !moved && !step ? [{ kind: 'reworded' } as const] : []),
  ]
}

function wordsOf({ products, title, impact, kind }: MaintenanceFacts): string {
  return JSON.stringify([products.toSorted(), title, impact, kind])
}

function sameFacts(link: MaintenanceLink, report: MaintenanceReport): boolean {
  const facts = ({ start, end, zone, state, announcedAt, url, ...words }: MaintenanceReport) =>
    JSON.stringify([wordsOf({ start, end, zone, state, ...words }), start, end, zone, state, announcedAt, url])
  return facts(link) === facts(report)
}
