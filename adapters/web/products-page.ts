// Everything that is loaded: each document with what it holds, and what the check found in the folder.

import { countWords } from '../../src/answer/compose-entries.ts'
import { counted, spokenDay } from '../../src/answer/wording.ts'
import type { Document, Issue, Knowledge } from '../../src/domain/knowledge.ts'
import { type Html, html } from './html.ts'
import { countIssues, renderIssues } from './issue-list.ts'
import { renderPage } from './layout.ts'

export function renderProductsPage({ documents, issues }: Knowledge): string {
  const sorted = documents.toSorted((a, b) => a.product.localeCompare(b.product, 'en'))
  const main = html`
<h1>Products</h1>
<p class="lead">${counted(documents.length, 'document')} loaded: ${countWords(documents.flatMap((document) => document.entries))}.</p>
<ul class="cards">${sorted.map((document) => renderDocument(document, issues))}
</ul>
${renderIssues(issues, documents)}`
  return renderPage({ title: 'Products', current: 'products', main })
}

function renderDocument(document: Document, issues: readonly Issue[]): Html {
  const { id, product, title, provider, updated, parties, entries } = document
  const rules = entries.filter((entry) => entry.type === 'rule').length
  const activities = entries.length - rules
  const found = issues.filter((issue) => issue.file === document.file)
  return html`
<li class="card">
<h2 dir="auto"><a href="/documents/${encodeURIComponent(id.toWellFormed())}">${product}</a></h2>
<p class="card-title" dir="auto">${title}</p>
<dl class="card-facts">
${activities > 0 && html`<div><dt>Activities</dt><dd>${activities}</dd></div>`}
${rules > 0 && html`<div><dt>Statements</dt><dd>${rules}</dd></div>`}
${provider && html`<div><dt>Provider</dt><dd>${provider}</dd></div>`}
${parties.length > 0 && html`<div><dt>Parties</dt><dd>${parties.join(', ')}</dd></div>`}
<div><dt>Updated</dt><dd>${updated ? html`<time datetime="${updated}">${spokenDay(updated)}</time>` : 'no date stated'}</dd></div>
${found.length > 0 && html`<div><dt>Check</dt><dd><a href="#check">${countIssues(found)}</a></dd></div>`}
</dl>
</li>`
}
