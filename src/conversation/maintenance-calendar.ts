// The windows that people see and change in chat: which are open, how they are called, and what one is in a line.

import { localTime } from '../digest/local-time.ts'
import { whenOf } from '../digest/window-lines.ts'
import {
  CHAT_SOURCE,
  type MaintenanceLink,
  type MaintenanceReport,
  type MaintenanceWindow,
} from '../domain/maintenance.ts'
import type { Clock } from '../ports/clock.ts'
import type { MaintenanceStore } from '../ports/maintenance-store.ts'
import { codesOf, windowsCalled } from './window-codes.ts'

/** What ended longer ago is history, whatever its state. */
const LOOKED_BACK = 3 * 86_400_000
const OVER = new Set<MaintenanceWindow['state']>(['completed', 'cancelled'])

export interface MaintenanceCalendar {
  readonly maintenance: MaintenanceStore
  readonly clock: Clock
}

/** Windows of the last days and all to come, in the order of their start; those that are over too. */
export async function recentWindows(calendar: MaintenanceCalendar): Promise<readonly MaintenanceWindow[]> {
  const from = new Date(calendar.clock.now().getTime() - LOOKED_BACK).toISOString()
  const windows = await calendar.maintenance.since(from)
  return windows
    .filter(({ end }) => end > from)
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
}

/** Neither completed nor cancelled. */
export function isOpen({ state }: MaintenanceWindow): boolean {
  return !OVER.has(state)
}

export type Named =
  | { readonly kind: 'one'; readonly window: MaintenanceWindow; readonly code: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly codes: readonly string[] }

/** The window that was named by its short id, or by its own as a button carries it. */
export async function windowNamed(name: string, calendar: MaintenanceCalendar): Promise<Named> {
  const windows = await recentWindows(calendar)
  const codes = codesOf(windows)
  const exact = windows.filter(({ id }) => id === name)
  const found = exact.length ? exact : windowsCalled(name, windows)
  const [window] = found
  if (!window) return { kind: 'none' }
  if (found.length > 1) return { kind: 'several', codes: found.map(({ id }) => codes.get(id) ?? id) }
  return { kind: 'one', window, code: codes.get(window.id) ?? '' }
}

/** The window that this report became part of, with its short id. */
export async function windowToldAs(
  { source, key }: Pick<MaintenanceReport, 'source' | 'key'>,
  calendar: MaintenanceCalendar,
): Promise<{ readonly window: MaintenanceWindow; readonly code: string } | undefined> {
  const windows = await recentWindows(calendar)
  const window = windows.find(({ links }) => links.some((link) => link.source === source && link.key === key))
  return window && { window, code: codesOf(windows).get(window.id) ?? '' }
}

/** What people in chat said of the window; undefined when it was told by others alone. */
export function chatLink({ links }: MaintenanceWindow): MaintenanceLink | undefined {
  return links.find(({ source }) => source === CHAT_SOURCE)
}

/** When the window is, on the clock of the zone, and what it is at. */
export function whenInWords(window: MaintenanceWindow, zone: string, { clock }: Pick<MaintenanceCalendar, 'clock'>) {
  const now = clock.now().toISOString()
  return whenOf(window, { zone, now, day: localTime(now, zone).day })
}
