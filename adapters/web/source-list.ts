// How the sources of maintenance are: read when, failing since when and why.

import { counted } from '../../src/answer/wording.ts'
import { momentInWords } from '../../src/digest/spoken-time.ts'
import type { SourceStanding } from '../../src/ports/maintenance-store.ts'
import { type Html, html } from './html.ts'
import type { CardSetting } from './window-card.ts'

/** The section; sources that were taken out of the configuration are not shown. */
export function renderSources(
  names: readonly string[],
  standings: readonly SourceStanding[],
  setting: Pick<CardSetting, 'zone' | 'today'>,
): Html | undefined {
  if (!names.length) return undefined
  return html`
<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
<ul class="sources">${names.map((name) =>
    renderSource(
      name,
      standings.find(({ source }) => source === name),
      setting,
    ),
  )}
</ul></section>`
}

function renderSource(
  name: string,
  standing: SourceStanding | undefined,
  setting: Pick<CardSetting, 'zone' | 'today'>,
): Html {
  if (!standing) return html`\n<li><b>${name}</b> <span class="quiet">not read yet</span></li>`
  const { reachedAt, failedAt, failures, reason, retryAt } = standing
  const time = (at: string) => html`<time datetime="${at}">${momentInWords(at, setting.zone, setting.today)}</time>`
  const read = reachedAt === undefined ? 'never read' : html`last read ${time(reachedAt)}`
  const failed = failedAt !== undefined && html`, failed last ${time(failedAt)}`
  if (!failures) return html`\n<li><b>${name}</b> <span class="quiet">${read}${failed}</span></li>`
  return html`
<li><b>${name}</b> <span class="severity error">${reason ?? 'failed'}</span> <span class="quiet">${counted(failures, 'failure')} in a row${failed}, ${read}${retryAt !== undefined && html`, asked again from ${time(retryAt)}`}</span></li>`
}
