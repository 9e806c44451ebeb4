// An Answer as HTML: one small function a block type, in the order in which the answer was composed.

import type { Action, Answer, Block, Option, Phrase, Role } from '../../src/answer/answer.ts'
import { ownPage } from '../../src/answer/links.ts'
import { piecesOf } from '../../src/answer/phrase.ts'
import { spokenDay } from '../../src/answer/wording.ts'
import { type Html, html } from './html.ts'
import { renderBadges, renderCell } from './letters.ts'
import { carryQuestion, type Trail } from './trail.ts'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>
type Renderers = { readonly [Type in Block['type']]: (block: BlockOf<Type>, trail: Trail) => Html }

const RENDERERS: Renderers = {
  sentence: ({ text }) => html`<p class="sentence" dir="auto">${text}</p>`,
  note: ({ text }) => html`<p class="note" dir="auto">${text}</p>`,
  row: renderRow,
  quote: ({ product, section, lines }) => html`
<figure class="entry">
<figcaption>${renderPath([product, ...section])}</figcaption>
<blockquote dir="auto">${lines.map((line) => html`<p>${line}</p>`)}</blockquote>
</figure>`,
  source: renderSource,
  options: ({ options }, trail) => html`
<form method="get" action="/" class="options">
${carryQuestion(trail)}${options.map(renderOption)}
</form>`,
  matrix: renderMatrix,
  facts: ({ title, facts }) =>
    html`<div class="lines">${title !== undefined && html`<p dir="auto"><b>${renderPhrase(title)}</b></p>`}${facts.map(
      (fact) => html`<p class="item" dir="auto">${renderPhrase(fact)}</p>`,
    )}</div>`,
  lines: (block) => renderLines(block),
}

/**
 * The answer as markup for inside a page. The trail says what was asked: it goes along with every button,
 * so that the question stays in the box and the answer to a button has an address of its own.
 */
export function renderHtml(answer: Answer, trail: Trail): Html {
  const listed = answer.blocks.flatMap((block) => (block.type === 'lines' ? block.lines.map(itemOf) : []))
  // An example that stands in the text is a link there and needs no button.
  const actions = answer.actions.filter(({ name, value }) => name !== 'ask' || !listed.includes(value))
  const asks = new Set(answer.actions.filter((action) => !actions.includes(action)).map(({ value }) => value))
  return html`${answer.blocks.map((block) =>
    block.type === 'lines' ? renderLines(block, asks) : renderBlock(block, trail),
  )}${renderActions(actions, trail)}`
}

function renderBlock<Type extends Block['type']>(block: BlockOf<Type> & { readonly type: Type }, trail: Trail): Html {
  const render: Renderers[Type] = RENDERERS[block.type]
  return render(block, trail)
}

/** Product and headings, outermost first. */
function renderPath(path: readonly string[]): Html {
  return html`<ol class="path">${path.map((step) => html`<li dir="auto">${step}</li>`)}</ol>`
}

function renderRow({ product, section, text, roles }: BlockOf<'row'>): Html {
  return html`
<figure class="entry">
<figcaption>${renderPath([product, ...section])}</figcaption>
<blockquote dir="auto"><p>${text}</p></blockquote>
${roles.length > 0 && html`<dl class="roles">${roles.map(renderRole)}\n</dl>`}
</figure>`
}

function renderRole({ party, cell, words }: Role): Html {
  const held = cell ? html`${renderBadges(cell)} ${words}` : html`<span class="quiet">${words}</span>`
  return html`\n<div><dt dir="auto">${party}</dt><dd>${held}</dd></div>`
}

function renderSource({ title, updated, url, page }: BlockOf<'source'>): Html {
  return html`
<p class="source">Source: <a href="${page}">${title}</a>${
    updated && html`, updated <time datetime="${updated}">${spokenDay(updated)}</time>`
  }${url && html` · <a href="${url}" rel="external noopener noreferrer">publisher’s page</a>`}</p>`
}

function renderOption({ action, title, detail }: Option): Html {
  return html`
<button name="${action.name}" value="${action.value}" class="option"><span class="option-title" dir="auto">${title}</span>${
    detail && html`<span class="visually-hidden">: </span><span class="option-detail" dir="auto">${detail}</span>`
  }</button>`
}

function renderMatrix({ title, parties, rows }: BlockOf<'matrix'>): Html {
  const cellsOf = (row: (typeof rows)[number]) => row.cells.map((cell) => html`<td>${renderCell(cell)}</td>`)
  return html`
<div class="scroll"><table class="matrix">
<caption dir="auto">${title}</caption>
<thead><tr><th scope="col">Activity</th>${parties.map((party) => html`<th scope="col" class="party">${party}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row" dir="auto"><a class="row-link" href="${ownPage(row.entry)}">${row.text}</a></th>${cellsOf(row)}</tr>\n`)}</tbody>
</table></div>`
}

/** Lines; those of `asks` ask themselves when they are followed. */
function renderLines({ lines }: BlockOf<'lines'>, asks: ReadonlySet<string> = new Set()): Html {
  return html`<div class="lines">${lines.map((line) => renderLine(line, asks))}</div>`
}

/** Whoever reads the console can reach our own pages. */
function renderPhrase(phrase: Phrase): readonly (Html | string)[] {
  return piecesOf(phrase).map((piece) => {
    if (typeof piece === 'string') return piece
    const { text, url, page } = piece
    if (url !== undefined) return html`<a href="${url}" rel="external noopener noreferrer">${text}</a>`
    return page === undefined ? text : html`<a href="${page}">${text}</a>`
  })
}

/** Lists in plain text begin their items with a dash. */
function itemOf(line: string): string | undefined {
  return /^[-•]\s+(?<words>.*)$/su.exec(line)?.groups?.words
}

function renderLine(line: string, asks: ReadonlySet<string>): Html {
  const item = itemOf(line)
  const words =
    item !== undefined && asks.has(item)
      ? html`<a href="/?q=${encodeURIComponent(item.toWellFormed())}">${item}</a>`
      : (item ?? line)
  return html`<p${item !== undefined && html` class="item"`} dir="auto">${words}</p>`
}

function renderActions(actions: readonly Action[], trail: Trail): Html | undefined {
  if (!actions.length) return undefined
  return html`
<div class="actions" role="group" aria-label="What next">${actions.map((action) => renderAction(action, trail))}
</div>`
}

function renderAction({ name, value, label }: Action, trail: Trail): Html {
  if (name === 'ask')
    return html`\n<form method="get" action="/"><button name="q" value="${value}">${label}</button></form>`
  const target = name === 'miss' ? html`method="post" action="/miss"` : html`method="get" action="/"`
  return html`\n<form ${target}>${carryQuestion(trail)}<button name="${name}" value="${value}">${label}</button></form>`
}
