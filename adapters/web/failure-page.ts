// A page for what went wrong, in the look of the others: what happened, what to do, the number to report.

import { html } from './html.ts'
import { renderPage } from './layout.ts'

export interface FailureToShow {
  readonly title: string
  readonly message: string
  readonly requestId: string
}

export function renderFailurePage({ title, message, requestId }: FailureToShow): string {
  const main = html`
<div class="narrow">
<h1>${title}</h1>
<p class="lead">${message}</p>
<p><a href="/">Ask a question</a> or <a href="/products">see all products</a>.</p>
${requestId && html`<p class="note">Request ${requestId}</p>`}
</div>`
  return renderPage({ title, main })
}
