// The body of a document's page: headings, a table a section, rules as quotes; every entry has an address.

import type { CommunicationRule } from '../../src/domain/communication-rule.ts'
import type { Document } from '../../src/domain/knowledge.ts'
import type { Activity } from '../../src/domain/raci.ts'
import { type Html, html } from './html.ts'
import { renderCell } from './letters.ts'
import type { Heading, Section } from './sections.ts'

/** Headings, rows and rules of one section. */
export function renderSection(section: Section, document: Document): Html {
  const rows = section.entries.filter((entry) => entry.type === 'activity')
  const rules = section.entries.filter((entry) => entry.type === 'rule')
  return html`${section.opened.map(renderHeading)}${rows.length > 0 && renderTable(rows, section, document)}${rules.map(renderRule)}`
}

/** Document sections start at h2; HTML ends at h6. */
function renderHeading({ id, depth, text }: Heading): Html {
  const level = Math.min(depth + 2, 6)
  return html`\n<h${level} id="${id}" dir="auto">${text}</h${level}>`
}

function renderTable(rows: readonly Activity[], section: Section, document: Document): Html {
  const { parties, partyNames = {} } = document
  const partyName = (party: string) => (Object.hasOwn(partyNames, party) ? partyNames[party] : undefined)
  return html`
<div class="scroll"><table class="matrix">
<caption class="visually-hidden">${section.path.at(-1) ?? document.title}</caption>
<thead><tr><th scope="col">Activity</th>${parties.map((party) => {
    const name = partyName(party)
    return html`<th scope="col" class="party">${party}${name && name !== party && html` <small>${name}</small>`}</th>`
  })}</tr></thead>
<tbody>
${rows.map((row) => renderRow(row, parties))}</tbody>
</table></div>`
}

function renderRow(row: Activity, parties: readonly string[]): Html {
  const id = elementId(row.id)
  return html`<tr id="${id}"><th scope="row" dir="auto"><a class="row-link" href="#${encodeURI(id)}">${row.text}</a>${renderRemarks(row)}</th>${
    row.lost
      ? html`<td colspan="${Math.max(parties.length, 1)}" class="lost">${row.lost.join(', ')}: the document’s export lost which party this is</td>`
      : parties.map((party) => renderHeld(row, party))
  }</tr>\n`
}

function renderHeld(row: Activity, party: string): Html {
  const held = row.assignments.find((one) => one.party === party)
  return html`<td>${renderCell(held?.cell ?? '', held?.letters ?? [])}</td>`
}

function renderRemarks({ appliesTo, notes }: Activity): readonly Html[] {
  const written = Object.entries(notes ?? {}).filter(([, note]) => note)
  return [
    ...(appliesTo?.length ? [`Applies to: ${appliesTo.join(', ')}`] : []),
    ...written.map(([column, note]) => `${column}: ${note}`),
  ].map((text) => html`<small class="remark">${text}</small>`)
}

function renderRule(rule: CommunicationRule): Html {
  const id = elementId(rule.id)
  const lines = rule.quote.split('\n').map((line) => html`<p>${line}</p>`)
  return html`
<div class="rule" id="${id}"><blockquote dir="auto">${lines}</blockquote><a class="anchor" href="#${encodeURI(id)}" aria-label="Link to this statement">#</a></div>`
}

/** The part of an entry's id after `#`, where the links of answers lead. */
function elementId(entryId: string): string {
  return entryId.slice(entryId.indexOf('#') + 1).toWellFormed()
}
