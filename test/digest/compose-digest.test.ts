import { describe, expect, it } from 'vitest'
import { renderSlack } from '../../adapters/slack/render/render-slack.ts'
import { renderHtml } from '../../adapters/web/render-html.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { expectGolden } from '../golden.ts'
import { messageProblems } from '../slack/payload.ts'
import { digest, digests } from './digests.ts'
import { report, windowsOf } from './windows.ts'

describe.each(Object.entries(digests))('%s', (name, { answer }) => {
  it('reads as its golden', () => {
    expectGolden(`${name}.txt`, renderText(answer, { width: 100 }))
  })

  it('is a message that Slack takes', () => {
    const message = renderSlack(answer, { surface: 'open', answer: 'Digest', publicUrl: 'https://raci.example.com' })
    expect(messageProblems({ ...message })).toEqual([])
    expectGolden(
      `${name}.slack.txt`,
      `${message.text}\n\n${message.blocks.map((block) => JSON.stringify(block)).join('\n')}`,
    )
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
