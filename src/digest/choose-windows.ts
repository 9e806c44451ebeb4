// Which windows a digest tells of, and where: today and under way, the next business days, what changed.

import type { ChangeKind, MaintenanceChange, MaintenanceWindow } from '../domain/maintenance.ts'
import { dayAfter, nextBusinessDays } from './business-days.ts'
import type { DigestInput } from './digest-input.ts'
import { instantAt } from './local-time.ts'

/** Business days after today that a digest looks ahead. */
const AHEAD = 3
const UNDER_WAY = new Set<MaintenanceWindow['state']>(['in progress', 'verifying'])
const OVER = new Set<MaintenanceWindow['state']>(['completed', 'cancelled'])
const TOLD_CHANGES = new Set<ChangeKind>(['added', 'moved', 'cancelled', 'completed', 'reopened'])

export interface Chosen {
  /** Under way, or touching today; in the order of their start. */
  readonly today: readonly MaintenanceWindow[]
  /** Beginning later, up to the last of `days`, days off in between included. */
  readonly ahead: readonly MaintenanceWindow[]
  /** The business days that were looked ahead. */
  readonly days: readonly string[]
  readonly changed: readonly { readonly window: MaintenanceWindow; readonly changes: readonly MaintenanceChange[] }[]
}

/** Sorts the channel's windows into the parts of its digest. */
export function chooseWindows(input: DigestInput): Chosen {
  const { windows, products, zone, weekdays, holidays, day, now, since } = input
  const ours = windows
    .filter((window) => !products.length || window.products.some((product) => products.includes(product)))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
  const days = nextBusinessDays(day, AHEAD, { weekdays, ...(holidays ? { holidays } : {}) })
  const morning = instantAt(day, '00:00', zone)
  const night = instantAt(dayAfter(day), '00:00', zone)
  const last = instantAt(dayAfter(days.at(-1) ?? day), '00:00', zone)
  const open = ours.filter((window) => !OVER.has(window.state))
  const isToday = ({ start, end, state }: MaintenanceWindow) =>
    UNDER_WAY.has(state) || (start < night && end > morning && end > now) || (start >= morning && start < night)
  const today = open.filter(isToday)
  const ahead = open.filter((window) => !isToday(window) && window.start >= night && window.start < last)
  const changed =
    since === undefined
      ? []
      : ours.flatMap((window) => {
          const changes = window.history.filter(({ at, kind }) => at > since && at <= now && TOLD_CHANGES.has(kind))
          return changes.length ? [{ window, changes }] : []
        })
  return { today, ahead, days, changed }
}
