import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../src/digest/timeline.ts'
import { report, windowsOf } from './windows.ts'

const NOW = '2026-11-18T07:30:00.000Z'
const hours = (part: number) => Math.round(part * 7 * 24 * 100) / 100
const barsOf = (zone: string, given: Parameters<typeof report>[0], now = NOW) =>
  timelineOf(windowsOf(report(given)), zone, now, 2).map(({ products }) =>
    products.flatMap(({ bars }) => bars.map(({ from, width }) => [hours(from), hours(width)])),
  )

describe('the weeks of a timeline', () => {
  it.each([
    ['Europe/Paris', '2026-11-18T07:30:00.000Z', '2026-11-16'],
    ['Europe/Paris', '2026-11-22T22:59:00.000Z', '2026-11-16'],
    ['Europe/Paris', '2026-11-22T23:00:00.000Z', '2026-11-23'],
    ['Pacific/Pago_Pago', '2026-11-23T10:59:00.000Z', '2026-11-16'],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00.000Z', '2026-11-23'],
  ])('begin on Monday, in %s at %s with %s', (zone, now, monday) => {
    const weeks = timelineOf([], zone, now, 4)
    expect(weeks).toHaveLength(4)
    expect(weeks[0]?.days[0]).toBe(monday)
    expect(weeks.every(({ days }) => days.length === 7)).toBe(true)
    expect(weeks.map((week) => week.now !== undefined)).toEqual([true, false, false, false])
  })

  it('know where now is', () => {
    expect(hours(timelineOf([], 'Europe/Paris', NOW, 1)[0]?.now ?? 0)).toBe(48 + 8.5)
  })
})

describe('a bar', () => {
  it('lies where its window does, on the reader’s clock', () => {
    const window = { start: '2026-11-19T21:00:00.000Z', end: '2026-11-20T03:00:00.000Z' }
    expect(barsOf('Europe/Paris', window)).toEqual([[[72 + 22, 6]], []])
    expect(barsOf('America/New_York', window)).toEqual([[[72 + 16, 6]], []])
  })

  it('is as wide as can be seen, and stays inside of the week', () => {
    const minutes = { start: '2026-11-22T22:50:00.000Z', end: '2026-11-22T22:55:00.000Z' }
    const [[[from = 0, width = 0] = []] = []] = barsOf('Europe/Paris', minutes)
    expect(width).toBeGreaterThan(1)
    expect(from + width).toBeCloseTo(168, 1)
  })

  it('goes on in the next week', () => {
    const window = { start: '2026-11-21T23:00:00.000Z', end: '2026-11-23T23:00:00.000Z' }
    expect(barsOf('Europe/Paris', window)).toEqual([[[144, 24]], [[0, 24]]])
  })

  it.each([
    ['back', '2026-10-21T10:00:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['forward', '2026-03-25T10:00:00.000Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ])('of a whole day is a day wide also when clocks go %s', (_, now, start, end) => {
    expect(barsOf('Europe/Paris', { start, end }, now)[0]).toEqual([[144, 24]])
  })

  it('stands with each of its products, by the alphabet', () => {
    const [week] = timelineOf(windowsOf(report({ products: ['OX Cloud', 'Email Pro'] })), 'UTC', NOW, 1)
    expect(week?.products.map(({ product, bars }) => [product, bars.length])).toEqual([
      ['Email Pro', 1],
      ['OX Cloud', 1],
    ])
  })

  it('of a moment at midnight belongs to the week that begins', () => {
    const moment = '2026-11-22T23:00:00.000Z'
    expect(barsOf('Europe/Paris', { start: moment, end: moment })).toEqual([[], [[0, expect.any(Number)]]])
  })
})
