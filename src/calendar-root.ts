// The part of the composition root that finds the sources of maintenance, and what the console shows of it; where no
// chat platform is served it keeps the calendar itself. Like main.ts it may import adapters, and nothing but the composition root imports it.

import { join } from 'node:path'
import type { Logger } from 'pino'
import { readMaintenanceFolder } from '../adapters/sources/maintenance-folder.ts'
import { readSourceList } from '../adapters/sources/read-source-list.ts'
import { sourcesOf } from '../adapters/sources/sources-of.ts'
import { MemoryMaintenanceStore } from '../adapters/storage/memory-maintenance-store.ts'
import type { Store } from '../adapters/storage/open-store.ts'
import type { Board } from '../adapters/web/board.ts'
import type { Config, SlackConfig } from './config.ts'
import { refresh } from './digest/refresh.ts'
import type { HolidayCalendar } from './domain/maintenance.ts'
import type { Clock } from './ports/clock.ts'
import type { DigestStatus } from './ports/digest-status.ts'
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

/** What the console shows where chat platforms are served: all that the store knows. */
export function chatBoard(
  { slack, teams, publicUrl }: Pick<Config, 'slack' | 'teams' | 'publicUrl'>,
  { names }: FoundSources,
  store: Store,
  { status, clock }: { readonly status: DigestStatus; readonly clock: Clock },
): Board {
  return {
    ...{ maintenance: store.maintenance, sources: names, clock },
    ...(publicUrl ? { publicUrl } : {}),
    digests: {
      status,
      subscriptions: store.subscriptions,
      channelOf: (secret) => store.feeds.find(secret),
      store: store.health,
      platforms: [
        { name: 'Slack', state: slack ? slackInWords(slack) : 'off' },
        { name: 'Teams', state: teams ? (teams === 'development' ? 'on, for this machine alone' : 'on') : 'off' },
      ],
    },
  }
}

function slackInWords({ intake, ...identity }: SlackConfig): string {
  const whose = 'botToken' in identity ? 'one workspace' : 'many workspaces'
  return `on, ${whose} over ${intake.mode === 'socket' ? 'Socket Mode' : 'signed HTTP'}`
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
