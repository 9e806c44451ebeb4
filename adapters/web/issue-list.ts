// What `raci check` found, file by file: where, what is wrong, what to do.

import { counted, listed } from '../../src/answer/wording.ts'
import type { Document, Issue } from '../../src/domain/knowledge.ts'
import { type Html, html } from './html.ts'

/** Up to here every problem stands open; of more, only files with errors do. */
const FEW = 10

/** The section of the products page; says so when nothing was found. */
export function renderIssues(issues: readonly Issue[], documents: readonly Document[]): Html {
  const heading = html`<h2 id="check">What the check found</h2>`
  if (!issues.length)
    return html`<section aria-labelledby="check">${heading}<p>No problems in any document.</p></section>`
  const files = [...Map.groupBy(issues, (issue) => issue.file)].toSorted(([, a], [, b]) => errorsIn(b) - errorsIn(a))
  return html`
<section aria-labelledby="check">
${heading}
<p>${countIssues(issues)} in ${counted(files.length, 'file')}.</p>
${files.map(([file, found]) => renderFile(file, found, documents, issues.length <= FEW || errorsIn(found) > 0))}
</section>`
}

function renderFile(file: string, issues: readonly Issue[], documents: readonly Document[], open: boolean): Html {
  const document = documents.find((one) => one.file === file)
  return html`
<details class="issues"${open && html` open`}>
<summary><span class="file">${file}</span>${document && html` <span class="of">${document.product}</span>`} <span class="count">${countIssues(issues)}</span></summary>
<ul>${issues.toSorted(byLine).map(renderIssue)}
</ul>
</details>`
}

function renderIssue({ severity, line, rule, reason, fix }: Issue): Html {
  return html`
<li><p><span class="severity ${severity}">${severity}</span> <span class="where">${line > 0 ? `line ${line}` : 'whole file'} · ${rule}</span></p>
<p dir="auto">${reason}</p>
<p class="fix" dir="auto">${fix}</p></li>`
}

function byLine(a: Issue, b: Issue): number {
  return a.line - b.line
}

function errorsIn(issues: readonly Issue[]): number {
  return issues.filter((issue) => issue.severity === 'error').length
}

/** `2 errors and 1 warning` */
export function countIssues(issues: readonly Issue[]): string {
  const errors = errorsIn(issues)
  const warnings = issues.length - errors
  return listed([...(errors ? [counted(errors, 'error')] : []), ...(warnings ? [counted(warnings, 'warning')] : [])])
}
