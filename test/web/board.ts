// What the console's pages on maintenance show in tests: a calendar in memory, filled by reports in their order.

import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import type { Board } from '../../adapters/web/board.ts'
import type { MaintenanceReport } from '../../src/domain/maintenance.ts'
import type { SourceStanding } from '../../src/ports/maintenance-store.ts'

/** Wednesday, 18 November 2026, 08:30 in Paris. */
export const NOW = '2026-11-18T07:30:00.000Z'

/** A board at `NOW`; the reports were told one an hour from Monday, 08:00 UTC on. */
export async function boardOf(
  reports: readonly MaintenanceReport[] = [],
  standings: readonly SourceStanding[] = [],
  given: Partial<Board> = {},
): Promise<Board> {
  const maintenance = new MemoryMaintenanceStore()
  for (const [hour, report] of reports.entries()) {
    const at = new Date(Date.parse('2026-11-16T08:00:00.000Z') + hour * 3_600_000).toISOString()
    await maintenance.take({ source: report.source, reports: [report] }, at)
  }
  for (const standing of standings) await maintenance.stand(standing)
  return { maintenance, sources: ['knowledge', 'status'], clock: { now: () => new Date(NOW) }, ...given }
}
