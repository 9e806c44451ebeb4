import { describe, expect, it } from 'vitest'
import { renderSlack } from '../../adapters/slack/render/render-slack.ts'
import { bytesOf, MESSAGE_BYTES } from '../../adapters/teams/render/fit-card.ts'
import { renderCard } from '../../adapters/teams/render/render-card.ts'
import { messageOf } from '../../adapters/teams/sender.ts'
import { renderHtml } from '../../adapters/web/render-html.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { expectGolden } from '../golden.ts'
import { messageProblems } from '../slack/payload.ts'
import { cardProblems } from '../teams/card-schema.ts'
import { digest, digests } from './digests.ts'
import { notices } from './notices.ts'
import { report, windowsOf } from './windows.ts'

const composed: Readonly<Record<string, Answer>> = {
  ...Object.fromEntries(Object.entries(digests).map(([name, { answer }]) => [name, answer])),
  ...notices,
}

describe.each(Object.entries(composed))('%s', (name, answer) => {
  it('reads as its golden', () => {
    expectGolden(`${name}.txt`, renderText(answer, { width: 80 }))
  })

  it('is a message that Slack takes', () => {
    const message = renderSlack(answer, { surface: 'open', answer: 'Digest', publicUrl: 'https://raci.example.com' })
    expect(messageProblems({ ...message })).toEqual([])
    expect(JSON.stringify(message.blocks)).not.toContain('This is not all')
    expectGolden(
      `${name}.slack.txt`,
      `${message.text}\n\n${message.blocks.map((block) => JSON.stringify(block)).join('\n')}`,
    )
  })

  it('is a card that Teams takes, whole', () => {
    const card = renderCard(answer, { answer: 'Digest', publicUrl: 'https://raci.example.com' })
    expect(cardProblems(card)).toEqual([])
    expect(bytesOf(messageOf(card, answer))).toBeLessThan(MESSAGE_BYTES)
    expect(JSON.stringify(card)).not.toContain('This is not all')
    expect(card.speak).not.toContain('https://')
    expectGolden(`${name}.card.txt`, card.body.map((element) => JSON.stringify(element)).join('\n'))
  })

  it('is drawn in the console', () => {
    expectGolden(`${name}.html`, renderHtml(answer, { question: '' }).toString())
  })
})

describe('what a digest tells of', () => {
  const text = (...given: Parameters<typeof digest>) => renderText(digest(...given).answer)
  const at = (start: string, end: string, more = {}) =>
    windowsOf(report({ start: `2026-11-${start}:00.000Z`, end: `2026-11-${end}:00.000Z`, ...more }))

  it.each([
    ['over midnight into today', at('17T22:00', '18T08:00'), 'Today and under way\n\nEmail Pro'],
    ['later today', at('18T20:00', '18T21:00'), 'Today and under way\n\nEmail Pro'],
    [
      'still in progress after its end',
      at('17T20:00', '17T21:00', { state: 'in progress' }),
      'in progress beyond its planned end',
    ],
    ['begun by its plan', at('18T07:00', '18T09:00'), 'under way by its plan'],
    ['over by its plan', at('18T05:00', '18T06:00'), 'over by its plan; no source says that it is completed'],
    ['on the third business day', at('23T20:00', '23T21:00'), 'Until Monday 23 November\n\nEmail Pro'],
    ['on the weekend before it', at('21T20:00', '21T21:00'), 'Until Monday 23 November\n\nEmail Pro'],
  ])('%s', (_, windows, words) => {
    expect(text({ windows })).toContain(words)
  })

  it.each([
    ['over since yesterday', at('17T06:00', '17T07:00')],
    ['beyond the third business day', at('24T20:00', '24T21:00')],
    ['cancelled', at('18T20:00', '18T21:00', { state: 'cancelled' })],
    ['completed', at('18T05:00', '18T06:00', { state: 'completed' })],
    ['another product’s', at('18T20:00', '18T21:00', { products: ['Backup'] })],
  ])('not: %s', (_, windows) => {
    expect(digest({ windows }).isEmpty).toBe(true)
  })

  it('looks further over holidays', () => {
    const holidays = { name: 'Test', days: ['2026-11-19', '2026-11-20'] }
    expect(text({ windows: at('25T20:00', '25T21:00'), holidays })).toContain(
      'Until Wednesday 25 November\n\nEmail Pro',
    )
  })

  it('is not empty when a source could not be read', () => {
    expect(digest({ outages: [{ source: 'web-cloud', reason: 'answered 500' }] }).isEmpty).toBe(false)
  })

  it('is of all products when none was chosen', () => {
    const windows = at('18T20:00', '18T21:00', { products: ['Backup'] })
    expect(text({ windows, products: [] })).toContain('Who: no loaded document has a row on updates and patches')
  })
})

describe('who does it', () => {
  const told = (title: string) => {
    const times = { start: '2026-11-18T20:00:00.000Z', end: '2026-11-18T21:00:00.000Z' }
    return renderText(digest({ windows: windowsOf(report({ title, ...times })) }).answer)
  }

  it('is the row on what the title names', () => {
    const restore = told('Backup restore of the mail stores')
    expect(restore).toContain('“Realize backup recovery”')
    expect(restore).not.toContain('updates and patches')
    expect(told('Replacement of disks')).toContain('“Replace deficient hardware')
  })

  it.each(['Upgrade of the mail servers', 'Security patching', 'Emergency reboot', 'Phase 2', ''])(
    'is the row on updates and patches where it says %j',
    (title) => expect(told(title)).toContain('“Plan and deploy updates and patches'),
  )
})

describe('links', () => {
  it.each([
    ['javascript:alert(1)', false],
    ['data:text/html,<script>', false],
    ['//evil.example/', false],
    ['https://status.example.com/m?a=1&b=<2>|3', true],
  ])('%s: a link is %s', (url, isLinked) => {
    const { answer } = digest({
      windows: windowsOf(report({ url, title: 'Hostile <https://evil.example|x> & *bold*' })),
    })
    const message = renderSlack(answer, { surface: 'open', answer: 'Digest' })
    const drawn = [
      JSON.stringify(message.blocks),
      JSON.stringify(renderCard(answer, { answer: 'Digest' })),
      renderHtml(answer, { question: '' }).toString(),
    ]
    expect(messageProblems({ ...message })).toEqual([])
    const asLink = /(?:"url":|href=)"(?:https:\/\/status\.example|javascript|data|\/\/evil)/u
    expect(drawn.map((one) => asLink.test(one))).toEqual(drawn.map(() => isLinked))
    expect(drawn.map((one) => /(?:"url":|href=)"https:\/\/evil/u.test(one))).toEqual(drawn.map(() => false))
  })
})

describe('as long as a digest can get', () => {
  const long = (length: number) => 'Übermäßig 𝓁𝑜𝓃𝑔 <b>*words*</b> & 漢字 '.repeat(length).slice(0, length)
  const products = Array.from({ length: 30 }, (_, at) => `Product ${at} ${long(60)}`)
  const windows = windowsOf(
    ...Array.from({ length: 240 }, (_, at) =>
      report({
        ...{ key: `w${at}`, title: `${at} ${long(900)}`, impact: long(3_000), products: [products[at % 30] ?? ''] },
        url: `https://status.example.com/${'x'.repeat(at % 2 ? 500 : 2_900)}`,
        start: `2026-11-${at % 2 ? 18 : 19}T${String(at % 24).padStart(2, '0')}:00:00.000Z`,
        end: '2026-11-20T06:00:00.000Z',
      }),
    ),
  )
  const { answer } = digest({ windows, products: [], since: '2026-11-16T00:00:00.000Z' })

  it.each([1, 6, 14, 240])('%i windows: nothing is cut off by a platform', (count) => {
    const some = digest({ windows: windows.slice(0, count), products: [], since: '2026-11-16T00:00:00.000Z' }).answer
    const message = renderSlack(some, { surface: 'open', answer: 'Digest', publicUrl: 'https://raci.example.com' })
    const card = renderCard(some, { answer: 'Digest', publicUrl: 'https://raci.example.com' })
    expect(messageProblems({ ...message })).toEqual([])
    expect(cardProblems(card)).toEqual([])
    expect(bytesOf(messageOf(card, some))).toBeLessThan(MESSAGE_BYTES)
    const cut = [message.blocks, card].map((rendering) => JSON.stringify(rendering).includes('This is not all'))
    expect(cut).toEqual([false, false])
  })

  it('what is not told is counted', () => {
    const said = [...renderText(answer).matchAll(/(\d+) windows|(\d+) more windows on/gu)]
    expect(said.reduce((sum, [, one = '0', more = '0']) => sum + Number(one) + Number(more), 0)).toBe(240)
  })
})
