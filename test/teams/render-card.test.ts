import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import type { AdaptiveCard } from '../../adapters/teams/render/card.ts'
import { bytesOf, MESSAGE_BYTES } from '../../adapters/teams/render/fit-card.ts'
import { renderCard } from '../../adapters/teams/render/render-card.ts'
import { escaped } from '../../adapters/teams/render/text.ts'
import { messageOf } from '../../adapters/teams/sender.ts'
import type { Answer, Block, Option } from '../../src/answer/answer.ts'
import { composeEntries } from '../../src/answer/compose-entries.ts'
import { answers, knowledge } from '../answer/resolutions.ts'
import { expectGolden } from '../golden.ts'
import { cardProblems } from './card-schema.ts'
import { ofType, wordsIn } from './connector-stub.ts'

const style = { answer: 'Answer', publicUrl: 'https://raci.example.com' } as const

describe('cards of every kind of answer', () => {
  it.each(Object.entries(answers))('%s', (name, answer) => {
    expect(problems(answer)).toEqual([])
    expectGolden(`${name}.card.txt`, drawn(renderCard(answer, style)))
  })
})

describe('the checks themselves', () => {
  const [answer] = Object.values(answers)
  const card = answer && renderCard(answer, style)

  it.each([
    ['an unknown property', { ...card, colour: 'red' }],
    ['an unknown element', { ...card, body: [{ type: 'Marquee', text: 'x' }] }],
    ['a missing text', { ...card, body: [{ type: 'TextBlock', wrap: true }] }],
    ['a wrong type', { ...card, body: [{ type: 'RichTextBlock', inlines: 'x' }] }],
    ['an input without an id', { ...card, body: [{ type: 'Input.ChoiceSet', choices: [] }] }],
  ])('find %s', (_what, faulty) => {
    expect(cardProblems(faulty)).not.toEqual([])
  })
})

const HOSTILE = [
  '<at>Everyone</at> <at id="0">General</at> [Open the document](https://evil.example) https://evil.example',
  '*bold* _italic_ ~~struck~~ `code` # heading > quoted - item 1. item | cell |',
  '{{DATE(2026-11-20)}} www.evil.example a@evil.example &lt;at&gt; & < > </speak><audio src="x"/>',
  '\u202egnihtemos\u202c \u0007 \ud800 \u200f',
].join(' ')

describe('what a document or a person wrote', () => {
  const option = (at: number): Option => ({
    action: { name: 'choose', value: `${HOSTILE}${at}`, label: HOSTILE.slice(0, 75) },
    title: HOSTILE,
    detail: HOSTILE,
  })
  const answer: Answer = {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text: HOSTILE },
      { type: 'note', text: HOSTILE },
      {
        type: 'row',
        product: HOSTILE,
        section: [HOSTILE],
        text: HOSTILE,
        roles: [{ party: HOSTILE, cell: HOSTILE, words: HOSTILE }],
      },
      { type: 'quote', product: HOSTILE, section: [HOSTILE], lines: [HOSTILE] },
      { type: 'source', title: HOSTILE, url: 'https://docs.example.com/a?b=*x*)y>z<w (v)', page: '/documents/a)b' },
      { type: 'options', options: [option(1), option(2)] },
      { type: 'options', options: [1, 2, 3, 4, 5, 6].map(option) },
      { type: 'lines', lines: [HOSTILE, `- ${HOSTILE}`] },
    ],
    actions: [{ name: 'ask', value: HOSTILE, label: HOSTILE.slice(0, 75) }],
    items: [],
  }
  const card = renderCard(answer, style)

  it('breaks nothing', () => {
    expect(problems(answer)).toEqual([])
  })

  it('never stands where markdown is read', () => {
    for (const block of ofType(card, 'TextBlock')) expect(wordsIn(block)).not.toMatch(/evil|bold|Everyone/u)
  })

  it('mentions nobody: a mention needs an entity, and the message has none', () => {
    expect(JSON.stringify(messageOf(card, answer))).not.toContain('"entities"')
  })

  it('is no markup in what is read out', () => {
    expect(card.speak).not.toMatch(/</u)
  })

  it('is plain in the text of a client that draws no cards', () => {
    const kinds = (markdown: string): readonly string[] => kindsOf(remark().use(remarkGfm).parse(markdown))
    expect(new Set(kinds(escaped(HOSTILE)))).toEqual(new Set(['root', 'paragraph', 'text']))
    expect(kinds('[a](https://b.example) *c*')).toContain('link')
  })

  it('links nothing but http, and only whole addresses', () => {
    const links = ofType(card, 'TextBlock').map(wordsIn).join(' ')
    expect(links).toContain('](https://docs.example.com/a?b=*x*%29y%3Ez%3Cw%20%28v%29)')
    const source: Block = { type: 'source', title: 'T', url: 'javascript:alert(1)', page: '/x' }
    expect(JSON.stringify(renderCard({ ...answer, blocks: [source] }, style))).not.toContain('javascript')
  })
})

describe('answers of any length', () => {
  const sentence = (length: number): Block => ({ type: 'sentence', text: 'word '.repeat(length / 5) })
  const source: Block = { type: 'source', title: 'T', url: 'https://docs.example.com/t', page: '/documents/t' }
  const answerOf = (blocks: readonly Block[]): Answer => ({
    kind: 'list',
    blocks,
    actions: [{ name: 'miss', value: 'q', label: 'Not what I asked' }],
    items: [],
  })

  it.each([
    ['one text of 100,000 characters', [sentence(100_000), source]],
    ['400 sentences', [...Array.from({ length: 400 }, () => sentence(40)), source]],
    ['60 texts of 900 characters', [...Array.from({ length: 60 }, () => sentence(900)), source]],
  ])('%s are cut with a link, and keep what can be done next', (_name, blocks) => {
    const card = renderCard(answerOf(blocks), style)
    expect(problems(answerOf(blocks))).toEqual([])
    expect(card.actions).toHaveLength(1)
    if (blocks.length > 2) expect(wordsIn(card.body.at(-1))).toContain('Read on in the console')
  })

  it('says how to see the rest when there is no page', () => {
    const card = renderCard(answerOf(Array.from({ length: 60 }, () => sentence(900))), { answer: 'Answer' })
    expect(wordsIn(card.body.at(-1))).toContain('show PRODUCT SECTION')
  })

  it.each(knowledge.documents.map((document) => [document.product, document] as const))(
    'the whole of %s fits a message',
    (product, { entries }) => expect(problems(composeEntries(product, entries, knowledge))).toEqual([]),
  )
})

describe('choices', () => {
  const option = (at: number): Option => ({
    action: { name: 'choose', value: `document#section/${'row-'.repeat(40)}${at}`, label: `Row ${at}` },
    title: `Row ${at}`,
    detail: 'OVHcloud does it (R, A)',
  })
  const choices = (count: number): Answer => ({
    kind: 'choices',
    blocks: [{ type: 'options', options: Array.from({ length: count }, (_, at) => option(at)) }],
    actions: [],
    items: [],
  })

  it('up to five have a button each, with a fallback that submits the same', () => {
    const buttons = ofType(renderCard(choices(5), style), 'Action.Execute')
    expect(buttons).toHaveLength(5)
    for (const button of buttons) {
      const { data, fallback } = { data: undefined, fallback: undefined, ...button }
      expect(fallback).toMatchObject({ type: 'Action.Submit', data })
    }
  })

  it.each([6, 30, 100, 250])('%i become a choice set', (count) => {
    expect(problems(choices(count))).toEqual([])
    const card = renderCard(choices(count), style)
    expect(ofType(card, 'Input.ChoiceSet')).toHaveLength(1)
    expect(ofType(card, 'Action.Execute')).toHaveLength(1)
  })
})

/** Everything wrong with the answer as a message. */
function problems(answer: Answer): readonly string[] {
  const card = renderCard(answer, style)
  const bytes = bytesOf(messageOf(card, answer))
  const wide = ofType(card, 'TableRow').filter(
    ({ ...row }) => 'cells' in row && Array.isArray(row.cells) && row.cells.length > 3,
  )
  return [
    ...cardProblems(card),
    ...(bytes > MESSAGE_BYTES ? [`${bytes} bytes`] : []),
    ...wide.map(() => 'a table wider than a phone'),
    ...(card.speak.trim() ? [] : ['nothing to read out']),
  ]
}

/** A card as a reviewer reads it. */
function drawn({ body, actions = [], ...frame }: AdaptiveCard): string {
  return [frame, ...body, ...actions].map((part) => JSON.stringify(part)).join('\n')
}

function kindsOf(node: { readonly type: string; readonly children?: readonly object[] }): readonly string[] {
  const below = (node.children ?? []).filter((child): child is typeof node => 'type' in child)
  return [node.type, ...below.flatMap(kindsOf)]
}
