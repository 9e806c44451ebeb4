import { describe, expect, it } from 'vitest'
import { readIcalendar } from '../../adapters/sources/read-icalendar.ts'
import { config, fixture } from './fixture.ts'

const range = { from: '2026-10-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }
const calendar = fixture('calendar.ics').replaceAll('\n', '\r\n')
const read = readIcalendar(calendar, config(), range)
const of = (uid: string) => read?.reports.filter(({ key }) => key.startsWith(uid)) ?? []

describe('a repeated event', () => {
  const key = (start: string) => `weekly@example.com/${start}:00.000Z`

  it('is a window each time, on the clock of its zone over the change, without the excluded day', () => {
    expect(of('weekly').map(({ key, start, state }) => [key, start.slice(0, 16), state])).toEqual([
      [key('2026-10-22T02:00'), '2026-10-22T02:00', 'scheduled'],
      [key('2026-10-29T02:00'), '2026-10-29T02:00', 'scheduled'],
      [key('2026-11-12T03:00'), '2026-11-13T03:00', 'scheduled'],
      [key('2026-11-19T03:00'), '2026-11-19T03:00', 'cancelled'],
      [key('2026-11-26T03:00'), '2026-11-26T03:00', 'scheduled'],
    ])
  })

  it('has products by its categories, also where an exception leaves them out', () => {
    expect(of('weekly').map(({ products }) => products)).toEqual(Array(5).fill(['Email Pro']))
  })

  it('has folded and escaped words read', () => {
    expect(of('weekly')[0]).toMatchObject({
      zone: 'America/New_York',
      announcedAt: '2026-10-01T08:00:00.000Z',
      impact:
        'Webmail restarts, once about two minutes. This line is folded where the standard says that lines are folded.',
    })
  })
})

describe('times', () => {
  it.each([
    ['in UTC, with a duration', 'utc', '2026-11-20T21:00', '2026-11-20T22:30', 'Europe/Paris'],
    ['without a zone: of the calendar’s', 'floating', '2026-11-20T20:00', '2026-11-20T21:00', 'Europe/Paris'],
    ['a day without an end', 'day', '2026-11-20T23:00', '2026-11-21T23:00', 'Europe/Paris'],
    ['in a zone as Windows calls it', 'outlook', '2026-11-21T21:00', '2026-11-21T22:00', 'Europe/Berlin'],
  ])('%s', (_, uid, start, end, zone) => {
    expect(of(uid)).toMatchObject([{ start: `${start}:00.000Z`, end: `${end}:00.000Z`, zone }])
  })

  it('without a zone are of the zone that the operator says', () => {
    const there = readIcalendar(calendar, config({ zone: 'Asia/Tokyo' }), range)?.reports
    expect(there?.find(({ key }) => key.startsWith('floating'))?.start).toBe('2026-11-20T12:00:00.000Z')
  })
})

it('an address may say that it is one', () => {
  const said = readIcalendar(calendar.replace('URL:', 'URL;VALUE=URI:'), config(), range)?.reports
  expect(said?.find(({ key }) => key.startsWith('utc'))?.url).toBe('https://status.example.com/utc')
})

describe('products and kind', () => {
  it('come from the words of the title', () => {
    expect(of('utc')).toMatchObject([
      { products: ['Trusted Exchange'], kind: 'emergency', url: 'https://status.example.com/utc' },
    ])
  })

  it('leave out what is none of ours', () => {
    expect(of('other')).toEqual([])
  })
})

it('tells what it left out', () => {
  expect(read?.problems).toEqual([
    'event flood@example.com: it repeats more than once a day, so it was left out',
    'event broken@example.com: its times cannot be read',
  ])
})

it.each(['', 'hello', '<html>', calendar.slice(0, 1500)])('is no whole calendar: %#', (wrong) => {
  expect(readIcalendar(wrong, config(), range)).toBeUndefined()
})
