// A channel's windows as an iCalendar object (RFC 5545), for programs that show calendars. Times are in UTC: every
// program shows them on its reader's clock. Each window is one event for good: changes come with a higher SEQUENCE.

import { createHash } from 'node:crypto'
import ical, { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { ownPage } from '../../src/answer/links.ts'
import { holdersInBrief } from '../../src/answer/roles.ts'
import { listed, quoted } from '../../src/answer/wording.ts'
import { titleOf } from '../../src/digest/window-lines.ts'
import type { MaintenanceWindow } from '../../src/domain/maintenance.ts'
import type { Activity } from '../../src/domain/raci.ts'

/** How often programs should look again (s). */
const ASKED_EVERY = 3600

export interface CalendarFeed {
  readonly windows: readonly MaintenanceWindow[]
  /** Products of the channel; empty for all. */
  readonly products: readonly string[]
  readonly rowsOf: (product: string, title: string) => readonly Activity[]
  /** Where our pages are, without a trailing slash; absent: no links to them. */
  readonly publicUrl?: string
}

/** The calendar as text. The same windows give the same text, so that its ETag says whether anything changed. */
export function writeCalendar({ windows, products, ...setting }: CalendarFeed): string {
  const name = `Maintenance: ${products.length ? listed(products) : 'all products'}`
  const calendar = ical({ name: clean(name), prodId: { company: 'raci', product: 'maintenance' }, ttl: ASKED_EVERY })
  windows
    .filter((window) => !products.length || window.products.some((product) => products.includes(product)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .forEach((window) => {
      calendar.createEvent(eventOf(window, setting))
    })
  return calendar.toString()
}

function eventOf(window: MaintenanceWindow, setting: Omit<CalendarFeed, 'windows' | 'products'>): ICalEventData {
  const { id, start, end, state, history, products, links } = window
  const changed = history.at(-1)?.at ?? start
  const url = links.find((link) => link.url !== undefined)?.url
  return {
    id: `${createHash('sha256').update(id).digest('hex').slice(0, 32)}@raci`,
    sequence: history.length - 1,
    // Without a METHOD it is when the event was revised (RFC 5545, 3.8.7.2), not when it was written down.
    ...{ stamp: changed, lastModified: changed, created: history[0]?.at ?? changed },
    start,
    // An end must come after the start (3.8.2.2): a window without length has none.
    ...(end > start ? { end } : {}),
    summary: clean(titleOf(window)),
    description: clean(describe(window, setting)),
    categories: products.map((product) => ({ name: clean(product) })),
    status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // It takes nobody's time.
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(url === undefined ? {} : { url: plainAddress(url) }),
  }
}

function describe(
  { state, title, impact, products, links, announcedAt }: MaintenanceWindow,
  { rowsOf, publicUrl }: Omit<CalendarFeed, 'windows' | 'products'>,
): string {
  const who = products.flatMap((product) =>
    rowsOf(product, title).flatMap((row) => [
      `${product}: ${holdersInBrief(row)}: ${quoted(row.text)}`,
      ...(publicUrl === undefined ? [] : [`${publicUrl}${ownPage(row)}`]),
    ]),
  )
  return [
    `State: ${state}`,
    `Impact: ${impact ?? 'the source does not say'}`,
    ...who,
    ...(announcedAt === undefined ? [] : [`Announced: ${announcedAt.slice(0, 16).replace('T', ' ')} UTC`]),
    `Told by: ${listed(links.map(({ source, url }) => (url === undefined ? source : `${source} ${url}`)))}`,
  ].join('\n')
}

/** Text may hold no control characters but the ends of lines (RFC 5545, 3.1). */
function clean(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\n]/gu, ' ')
}

/** The library escapes addresses as if they were text, which they are not: nothing is left to escape. */
function plainAddress(url: string): string {
  return url.replaceAll(/[,;\\]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
