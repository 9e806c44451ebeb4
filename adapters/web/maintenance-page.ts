// The calendar of maintenance: the coming weeks as bars, every window in full below them, and how its sources are.

import { counted } from '../../src/answer/wording.ts'
import { outageWords } from '../../src/digest/compose-digest.ts'
import { localTime } from '../../src/digest/local-time.ts'
import { outagesOf } from '../../src/digest/refresh.ts'
import { timelineOf } from '../../src/digest/timeline.ts'
import type { Instant, MaintenanceWindow } from '../../src/domain/maintenance.ts'
import type { Activity } from '../../src/domain/raci.ts'
import type { SourceStanding } from '../../src/ports/maintenance-store.ts'
import { ZONE_SCRIPT } from './assets.ts'
import { type Html, html } from './html.ts'
import { renderPage } from './layout.ts'
import { renderSources } from './source-list.ts'
import { renderWeek } from './timeline-figure.ts'
import { renderViewForm, type View } from './view.ts'
import { type CardSetting, renderWindow } from './window-card.ts'

/** This week and the three after it. */
const WEEKS = 4
/** Cards in one part of the page; the bars have all of them. */
const MOST_CARDS = 200

export interface CalendarPage {
  readonly windows: readonly MaintenanceWindow[]
  readonly standings: readonly SourceStanding[]
  /** Names of the configured sources. */
  readonly sources: readonly string[]
  readonly view: View
  readonly now: Instant
  readonly rowsOf: (product: string, title: string) => readonly Activity[]
  /** Whether channels have calendars with addresses. */
  readonly hasFeeds: boolean
}

/** Every product that has a window, by the alphabet. */
export function productsOf(windows: readonly MaintenanceWindow[]): readonly string[] {
  return [...new Set(windows.flatMap(({ products }) => products))].toSorted((a, b) => a.localeCompare(b, 'en'))
}

export function renderMaintenancePage({ windows, standings, sources, hasFeeds, ...page }: CalendarPage): string {
  const { view, now, rowsOf } = page
  const { zone, product } = view
  const today = localTime(now, zone).day
  const shown = windows.filter(({ products }) => product === undefined || products.includes(product))
  const setting: CardSetting = { zone, today, now, rowsOf }
  const content = html`
<h1>Maintenance</h1>
${outagesOf(standings, sources).map((outage) => html`<p class="outage" role="status">${outageWords(outage, zone, today)}</p>`)}
${
  windows.length > 0
    ? html`${renderViewForm(view, productsOf(windows))}
<p class="lead">Times are of ${zone}.</p>
${renderCalendar(shown, setting)}`
    : renderEmpty(sources)
}
${hasFeeds && html`<p class="note">As a calendar in other programs: type <code>/raci digest calendar</code> in a channel that gets the digest.</p>`}
${renderSources(sources, standings, setting)}`
  // without weeks there is nothing wide: all of it stands in the one narrow column
  const main = windows.length > 0 ? content : html`<div class="narrow">${content}</div>`
  return renderPage({ title: 'Maintenance', current: 'maintenance', main, script: ZONE_SCRIPT })
}

function renderCalendar(windows: readonly MaintenanceWindow[], setting: CardSetting): Html {
  const { zone, today, now } = setting
  const parts = partsOf(windows, now)
  return html`
<section aria-labelledby="weeks"><h2 id="weeks" class="visually-hidden">The coming weeks</h2>
${timelineOf(windows, zone, now, WEEKS).map((week) => renderWeek(week, zone, today))}
</section>
${renderPart('under-way', 'Under way', parts.underWay, setting)}
${renderPart('coming', 'Coming', parts.coming, setting)}
${renderPart('over', 'Over or cancelled', parts.over.toReversed(), setting)}`
}

function renderPart(
  id: string,
  title: string,
  windows: readonly MaintenanceWindow[],
  setting: CardSetting,
): Html | undefined {
  if (!windows.length) return undefined
  const more = windows.length - MOST_CARDS
  return html`
<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="quiet">${counted(windows.length, 'window')}</span></h2>
<ul class="windows">${windows.slice(0, MOST_CARDS).map((window) => renderWindow(window, setting))}
</ul>${more > 0 && html`<p class="quiet">${counted(more, 'more window', 'more windows')}: choose a product to see fewer at once.</p>`}
</section>`
}

function partsOf(windows: readonly MaintenanceWindow[], now: Instant) {
  const sorted = windows.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
  const part = (window: MaintenanceWindow) => {
    if (window.state === 'in progress' || window.state === 'verifying') return 'underWay'
    if (window.state === 'completed' || window.state === 'cancelled' || window.end <= now) return 'over'
    return window.start <= now ? 'underWay' : 'coming'
  }
  const groups = Map.groupBy(sorted, part)
  return { underWay: groups.get('underWay') ?? [], coming: groups.get('coming') ?? [], over: groups.get('over') ?? [] }
}

function renderEmpty(sources: readonly string[]): Html {
  return html`
<p class="lead">${sources.length > 1 ? 'No source tells of any maintenance.' : 'No maintenance is known.'}</p>
<p>Windows come from three places:</p>
<ul class="ways">
<li>a status page or a calendar: name its address in <code>knowledge/maintenance/*.yaml</code>, or in the variable <code>MAINTENANCE_SOURCES</code>;</li>
<li>a file: write the window itself into <code>knowledge/maintenance/*.yaml</code>;</li>
<li>chat: <code>/raci maintenance add</code> in Slack or Teams.</li>
</ul>
<p><code>knowledge/README.md</code> shows how each of them is written.</p>`
}
