// The page to ask: one box, the answer below it, and something to begin with while nothing is asked.

import type { Answer } from '../../src/answer/answer.ts'
import { countWords } from '../../src/answer/compose-entries.ts'
import type { Document, Knowledge } from '../../src/domain/knowledge.ts'
import { type Html, html } from './html.ts'
import { renderPage } from './layout.ts'
import { renderHtml } from './render-html.ts'
import type { Retraced } from './retrace.ts'
import { carryEarlier, type Trail } from './trail.ts'

/** Longest question the box takes. */
export const LONGEST_QUESTION = 10_000
/** A browser's tab shows about this much. */
const TITLE_LENGTH = 60

/** The page; without a trail nothing was asked yet. */
export function renderAskPage(
  knowledge: Knowledge,
  examples: readonly string[],
  trail?: Trail,
  retraced?: Retraced,
): string {
  const question = trail?.question ?? ''
  const main = html`
<div class="narrow">
<h1>Who is responsible?</h1>
${!retraced && html`<p class="lead">Ask in your own words. Every answer shows the row of the document that says so.</p>`}
${renderBox(question, retraced)}
${trail && retraced && renderAnswer(retraced.answer, trail)}
${!isAsking(trail) && renderBeginning(knowledge, examples)}
</div>`
  const title = [...question.trim()].slice(0, TITLE_LENGTH).join('') || 'Ask'
  const skipTo = retraced ? { skipTo: { id: 'answer', label: 'Skip to the answer' } } : {}
  return renderPage({ title, current: 'ask', main, ...skipTo })
}

function isAsking(trail: Trail | undefined): boolean {
  return trail !== undefined && (trail.question.trim() !== '' || trail.action !== undefined)
}

function renderBox(question: string, retraced: Retraced | undefined): Html {
  return html`
<form method="get" action="/" role="search" class="ask">
<label for="q">Your question</label>
<div class="box"><input id="q" name="q" type="text" value="${question}" dir="auto" maxlength="${LONGEST_QUESTION}" autocomplete="off" spellcheck="false" enterkeyhint="search"${!retraced && html` autofocus`}><button>Ask</button></div>
${retraced?.next && carryEarlier(retraced.next)}
</form>`
}

/** Focus starts on the answer, so that a screen reader reads it and Tab goes on to its buttons. */
function renderAnswer(answer: Answer, trail: Trail): Html {
  return html`
<section id="answer" class="answer answer-${answer.kind}" aria-labelledby="answer-heading" aria-live="polite" tabindex="-1" autofocus>
<h2 id="answer-heading" class="visually-hidden">Answer</h2>
${renderHtml(answer, trail)}
</section>`
}

function renderBeginning(knowledge: Knowledge, examples: readonly string[]): Html {
  return html`
${
  examples.length > 0 &&
  html`<section aria-labelledby="examples"><h2 id="examples">For example</h2><ul class="examples">${examples.map(
    (question) => html`
<li><a class="example" href="/?q=${encodeURIComponent(question.toWellFormed())}" dir="auto">${question}</a></li>`,
  )}
</ul></section>`
}
<section aria-labelledby="covered"><h2 id="covered">Covered</h2><ul class="covered">${knowledge.documents.map(renderCovered)}
</ul></section>`
}

function renderCovered({ id, product, entries }: Document): Html {
  return html`
<li><a href="/documents/${encodeURIComponent(id.toWellFormed())}" dir="auto">${product}</a> <span class="quiet">${countWords(entries)}</span></li>`
}
