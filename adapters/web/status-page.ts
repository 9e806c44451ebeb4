// How the digests are doing: days, the run under way, sources, platforms, the store. Of channels it tells the last
// characters of their ids and nothing else.

import { counted } from '../../src/answer/wording.ts'
import { dayInWords, momentInWords } from '../../src/digest/spoken-time.ts'
import type { DigestDayStatus, GoneChannel, PostCounts, RunProgress } from '../../src/ports/digest-status.ts'
import type { SourceStanding } from '../../src/ports/maintenance-store.ts'
import type { Channel } from '../../src/ports/place.ts'
import type { PlatformState } from './board.ts'
import { type Fragment, type Html, html } from './html.ts'
import { renderPage } from './layout.ts'
import { renderSources } from './source-list.ts'

/** Characters of a channel's id that are told. */
const TOLD = 4

export interface StatusPage {
  readonly documents: number
  /** ISO day in UTC. */
  readonly today: string
  /** Names of the configured sources. */
  readonly sources: readonly string[]
  /** Absent while the store is down. */
  readonly standings?: readonly SourceStanding[]
  /** Absent where no platform is served. */
  readonly digests?: {
    readonly isStoreUp: boolean
    readonly platforms: readonly PlatformState[]
    /** Absent while the store is down. */
    readonly told?: {
      readonly days: readonly DigestDayStatus[]
      readonly gone: readonly GoneChannel[]
    }
    readonly run?: RunProgress
  }
}

export function renderStatusPage({ documents, today, sources, standings, digests }: StatusPage): string {
  const main = html`
<h1>Status</h1>
<p class="lead">Times are of UTC.</p>
${renderParts(documents, digests)}
${digests?.run && renderRun(digests.run, today)}
${digests?.told && renderDays(digests.told.days, today)}
${standings && renderSources(sources, standings, { zone: 'UTC', today })}
${digests?.told && renderGone(digests.told.gone, today)}`
  return renderPage({ title: 'Status', current: 'status', main })
}

function renderParts(documents: number, digests: StatusPage['digests']): Html {
  const store =
    digests &&
    (digests.isStoreUp
      ? 'up'
      : html`<span class="severity error">down</span>: digests wait for it, questions are answered`)
  const parts: readonly (readonly [string, Fragment])[] = [
    ['Documents', `${documents} loaded`],
    ['Store', store ?? 'none: no chat platform is configured, the calendar is kept in memory'],
    ...(digests?.platforms ?? []).map(({ name, state }) => [name, state] as const),
  ]
  return html`
<dl class="window-facts">${parts.map(
    ([name, state]) => html`
<div><dt>${name}</dt><dd>${state}</dd></div>`,
  )}
</dl>`
}

function renderRun({ startedAt, endedAt, due, posted, failed, left }: RunProgress, today: string): Html {
  const when =
    endedAt === undefined
      ? html`since ${time(startedAt, today)}`
      : html`${time(startedAt, today)} to ${time(endedAt, today)}`
  return html`
<section aria-labelledby="run"><h2 id="run">${endedAt === undefined ? 'Posting now' : 'Last run'}</h2>
<p><progress max="${Math.max(due, 1)}" value="${due - left}" aria-label="Progress"></progress> ${posted} of ${counted(due, 'digest')} posted${failed > 0 && `, ${failed} not`}${left > 0 && `, ${left} left`} <span class="quiet">${when}</span></p>
</section>`
}

const COUNTS: readonly (readonly [keyof DigestDayStatus, string])[] = [
  ['due', 'Due'],
  ['posted', 'Posted'],
  ['late', 'Late'],
  ['quiet', 'Quiet'],
  ['waiting', 'Waiting'],
  ['failed', 'Failed'],
  ['unknown', 'Unknown'],
  ['skipped', 'Skipped'],
  ['gone', 'Gone'],
]

function renderDays(days: readonly DigestDayStatus[], today: string): Html {
  if (!days.length)
    return html`\n<section aria-labelledby="days"><h2 id="days">Digests</h2><p class="quiet">No channel has got one yet.</p></section>`
  return html`
<section aria-labelledby="days"><h2 id="days">Digests</h2>
<div class="scroll"><table class="matrix counts">
<caption class="visually-hidden">Digests by day</caption>
<thead><tr><th scope="col">Day</th>${COUNTS.map(([, label]) => html`<th scope="col">${label}</th>`)}<th scope="col">Notices</th></tr></thead>
<tbody>${days.map(
    (day) => html`
<tr><th scope="row">${dayInWords(day.day, today)}</th>${COUNTS.map(([name]) => renderCount(name, Number(day[name])))}<td>${noticesInWords(day.notices)}</td></tr>`,
  )}
</tbody></table></div>
<p class="note">Failed: refused so far, tried again within the grace time. Unknown: sent, and the platform’s answer was lost; never sent twice. Skipped: past the grace time. Gone: the channel is, and was unsubscribed.</p>
</section>`
}

const BAD = new Set<string>(['late', 'failed', 'unknown', 'skipped', 'gone'])

function renderCount(name: string, count: number): Html {
  if (count === 0) return html`<td class="quiet">0</td>`
  return html`<td>${BAD.has(name) ? html`<b class="severity error">${count}</b>` : count}</td>`
}

function noticesInWords({ posted, ...others }: PostCounts): string {
  const told = Object.entries(others).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : []))
  return [`${posted} posted`, ...told].join(', ')
}

function renderGone(gone: readonly GoneChannel[], today: string): Html | undefined {
  if (!gone.length) return undefined
  return html`
<section aria-labelledby="gone"><h2 id="gone">Channels that went</h2>
<ul class="sources">${gone.map(
    ({ channel, at, reason }) => html`
<li><b>${masked(channel)}</b> <span class="quiet">${reason}, ${time(at, today)}</span></li>`,
  )}
</ul></section>`
}

/** `Slack …9SL1`: enough to find it for whoever can see the channel. */
function masked({ platform, channel }: Channel): string {
  return `${platform === 'slack' ? 'Slack' : 'Teams'} …${[...channel].slice(-TOLD).join('')}`
}

function time(at: string, today: string): Html {
  return html`<time datetime="${at}">${momentInWords(at, 'UTC', today)}</time>`
}
