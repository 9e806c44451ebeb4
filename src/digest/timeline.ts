// Where windows lie on the weeks of a calendar, on one clock: what a timeline draws. Pure; days of 23 and 25 hours
// are as wide as any other.

import { Temporal } from 'temporal-polyfill'
import type { Instant, MaintenanceWindow } from '../domain/maintenance.ts'
import { dayAfter } from './business-days.ts'
import { instantAt, localTime } from './local-time.ts'

const DAYS = 7
/** A window of minutes would be a hair: nothing is drawn narrower than this part of a week. */
const NARROWEST = 0.012

export interface TimelineWeek {
  /** Seven ISO days, Monday first. */
  readonly days: readonly string[]
  /** By product, in the order of the alphabet; empty for a week without windows. */
  readonly products: readonly { readonly product: string; readonly bars: readonly TimelineBar[] }[]
  /** Where now is, from 0 to 1; absent in weeks that now is not in. */
  readonly now?: number
}

export interface TimelineBar {
  readonly window: MaintenanceWindow
  /** Parts of the week, from 0 to 1. */
  readonly from: number
  readonly width: number
}

/** The week of `now` and those after it, on the zone's clock. A window of several products stands with each. */
export function timelineOf(
  windows: readonly MaintenanceWindow[],
  zone: string,
  now: Instant,
  count: number,
): readonly TimelineWeek[] {
  const today = localTime(now, zone).day
  const monday = dayAfter(today, 1 - Temporal.PlainDate.from(today).dayOfWeek)
  return Array.from({ length: count }, (_, week) => weekOf(windows, zone, now, dayAfter(monday, week * DAYS)))
}

function weekOf(windows: readonly MaintenanceWindow[], zone: string, now: Instant, monday: string): TimelineWeek {
  const days = Array.from({ length: DAYS }, (_, day) => dayAfter(monday, day))
  const midnights = [...days, dayAfter(monday, DAYS)].map((day) => instantAt(day, '00:00', zone))
  const [begin = '', end = ''] = [midnights[0], midnights.at(-1)]
  const bars = windows
    .filter((window) => window.start < end && (window.end > begin || window.start >= begin))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
    .map((window) => ({ window, ...placed(window, midnights) }))
  const products = [...new Set(bars.flatMap(({ window }) => window.products))]
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((product) => ({ product, bars: bars.filter(({ window }) => window.products.includes(product)) }))
  return { days, products, ...(now >= begin && now < end ? { now: partOf(now, midnights) } : {}) }
}

function placed({ start, end }: MaintenanceWindow, midnights: readonly Instant[]) {
  const width = Math.max(partOf(end, midnights) - partOf(start, midnights), NARROWEST)
  return { from: Math.min(partOf(start, midnights), 1 - width), width }
}

/** How far into the week the moment is, from 0 to 1; days count alike, whatever clocks do on them. */
function partOf(moment: Instant, midnights: readonly Instant[]): number {
  const day = midnights.findLastIndex((midnight) => midnight <= moment)
  if (day < 0) return 0
  const [from, to] = [midnights[day], midnights[day + 1]]
  if (from === undefined || to === undefined) return 1
  return (day + (Date.parse(moment) - Date.parse(from)) / (Date.parse(to) - Date.parse(from))) / DAYS
}
