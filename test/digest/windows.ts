// Windows and reports as tests write them: only what a test is about is said.

import type { MaintenanceReport, MaintenanceWindow } from '../../src/domain/maintenance.ts'
import { mergeReports } from '../../src/domain/maintenance-merge.ts'

export const LEARNED = '2026-11-16T08:00:00.000Z'

/** One evening of work on Email Pro, announced three days before. */
export function report(given: Partial<MaintenanceReport> = {}): MaintenanceReport {
  return {
    source: 'status',
    key: 'm1',
    products: ['Email Pro'],
    title: 'Storage upgrade',
    start: '2026-11-19T21:00:00.000Z',
    end: '2026-11-19T22:30:00.000Z',
    zone: 'Europe/Paris',
    kind: 'planned',
    state: 'scheduled',
    ...given,
  }
}

/** The window that these reports make, taken in one after the other, a minute apart. */
export function windowOf(...reports: readonly MaintenanceReport[]): MaintenanceWindow {
  const [window, ...more] = windowsOf(...reports)
  if (!window || more.length) throw new Error(`${more.length + 1} windows, not one`)
  return window
}

/** All windows that these reports make. */
export function windowsOf(...reports: readonly MaintenanceReport[]): readonly MaintenanceWindow[] {
  return reports.reduce<readonly MaintenanceWindow[]>(
    (known, one, minute) => mergeReports(known, { source: one.source, reports: [one] }, laterBy(minute)).windows,
    [],
  )
}

/** That many minutes after the first report was learned. */
export function laterBy(minutes: number): string {
  return new Date(Date.parse(LEARNED) + minutes * 60_000).toISOString()
}
