// The calendar of this process only: for a terminal, and for the contract's own proof.

import type { Instant, MaintenanceWindow } from '../../src/domain/maintenance.ts'
import { type MaintenanceBatch, mergeReports } from '../../src/domain/maintenance-merge.ts'
import type { MaintenanceStore, SourceStanding } from '../../src/ports/maintenance-store.ts'

export class MemoryMaintenanceStore implements MaintenanceStore {
  #windows: readonly MaintenanceWindow[] = []
  readonly #standings = new Map<string, SourceStanding>()

  async take(batch: MaintenanceBatch, at: Instant): Promise<readonly MaintenanceWindow[]> {
    const { windows, changed } = mergeReports(this.#windows, batch, at)
    this.#windows = windows
    return changed
  }

  async since(from: Instant): Promise<readonly MaintenanceWindow[]> {
    return this.#windows.filter(({ end, history }) => end > from || history.some(({ at }) => at > from))
  }

  async standings(): Promise<readonly SourceStanding[]> {
    return [...this.#standings.values()]
  }

  async stand(standing: SourceStanding): Promise<void> {
    this.#standings.set(standing.source, standing)
  }
}
