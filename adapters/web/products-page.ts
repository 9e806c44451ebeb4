// Everything that is loaded: each document with what it holds, and what the check found in the folder.

import { counted, spokenDay } from '../../src/answer/wording.ts'
import type { Document, Knowledge } from '../../src/domain/knowledge.ts'
import { type Html, html } from './html.ts'
import { renderIssues } from './issue-list.ts'
import { renderPage } from './layout.ts'

export function renderProductsPage({ documents, issues }: Knowledge): string {
  const sorted = documents.toSorted((a, b) => a.product.localeCompare(b.product, 'en'))
  const main = html`
<h1>Products</h1>
<p class="lead">${counted(documents.length, 'document')} loaded, with ${counted(countOf(documents, 'activity'), 'activity', 'activities')} and ${counted(countOf(documents, 'rule'), 'communication rule')}.</p>
<ul class="cards">${sorted.map(renderDocument)}
</ul>
${renderIssues(issues, documents)}`
  return renderPage({ title: 'Products', current: 'products', main })
}

/** How many entries of a kind the documents hold. */
function countOf(documents: readonly Document[], type: 'activity' | 'rule'): number {
  let count = 0
  for (const document of documents) for (const entry of document.entries) if (entry.type === type) count++
  return count
}

function renderDocument(document: Document): Html {
  const { id, product, title, provider, updated, parties } = document
  const activities = countOf([document], 'activity')
  const rules = countOf([document], 'rule')
  return html`
<li class="card">
<h2 dir="auto"><a href="/documents/${encodeURIComponent(id.toWellFormed())}">${product}</a></h2>
<p class="card-title" dir="auto">${title}</p>
<dl class="card-facts">
${activities > 0 && html`<div><dt>Activities</dt><dd>${activities}</dd></div>`}
${rules > 0 && html`<div><dt>Communication rules</dt><dd>${rules}</dd></div>`}
${provider && html`<div><dt>Provider</dt><dd>${provider}</dd></div>`}
${parties.length > 0 && html`<div><dt>Parties</dt><dd>${parties.join(', ')}</dd></div>`}
<div><dt>Updated</dt><dd>${updated ? html`<time datetime="${updated}">${spokenDay(updated)}</time>` : 'no date stated'}</dd></div>
</dl>
</li>`
}
