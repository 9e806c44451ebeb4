import { describe, expect, it } from 'vitest'
import { MONDAY_TO_FRIDAY } from '../../src/digest/business-days.ts'
import { dueDigests } from '../../src/digest/due.ts'
import { instantAt } from '../../src/digest/local-time.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const paris = { time: '08:30', zone: 'Europe/Paris', weekdays: MONDAY_TO_FRIDAY, since: '2026-01-01T00:00:00.000Z' }
const standings = (now: string, given = {}) =>
  dueDigests({ ...paris, ...given }, now).map(({ day, standing }) => `${day} ${standing}`)

describe('a channel in Paris at 08:30', () => {
  it.each([
    ['a second before', '2026-11-18T07:29:59.000Z', ['2026-11-16 missed', '2026-11-17 missed']],
    ['the minute itself', '2026-11-18T07:30:00.000Z', ['2026-11-16 missed', '2026-11-17 missed', '2026-11-18 on-time']],
    ['a quarter of an hour later', '2026-11-17T07:45:00.000Z', ['2026-11-16 missed', '2026-11-17 on-time']],
    ['an hour later', '2026-11-17T08:30:00.000Z', ['2026-11-16 missed', '2026-11-17 late']],
    ['at the end of the grace', '2026-11-17T10:30:00.000Z', ['2026-11-16 missed', '2026-11-17 late']],
    ['past the grace', '2026-11-17T10:30:01.000Z', ['2026-11-16 missed', '2026-11-17 missed']],
    ['on a Sunday', '2026-11-15T09:00:00.000Z', ['2026-11-13 missed']],
  ])('%s', (_, now, expected) => {
    expect(standings(now)).toEqual(expected)
  })

  it('makes up for nothing that was due before somebody asked', () => {
    expect(standings('2026-11-18T08:00:00.000Z', { since: '2026-11-18T07:31:00.000Z' })).toEqual([])
  })

  it('has a grace time that crosses midnight', () => {
    expect(standings('2026-11-17T23:40:00.000Z', { time: '23:30', since: '2026-11-17T00:00:00.000Z' })).toEqual([
      '2026-11-17 late',
    ])
  })

  it('keeps holidays', () => {
    const holidays = { name: 'France', days: ['2026-11-11'] }
    expect(dueDigests(paris, '2026-11-11T08:00:00.000Z', holidays).map(({ day }) => day)).toEqual([
      '2026-11-09',
      '2026-11-10',
    ])
  })
})

describe('changes of the clock', () => {
  it.each([
    ['left out: an hour later', '2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['twice: the first', '2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['left out at midnight', '2026-03-08', '00:30', 'America/Havana', '2026-03-08T05:30:00.000Z'],
    ['half an hour of change', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['-11', '2026-11-18', '08:30', 'Pacific/Pago_Pago', '2026-11-18T19:30:00.000Z'],
    ['+14', '2026-11-18', '08:30', 'Pacific/Kiritimati', '2026-11-17T18:30:00.000Z'],
    ['the leap day', '2028-02-29', '08:30', 'Europe/Paris', '2028-02-29T07:30:00.000Z'],
  ])('%s', (_, day, time, zone, instant) => {
    expect(instantAt(day, time, zone)).toBe(instant)
  })
})

/** Independent of the code under test: the runtime's own formatter says what the clock of a zone shows. */
function clockOf(
  zone: string,
): (at: number) => { readonly day: string; readonly weekday: number; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hour12: false,
  })
  return (at) => {
    const [day = '', time = ''] = format.format(at).split(', ')
    return { day, weekday: new Date(`${day}T12:00:00Z`).getUTCDay() || 7, time: time.replace(/^24/u, '00') }
  }
}

const HOUR = 3_600_000
const START = Date.parse('2028-01-01T12:00:00Z')
const END = Date.parse('2029-01-01T12:00:00Z')

describe('the leap year 2028, looked at every hour', () => {
  it.each([
    ['Pacific/Pago_Pago', '08:30', MONDAY_TO_FRIDAY],
    ['Pacific/Kiritimati', '08:30', MONDAY_TO_FRIDAY],
    ['Europe/Paris', '08:30', MONDAY_TO_FRIDAY],
    ['Europe/Paris', '02:30', EVERY_DAY],
    ['Europe/Paris', '00:00', EVERY_DAY],
    ['America/New_York', '23:59', MONDAY_TO_FRIDAY],
    ['America/St_Johns', '09:00', MONDAY_TO_FRIDAY],
    ['America/Havana', '00:30', EVERY_DAY],
    ['Australia/Lord_Howe', '02:15', EVERY_DAY],
    ['Pacific/Chatham', '02:45', EVERY_DAY],
    ['Asia/Kathmandu', '08:30', MONDAY_TO_FRIDAY],
    ['Africa/Casablanca', '02:30', EVERY_DAY],
    ['Asia/Riyadh', '08:30', [7, 1, 2, 3, 4]],
    ['UTC', '12:00', MONDAY_TO_FRIDAY],
  ])('%s at %s: every working day once', (zone, time, weekdays) => {
    const holidays = { name: 'test', days: ['2028-02-29', '2028-12-25'] }
    const clock = clockOf(zone)
    const posted = new Map<string, number>()
    const shown = new Set<string>()
    for (let at = START; at <= END; at += HOUR) {
      const now = new Date(at).toISOString()
      const since = new Date(START).toISOString()
      for (const { day, due, standing } of dueDigests({ time, zone, weekdays, since }, now, holidays)) {
        if (standing === 'missed' || shown.has(day)) continue
        shown.add(day)
        posted.set(day, (posted.get(day) ?? 0) + 1)
        const there = clock(Date.parse(due))
        expect(there.day).toBe(day)
        // On the days of a gap the clock has moved on by the length of the change.
        if (there.time !== time)
          expect([`2028-03`, `2028-10`, '2028-09', '2028-02', '2028-01']).toContain(day.slice(0, 7))
      }
    }
    const expected = new Set<string>()
    for (let at = START; at <= END; at += HOUR / 4) {
      const { day, weekday } = clock(at)
      if (weekdays.includes(weekday) && !holidays.days.includes(day)) expected.add(day)
    }
    const first = clock(START).day
    const last = clock(END).day
    const inside = (day: string) => day > first && day < last
    expect([...posted.keys()].filter(inside)).toEqual([...expected].filter(inside))
    expect(new Set(posted.values())).toEqual(new Set([1]))
  })
})
