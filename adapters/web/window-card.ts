// One window in full: when, what people notice, who, where it is told, and what became of it.

import { ownPage } from '../../src/answer/links.ts'
import { holdersInBrief } from '../../src/answer/roles.ts'
import { changeWord } from '../../src/digest/change-lines.ts'
import { momentInWords, spanInWords, spanParts } from '../../src/digest/spoken-time.ts'
import { planRemark } from '../../src/digest/window-lines.ts'
import type { Instant, MaintenanceChange, MaintenanceWindow } from '../../src/domain/maintenance.ts'
import type { Activity } from '../../src/domain/raci.ts'
import { type Fragment, type Html, html } from './html.ts'

/** What cards are said with. */
export interface CardSetting {
  readonly zone: string
  /** ISO day on the zone's clock. */
  readonly today: string
  readonly now: Instant
  readonly rowsOf: (product: string, title: string) => readonly Activity[]
}

/** Steps of a history that are told; older ones are counted. */
const MOST_CHANGES = 8

/** The element id of a window's card, and the part of its address after `#`. */
export function windowAddress({ id }: MaintenanceWindow): string {
  return `window:${encodeURIComponent(id.toWellFormed())}`
}

/** The card, an item of a list. */
export function renderWindow(window: MaintenanceWindow, setting: CardSetting): Html {
  const { products, title, kind, state, impact } = window
  const facts: readonly (readonly [string, Fragment])[] = [
    [products.length > 1 ? 'Products' : 'Product', products.join(', ')],
    ['Impact', impact ?? html`<span class="quiet">the source does not say</span>`],
    ['Who', html`<ul>${products.map((product) => renderWho(product, window, setting))}</ul>`],
    ['Announced', renderAnnounced(window, setting)],
    ['Told by', renderSources(window)],
    ...(window.history.length > 1 ? [['Changes', renderHistory(window, setting)] as const] : []),
  ]
  return html`
<li class="window" id="${windowAddress(window)}">
<h3 dir="auto">${title}${kind === 'emergency' && !/emergency/iu.test(title) && ' (emergency)'}</h3>
<p class="window-when">${renderSpan(window, setting)} <span class="state state-${state.replace(' ', '-')}">${state}</span>${renderRemark(window, setting)}</p>
<dl class="window-facts">${facts.map(
    ([name, fact]) => html`
<div><dt>${name}</dt><dd dir="auto">${fact}</dd></div>`,
  )}
</dl>
</li>`
}

function renderSpan({ start, end }: MaintenanceWindow, { zone, today }: CardSetting): Html {
  const { from, until, length } = spanParts(start, end, zone, today)
  return html`<time datetime="${start}">${from}</time> to <time datetime="${end}">${until}</time> (${length})`
}

function renderRemark(window: MaintenanceWindow, { now }: CardSetting): Html | undefined {
  const remark = planRemark(window, now)
  return remark === undefined ? undefined : html` <span class="quiet">${remark}</span>`
}

function renderWho(product: string, { products, title }: MaintenanceWindow, { rowsOf }: CardSetting): readonly Html[] {
  const of = products.length > 1 && html`${product}: `
  const rows = rowsOf(product, title)
  if (!rows.length)
    return [html`<li>${of}<span class="quiet">no loaded document has a row on updates and patches</span></li>`]
  return rows.map((row) => html`<li>${of}${holdersInBrief(row)}. <a href="${ownPage(row)}">${row.text}</a></li>`)
}

function renderAnnounced({ announcedAt }: MaintenanceWindow, { zone, today }: CardSetting): Html {
  if (announcedAt === undefined) return html`<span class="quiet">no source says when</span>`
  return html`<time datetime="${announcedAt}">${momentInWords(announcedAt, zone, today)}</time>`
}

function renderSources({ links }: MaintenanceWindow): readonly Fragment[] {
  return links.map(({ source, url }, at) => [
    at > 0 && ', ',
    url ? html`<a href="${url}" rel="external noopener noreferrer">${source}</a>` : source,
  ])
}

/** Newest first. */
function renderHistory(window: MaintenanceWindow, setting: CardSetting): Html {
  const { history } = window
  const told = history.map((change, at) => renderChange(change, history.slice(at + 1), window, setting)).toReversed()
  const older = told.length - MOST_CHANGES
  return html`<ol>${told.slice(0, MOST_CHANGES)}${older > 0 && html`<li class="quiet">and ${older} before</li>`}</ol>`
}

function renderChange(
  { at, kind, source, was }: MaintenanceChange,
  later: readonly MaintenanceChange[],
  window: MaintenanceWindow,
  { zone, today }: CardSetting,
): Html {
  const then = later.find((change) => change.was !== undefined)?.was ?? window
  const moved =
    was && ` from ${spanInWords(was.start, was.end, zone, today)} to ${spanInWords(then.start, then.end, zone, today)}`
  return html`<li>${changeWord(kind)}${moved} <span class="quiet">(${source}, <time datetime="${at}">${momentInWords(at, zone, today)}</time>)</span></li>`
}
