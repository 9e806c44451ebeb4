// The part of the composition root that finds the sources of maintenance, and keeps the console's calendar where no
// chat platform is served. Like main.ts it may import adapters, and nothing but the composition root imports it.

import { join } from 'node:path'
import type { Logger } from 'pino'
import { readMaintenanceFolder } from '../adapters/sources/maintenance-folder.ts'
import { readSourceList } from '../adapters/sources/read-source-list.ts'
import { sourcesOf } from '../adapters/sources/sources-of.ts'
import { MemoryMaintenanceStore } from '../adapters/storage/memory-maintenance-store.ts'
import type { Board } from '../adapters/web/board.ts'
import { refresh } from './digest/refresh.ts'
import type { HolidayCalendar } from './domain/maintenance.ts'
import type { Clock } from './ports/clock.ts'
import type { MaintenanceSource } from './ports/maintenance-source.ts'

/** Sources are asked no more often than this (ms). */
export const REFRESHED_EVERY = 5 * 60_000

/** Where sources are named. */
export interface SourcePlaces {
  /** The folder of the documents. */
  readonly folder: string
  /** The list in the environment; absent for none. */
  readonly listed?: string
}

export interface FoundSources {
  readonly sources: readonly MaintenanceSource[]
  readonly names: readonly string[]
  readonly holidays: readonly HolidayCalendar[]
}

/** The sources and holidays of the folder and the environment. Throws AppError for faults of the environment's. */
export async function findSources({ folder, listed = '' }: SourcePlaces): Promise<FoundSources> {
  const maintenance = join(folder, 'maintenance')
  const read = await readMaintenanceFolder(maintenance)
  const taken = read.sources.map(({ name }) => name)
  const sources = sourcesOf(maintenance, [...read.sources, ...readSourceList(listed, taken)])
  return { sources, names: sources.map(({ name }) => name), holidays: read.holidays }
}

/** The calendar of a console alone: in memory, read from `start` on every five minutes, in the background. */
export function keepCalendar(
  { sources, names }: FoundSources,
  { clock, log, publicUrl }: { readonly clock: Clock; readonly log: Logger; readonly publicUrl?: string },
) {
  const maintenance = new MemoryMaintenanceStore()
  const board: Board = { maintenance, sources: names, clock, ...(publicUrl ? { publicUrl } : {}) }
  const read = () => {
    refresh(sources, maintenance, clock.now().toISOString()).then(
      ({ problems }) => {
        for (const problem of problems) log.warn({ problem }, 'maintenance: not understood')
      },
      (error: unknown) => log.warn({ err: error }, 'maintenance: the sources could not be read'),
    )
  }
  let reading: NodeJS.Timeout | undefined
  return {
    board,
    async start() {
      read()
      reading = setInterval(read, REFRESHED_EVERY)
    },
    stop: async () => clearInterval(reading),
  }
}
