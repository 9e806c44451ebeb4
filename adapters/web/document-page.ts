// One document as a page: what it is, its rows by section, narrowed to a party or a letter on request.

import { MEANINGS } from '../../src/answer/roles.ts'
import { counted, spokenDay } from '../../src/answer/wording.ts'
import type { Document, Entry } from '../../src/domain/knowledge.ts'
import { describeFilter, type Filter, isFiltering, lettersOf, matches } from './document-filter.ts'
import { renderSection } from './document-sections.ts'
import { type Fragment, type Html, html } from './html.ts'
import { renderPage } from './layout.ts'
import { renderLetter } from './letters.ts'
import { type Section, sectionsOf } from './sections.ts'

/** The page; `filter` narrows the rows and leaves communication rules alone. */
export function renderDocumentPage(document: Document, filter: Filter): string {
  const shown = document.entries.filter(
    (entry) => entry.type === 'rule' || !isFiltering(filter) || matches(entry, filter),
  )
  const sections = sectionsOf(shown)
  const main = html`
<p class="crumbs"><a href="/products">All products</a></p>
<h1 dir="auto">${document.product}</h1>
${renderFacts(document)}
<div class="with-contents">
${renderContents(sections)}
<div class="contents-of">
${document.parties.length > 0 && renderFilter(document, filter, shown)}
${sections.map((section) => renderSection(section, document))}
</div>
</div>`
  return renderPage({ title: `${document.product}: ${document.title}`, current: 'products', main })
}

function renderFacts({ title, url, provider, updated }: Document): Html {
  const facts: readonly Fragment[] = [
    html`<span dir="auto">${title}</span>`,
    provider && html`provided by ${provider}`,
    updated ? html`updated <time datetime="${updated}">${spokenDay(updated)}</time>` : 'no date stated',
    url && html`<a href="${url}" rel="external noopener noreferrer">publisher’s page</a>`,
  ]
  return html`<ul class="facts">${facts.filter(Boolean).map((fact) => html`<li>${fact}</li>`)}</ul>`
}

function renderContents(sections: readonly Section[]): Html | undefined {
  const headings = sections.flatMap((section) => section.opened)
  if (headings.length < 2) return undefined
  return html`
<nav class="contents" aria-labelledby="contents"><h2 id="contents">Sections</h2><ul>${headings.map(
    ({ id, depth, text }) => html`
<li class="depth-${Math.min(depth, 3)}"><a href="#${id}" dir="auto">${text}</a></li>`,
  )}
</ul></nav>`
}

function renderFilter(document: Document, filter: Filter, entries: readonly Entry[]): Html {
  const letters = lettersOf(document)
  const total = document.entries.filter((entry) => entry.type === 'activity').length
  const shown = entries.filter((entry) => entry.type === 'activity').length
  const count = isFiltering(filter)
    ? `${shown} of ${counted(total, 'row')}${describeFilter(filter)}`
    : counted(total, 'row')
  return html`
<form method="get" class="filter">
<label>Party <select name="party"><option value="">Any</option>${document.parties.map(
    (party) => html`<option value="${party}"${party === filter.party && html` selected`}>${party}</option>`,
  )}</select></label>
<label>Role <select name="letter"><option value="">Any</option>${letters.map(
    (letter) =>
      html`<option value="${letter}"${letter === filter.letter && html` selected`}>${letter} ${MEANINGS[letter]}</option>`,
  )}</select></label>
<button>Show</button>${isFiltering(filter) && html` <a href="?">Show all rows</a>`}
<p role="status">${count}</p>
</form>
<p class="legend" aria-hidden="true">${letters.map((letter) => html`<span>${renderLetter(letter)}${MEANINGS[letter]}</span> `)}</p>`
}
