import { describe, expect, it } from 'vitest'
import { MONDAY_TO_FRIDAY } from '../../src/digest/business-days.ts'
import { noticeOf } from '../../src/digest/notice.ts'
import type { CommunicationRule } from '../../src/domain/communication-rule.ts'
import { noticeRulesOf } from '../../src/domain/maintenance-notice.ts'
import { shipped } from './shipped.ts'
import { report } from './windows.ts'

const rule = (quote: string, heading = 'Planned maintenance'): CommunicationRule => ({
  type: 'rule',
  id: 'ox#1',
  document: 'ox',
  product: 'OX Cloud',
  section: ['Maintenance communication', heading],
  quote,
  source: { title: 'OX Cloud', line: 1 },
})
const three = noticeRulesOf(rule('Maintenance is announced by email three business days in advance.'))
const working = { weekdays: MONDAY_TO_FRIDAY }

describe('rules of the shipped documents', () => {
  const found = shipped.documents
    .flatMap((document) => document.entries)
    .flatMap((entry) => (entry.type === 'rule' ? noticeRulesOf(entry) : []))

  it('are OX Cloud’s two: three business days, and the emergency’s own words', () => {
    expect(found.filter((one) => one.businessDays !== undefined)).toMatchObject([{ for: 'planned', businessDays: 3 }])
    expect(found.filter((one) => one.for === 'emergency').map(({ words }) => words)).toEqual([
      'Emergency maintenance is communicated within 4 hours of the scheduled time.',
    ])
  })
})

describe('numbers of days', () => {
  it.each([
    ['Maintenance is announced at least 5 working days before it starts.', 5],
    ['We give ten business days notice of maintenance.', 10],
    ['Customers are notified of maintenance two (2) business days in advance.', 2],
    ['Customers are notified of maintenance 48 hours in advance.', undefined],
  ])('%s', (words, days) => {
    expect(noticeRulesOf(rule(words))[0]?.businessDays).toBe(days)
  })

  it('are not taken from rules about something else', () => {
    const planned =
      'The Customer has to discuss such activities at least 15 business days before it triggers the event.'
    expect(noticeRulesOf(rule(planned, 'Load tests'))).toEqual([])
  })
})

describe('three business days', () => {
  // 2026-11-16 is a Monday; Paris is an hour ahead of UTC.
  it.each([
    ['Monday morning for Thursday evening', '2026-11-16T08:00', '2026-11-19T21:00', 3, 'in time'],
    ['Tuesday for Thursday', '2026-11-17T08:00', '2026-11-19T21:00', 2, 'late'],
    [
      'Monday afternoon for the small hours of Thursday',
      '2026-11-16T15:00',
      '2026-11-19T01:00',
      3,
      'the document does not say',
    ],
    ['Monday afternoon for the small hours of Friday', '2026-11-16T15:00', '2026-11-20T01:00', 4, 'in time'],
    ['Tuesday afternoon for a Sunday', '2026-11-17T15:00', '2026-11-22T01:00', 3, 'in time'],
    ['Wednesday for a Sunday', '2026-11-18T09:00', '2026-11-22T01:00', 2, 'late'],
    [
      'Saturday for Wednesday: Monday is the first day',
      '2026-11-14T09:00',
      '2026-11-18T12:00',
      3,
      'the document does not say',
    ],
    ['after the start', '2026-11-19T22:00', '2026-11-19T21:00', 0, 'late'],
    ['in the zone of the window: 23:30 UTC is Tuesday in Paris', '2026-11-16T23:30', '2026-11-19T21:00', 2, 'late'],
  ] as const)('%s', (_, announced, start, businessDays, verdict) => {
    const window = report({ start: `${start}:00.000Z`, announcedAt: `${announced}:00.000Z` })
    expect(noticeOf(window, three, working)).toMatchObject({ businessDays, verdict })
  })

  it('count no holiday of the calendar', () => {
    const window = report({ announcedAt: '2026-11-16T08:00:00.000Z' })
    const holidays = { name: 'test', days: ['2026-11-18'] }
    expect(noticeOf(window, three, { ...working, holidays })).toMatchObject({ businessDays: 2, verdict: 'late' })
  })
})

describe('what cannot be judged', () => {
  const announcedAt = '2026-11-16T08:00:00.000Z'
  const urgent = noticeRulesOf(rule('Emergency maintenance is communicated within 4 hours of the scheduled time.'))

  it.each([
    ['nobody said when it was announced', report(), three, 'no source says when it was announced'],
    ['no rule', report({ announcedAt }), [], 'no loaded rule promises a notice'],
    [
      'an emergency',
      report({ announcedAt, kind: 'emergency' }),
      [...three, ...urgent],
      'its words promise no number of business days',
    ],
  ] as const)('%s', (_, window, rules, because) => {
    expect(noticeOf(window, rules, working)).toMatchObject({ verdict: 'the document does not say', because })
  })

  it('still counts the days', () => {
    expect(noticeOf(report({ announcedAt }), [], working).businessDays).toBe(3)
  })
})
