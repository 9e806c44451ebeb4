import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../adapters/slack/render/limits.ts'
import { renderSlack, type SlackMessage } from '../../adapters/slack/render/render-slack.ts'
import { sectionView } from '../../adapters/slack/render/section-view.ts'
import type { Answer, Block, Option } from '../../src/answer/answer.ts'
import { composeEntries } from '../../src/answer/compose-entries.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { answers, knowledge } from '../answer/resolutions.ts'
import { expectGolden } from '../golden.ts'
import { messageProblems, viewProblems } from './payload.ts'

const style = { surface: 'open', answer: 'Answer', publicUrl: 'https://raci.example.com' } as const

describe('Slack messages of every kind of answer', () => {
  it.each(Object.entries(answers))('%s', (name, answer) => {
    const message = renderSlack(answer, style)
    expect(problems(message)).toEqual([])
    expectGolden(`${name}.slack.txt`, drawn(message))
  })

  it.each(Object.entries(answers))('%s says what the terminal says', (_name, answer) => {
    const said = new Set(words(textsOf(renderSlack(answer, style).blocks).join(' ')))
    const terminal = renderText(answer, { width: 40 })
      .replaceAll(/https?:\S+/gu, '')
      .replaceAll(/^ *\d+\. /gmu, '')
    expect(words(terminal).filter((word) => !said.has(word))).toEqual([])
  })
})

const HOSTILE = [
  '<!channel> <!here> <@U0ADA> <#C0GENERAL> <https://evil.example|Open the document>',
  '*bold* _italic_ ~struck~ `code` ```block``` > quoted',
  ':tada: @channel @everyone &lt;!channel&gt; & < >',
  '\u202egnihtemos\u202c \u0007 \ud800 \u200f',
].join(' ')

describe('what a document or a person wrote', () => {
  const row: Block = {
    type: 'row',
    product: HOSTILE,
    section: [HOSTILE],
    text: HOSTILE,
    roles: [{ party: HOSTILE, cell: HOSTILE, words: HOSTILE }],
  }
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
      row,
      { type: 'quote', product: HOSTILE, section: [HOSTILE], lines: [HOSTILE] },
      { type: 'source', title: HOSTILE, url: 'https://docs.example.com/a?b=*x*|y>z<w', page: '/documents/a|b>c' },
      { type: 'options', options: [option(1), option(2)] },
      { type: 'options', options: [] },
      { type: 'lines', lines: [HOSTILE, `- ${HOSTILE}`] },
    ],
    actions: [{ name: 'ask', value: HOSTILE, label: HOSTILE.slice(0, 75) }],
    items: [],
  }

  it('neither mentions, links nor formats', () => {
    expect(problems(renderSlack(answer, { ...style, share: HOSTILE }))).toEqual([])
  })

  it('is escaped in the text beside the blocks, once', () => {
    expect(renderSlack({ ...answer, blocks: [{ type: 'sentence', text: 'a < b & c' }] }, style).text).toBe(
      'a &lt; b &amp; c',
    )
  })

  it('links nothing but http', () => {
    const source: Block = { type: 'source', title: 'T', url: 'javascript:alert(1)', page: '/x' }
    expect(JSON.stringify(renderSlack({ ...answer, blocks: [source] }, style).blocks)).not.toContain('javascript')
  })
})

describe('answers of any length', () => {
  const sentence = (length: number): Block => ({ type: 'sentence', text: 'word '.repeat(length / 5) })
  const answerOf = (blocks: readonly Block[]): Answer => ({
    kind: 'list',
    blocks,
    actions: [{ name: 'miss', value: 'q', label: 'Not what I asked' }],
    items: [],
  })
  const source: Block = { type: 'source', title: 'T', url: 'https://docs.example.com/t', page: '/documents/t' }

  it.each([
    ['one text of 100,000 characters', [sentence(100_000), source]],
    ['400 sentences', [...Array.from({ length: 400 }, () => sentence(40)), source]],
    ['60 texts of 900 characters', [...Array.from({ length: 60 }, () => sentence(900)), source]],
  ])('%s are cut with a link, and keep what can be done next', (_name, blocks) => {
    const message = renderSlack(answerOf(blocks), style)
    expect(problems(message)).toEqual([])
    expect(message.blocks.at(-1)).toMatchObject({ type: 'actions' })
    if (blocks.length > 2) expect(JSON.stringify(message.blocks.at(-2))).toContain('Read on in the console')
  })

  it('says how to see the rest when there is no page', () => {
    const { publicUrl: _none, ...bare } = style
    const { blocks } = renderSlack(answerOf(Array.from({ length: 60 }, () => sentence(900))), bare)
    expect(JSON.stringify(blocks.at(-2))).toContain('show PRODUCT SECTION')
  })

  it.each(knowledge.documents.map((document) => [document.product, document] as const))(
    'the whole of %s fits a message and a modal',
    (product, { entries }) => {
      const answer = composeEntries(product, entries, knowledge)
      expect(problems(renderSlack(answer, style))).toEqual([])
      expect(viewProblems({ ...sectionView(answer, style) })).toEqual([])
    },
  )
})

describe('choices', () => {
  const option = (at: number): Option => ({
    action: { name: 'choose', value: `document#section/${'row-'.repeat(40)}${at}`, label: `Row ${at}` },
    title: `Row ${at}`,
    detail: 'OVHcloud does it (R, A)',
  })
  const choices = (count: number): SlackMessage =>
    renderSlack(
      {
        kind: 'choices',
        blocks: [{ type: 'options', options: Array.from({ length: count }, (_, at) => option(at)) }],
        actions: [],
        items: [],
      },
      style,
    )

  it('up to five have a button each', () => {
    const accessories = choices(5).blocks.flatMap((block) =>
      'accessory' in block && block.accessory ? [block.accessory.type] : [],
    )
    expect(accessories).toEqual(Array(5).fill('button'))
  })

  it.each([6, 100, 250])('%i become a select', (count) => {
    const message = choices(count)
    expect(problems(message)).toEqual([])
    const [select] = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    expect(select).toMatchObject({ type: 'static_select' })
    expect(select && 'options' in select ? select.options?.length : 0).toBe(Math.min(count, LIMITS.selectOptions))
  })
})

function problems(message: SlackMessage): readonly string[] {
  return messageProblems({ ...message })
}

/** A message as a reviewer reads it. */
function drawn({ text, blocks }: SlackMessage): string {
  return `${text}\n\n${blocks.map((block) => JSON.stringify(block)).join('\n')}`
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsOf(inner),
  )
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
