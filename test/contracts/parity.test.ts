// One answer, four renderings: the same facts, in the same order, with the same source, whoever reads it where.

import { describe, expect, it } from 'vitest'
import { renderSlack } from '../../adapters/slack/render/render-slack.ts'
import { renderCard } from '../../adapters/teams/render/render-card.ts'
import { renderHtml } from '../../adapters/web/render-html.ts'
import type { Answer, Block } from '../../src/answer/answer.ts'
import { piecesOf, wordsOf } from '../../src/answer/phrase.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { spokenDay } from '../../src/answer/wording.ts'
import { answers } from '../answer/resolutions.ts'
import { digests } from '../digest/digests.ts'
import { notices } from '../digest/notices.ts'

const digestAnswers = Object.fromEntries(Object.entries(digests).map(([name, { answer }]) => [name, answer]))

/** What a reader of each platform has before them: the words, and the addresses behind them. */
const RENDERINGS: Readonly<Record<string, (answer: Answer) => string>> = {
  text: (answer) => renderText(answer),
  html: (answer) => readableHtml(renderHtml(answer, { question: '' }).toString()),
  blocks: (answer) => readableJson(renderSlack(answer, { surface: 'open', answer: 'Answer' }).blocks),
  card: (answer) => readableJson(renderCard(answer, { answer: 'Answer' }).body),
}

describe.each(Object.entries(RENDERINGS))('%s', (_platform, render) => {
  it.each(Object.entries({ ...answers, ...digestAnswers, ...notices }))(
    'says all of %s in its order',
    (_name, answer) => {
      expect(missing(answer, render(answer))).toEqual([])
    },
  )
})

describe('the check itself', () => {
  const [answer] = Object.values(answers)
  const said = answer ? renderText(answer) : ''

  it.each([
    ['a letter that differs', said.replace('RA', 'R')],
    ['a source that is not named', said.replace(/https?:\S+/u, '')],
    ['another order', said.split('\n').toReversed().join('\n')],
  ])('finds %s', (_what, changed) => {
    expect(answer && missing(answer, changed)).not.toEqual([])
  })
})

/** What of the answer the rendering does not say, or says before what should come first. */
function missing(answer: Answer, rendering: string): readonly string[] {
  const said = compact(rendering)
  let from = 0
  const lost = answer.blocks.flatMap(factsOf).filter((ways) => {
    const found = ways.map((way) => ({ at: said.indexOf(compact(way), from), length: compact(way).length }))
    const first = found.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at || b.length - a.length)[0]
    if (first) from = first.at + first.length
    return !first
  })
  const urls = answer.blocks.flatMap(urlsOf)
  return [...lost.map(([way = '']) => way), ...urls.filter((url) => !sameAddress(rendering).includes(sameAddress(url)))]
}

/** Text prints an address once: that of a row in its source, that of a window beside its own. */
function urlsOf(block: Block): readonly string[] {
  if (block.type === 'source') return block.url ? [block.url] : []
  if (block.type !== 'facts') return []
  return block.facts
    .flatMap(piecesOf)
    .flatMap((piece) => (typeof piece !== 'string' && piece.spelled && piece.url ? [piece.url] : []))
}

/** The facts of a block in their order, each in the ways it may be put. */
function factsOf(block: Block): readonly (readonly string[])[] {
  switch (block.type) {
    case 'sentence':
    case 'note':
      return [[block.text]]
    case 'row':
      return [[block.text], ...block.roles.map((role) => waysOf(role.party, role.cell, role.words))]
    case 'quote':
      return block.lines.filter((line) => compact(line)).map((line) => [line])
    case 'source':
      return [[`${block.title}${block.updated ? `, updated ${spokenDay(block.updated)}` : ''}`]]
    case 'options':
      return block.options.flatMap(({ title, detail }) => [[title], ...(detail ? [[detail]] : [])])
    case 'matrix':
      return [[block.title], ...block.rows.map((row) => [row.text, beginning(row.text)])]
    case 'facts':
      return [...(block.title === undefined ? [] : [block.title]), ...block.facts].map((phrase) => [
        wordsOf(phrase),
        // Text prints some addresses after their words.
        piecesOf(phrase)
          .map((piece) => (typeof piece === 'string' ? piece : `${piece.text} ${piece.spelled ? piece.url : ''}`))
          .join(''),
      ])
    case 'lines':
      return block.lines.map((line) => [line])
  }
}

/** In the terminal's table the cells stand after the first line of a long activity. */
function beginning(text: string): string {
  return text.slice(0, 40)
}

function waysOf(party: string, cell: string, words: string): readonly string[] {
  const held = cell || 'blank'
  return [
    `${party}${words}${held}`,
    `${party}${held}${words}`,
    `${party}${held}`,
    ...(cell ? [] : [`${party}${words}`]),
  ]
}

/** Markdown needs parentheses encoded: the address stays the same. */
function sameAddress(text: string): string {
  return text.replaceAll('%28', '(').replaceAll('%29', ')')
}

/** Letters and digits alone: what separates them is each platform's own. */
function compact(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function readableHtml(markup: string): string {
  const links = [...markup.matchAll(/href="(https?:[^"]*)"/gu)].map(([, url = '']) => decoded(url))
  const words = markup.replaceAll(/<span class="visually-hidden">[^<]*<\/span>/gu, '').replaceAll(/<[^>]*>/gu, ' ')
  return [decoded(words), ...links].join('\n')
}

function decoded(text: string): string {
  return text
    .replaceAll(/&#(?:x([\da-f]+)|(\d+));/giu, (_whole, hex, decimal) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** The words in their order, then the addresses behind them. */
function readableJson(value: unknown): string {
  return [...textsOf(value, 'text'), ...textsOf(value, 'url')].map(decoded).join('\n')
}

/** Texts in their order; those of a card's text runs may stand by themselves. */
function textsOf(value: unknown, name: 'text' | 'url'): readonly string[] {
  if (typeof value === 'string') return name === 'text' ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner !== 'string' ? textsOf(inner, name) : key === name ? [inner] : [],
  )
}
