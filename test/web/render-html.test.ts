import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../adapters/web/render-html.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { answers, resolutions } from '../answer/resolutions.ts'
import { expectGolden } from '../golden.ts'

describe('HTML of every kind of answer', () => {
  it.each(Object.entries(answers))('%s', (name, answer) => {
    expectGolden(`${name}.html`, renderHtml(answer, { question: resolutions[name]?.reading.question ?? '' }).toString())
  })
})

describe('buttons', () => {
  const answer: Answer = {
    kind: 'help',
    blocks: [{ type: 'lines', lines: ['For example:', '- an item', '- who renews it'] }],
    actions: [
      { name: 'ask', value: 'who restores backups', label: 'who restores backups' },
      { name: 'ask', value: 'who renews it', label: 'who renews it' },
      { name: 'miss', value: 'who "x"', label: 'Not what I asked' },
    ],
    items: [],
  }
  const markup = renderHtml(answer, { question: 'who "x"', earlier: { question: 'and <y>', entry: 'a#b' } }).toString()

  it('a question asks it, without what was asked before', () => {
    expect(markup).toContain('<form method="get" action="/"><button name="q" value="who restores backups">')
  })

  it('a question that stands in the text already is a link there, once', () => {
    expect(markup).toContain('<p class="item" dir="auto"><a href="/?q=who%20renews%20it">who renews it</a></p>')
    expect(markup).not.toContain('value="who renews it"')
  })

  it('a miss is sent, never linked, and takes along what it followed from', () => {
    expect(markup).toContain(
      '<form method="post" action="/miss"><input type="hidden" name="q" value="who &quot;x&quot;">' +
        '<input type="hidden" name="after" value="and &lt;y&gt;"><input type="hidden" name="row" value="a#b">',
    )
  })

  it('a line that begins with a dash is an item', () => {
    expect(markup).toContain('<p class="item" dir="auto">an item</p>')
  })
})

describe('cells', () => {
  const shown = (cell: string) =>
    renderHtml(
      {
        kind: 'answer',
        blocks: [{ type: 'row', product: 'P', section: [], text: 'T', roles: [{ party: 'Us', cell, words: 'W' }] }],
        actions: [],
        items: [],
      },
      { question: '' },
    )
      .toString()
      .match(/<dd>.*<\/dd>/u)?.[0]

  it.each([
    ['RA', 'RA', ''],
    ['R/A', 'RA', ''],
    ['I, C', 'IC', ''],
    ['RA*', 'RA', 'RA*'],
    ['(I)', 'I', '(I)'],
    ['N/A', '', 'N/A'],
    ['see SLA', '', 'see SLA'],
    ['', '', ''],
  ])('%j shows badges %j and beside them %j', (cell, badges, verbatim) => {
    const markup = shown(cell) ?? ''
    expect([...markup.matchAll(/letter-(\w)/gu)].map(([, letter]) => letter).join('')).toBe(badges)
    expect(/class="verbatim">([^<]*)</u.exec(markup)?.[1] ?? '').toBe(verbatim)
  })
})
