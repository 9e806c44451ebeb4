// A page for what went wrong, in the look of the others: what happened, what to do, the number to report.

import { html } from './html.ts'
import { renderPage } from './layout.ts'

export interface FailureToShow {
  readonly title: string
  readonly message: string
  /** Empty where nothing was written down. */
  readonly requestId: string
  /** HTTP status; a failure of ours from 500 on. */
  readonly status?: number
}

/** The page; only a failure of ours has a reference, as no other is written down. */
export function renderFailurePage({ title, message, requestId, status = 500 }: FailureToShow): string {
  const isOurs = requestId !== '' && status >= 500
  const main = html`
<div class="narrow">
<h1>${title}</h1>
<p class="lead">${message}</p>
<p><a href="/">Ask a question</a> or <a href="/products">see all products</a>.</p>
${isOurs && html`<p class="note">Number to report: ${requestId}. Whoever runs this bot finds the cause in its log by this number.</p>`}
</div>`
  return renderPage({ title, main })
}
