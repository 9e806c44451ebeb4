// The weeks as bars: a row a window, drawn with SVG attributes because pages may not hold styles of their own.
// Whoever does not see the bars reads the same rows as a list of links with their times.

import { localTime } from '../../src/digest/local-time.ts'
import { dayInWords } from '../../src/digest/spoken-time.ts'
import type { TimelineBar, TimelineWeek } from '../../src/digest/timeline.ts'
import type { Instant } from '../../src/domain/maintenance.ts'
import { type Html, html } from './html.ts'
import { windowAddress } from './window-card.ts'

const DAYS = 7
/** Bars of one product in one week; more are counted. */
const MOST_BARS = 40
const MIDNIGHTS = Array.from({ length: DAYS - 1 }, (_, day) => {
  const at = percent((day + 1) / DAYS)
  return html`<line class="midnight" x1="${at}" x2="${at}" y2="100%"/>`
})

/** One week, or a line that says that it has none. */
export function renderWeek({ days, products, now }: TimelineWeek, zone: string, today: string): Html {
  const [first = today, last = today] = [days[0], days.at(-1)]
  const title = `${now === undefined ? '' : 'This week, '}${dateOf(first, today)} to ${dateOf(last, today)}`
  if (!products.length)
    return html`\n<section class="week week-empty"><h3>${title}</h3><p class="quiet">Nothing planned.</p></section>`
  return html`
<section class="week">
<h3>${title}</h3>
<div class="week-days" aria-hidden="true">${days.map(
    (day) =>
      html`<span${day === today && html` class="today"`}>${weekdayOf(day)} <b>${Number(day.slice(8))}</b></span>`,
  )}</div>
${products.map(
  ({ product, bars }) => html`
<h4 dir="auto">${product}</h4>
<ol class="rows">${bars.slice(0, MOST_BARS).map((bar) => renderRow(bar, { days, zone, now }))}
</ol>${bars.length > MOST_BARS && html`<p class="quiet">and ${bars.length - MOST_BARS} more</p>`}`,
)}
</section>`
}

interface RowSetting {
  readonly days: readonly string[]
  readonly zone: string
  readonly now: number | undefined
}

function renderRow({ window, from, width }: TimelineBar, { days, zone, now }: RowSetting): Html {
  const { title, start, end, state, kind } = window
  return html`
<li class="row"><p class="row-label"><a href="#${windowAddress(window)}" dir="auto">${title}</a> <span class="row-when">${shortSpan(start, end, zone, days)}${kind === 'emergency' && ', emergency'}${state !== 'scheduled' && `, ${state}`}</span></p>
<svg class="track" aria-hidden="true" focusable="false"><rect class="weekend" x="${percent(5 / DAYS)}" width="${percent(2 / DAYS)}" height="100%"/>${MIDNIGHTS}<rect class="span span-${state.replace(' ', '-')}" x="${percent(from)}" width="${percent(width)}" y="20%" height="60%" rx="3"/>${
    now !== undefined && html`<line class="now" x1="${percent(now)}" x2="${percent(now)}" y2="100%"/>`
  }</svg></li>`
}

/** `Thu 19, 22:00 to 23:30`, `Sat 28, 07:00 to 1 December, 19:00`: of days outside of the week the month is told. */
function shortSpan(start: Instant, end: Instant, zone: string, days: readonly string[]): string {
  const [from, to] = [localTime(start, zone), localTime(end, zone)]
  const dayOf = (day: string) =>
    days.includes(day) ? `${weekdayOf(day)} ${Number(day.slice(8))}` : dateOf(day, days[0] ?? day)
  return `${dayOf(from.day)}, ${from.time} to ${from.day === to.day ? to.time : `${dayOf(to.day)}, ${to.time}`}`
}

function weekdayOf(day: string): string {
  return dayInWords(day, day).slice(0, 3)
}

/** `16 November` */
function dateOf(day: string, today: string): string {
  return dayInWords(day, today).replace(/^\S+ /u, '')
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(2))}%`
}
