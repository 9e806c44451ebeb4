import { describe, expect, it } from 'vitest'
import { readTimes, type TypedTimes } from '../../src/digest/typed-times.ts'
import { nearestZone, zoneNamed } from '../../src/digest/zones.ts'

const read = (more: Partial<TypedTimes> = {}) =>
  readTimes({ day: '2026-11-19', time: '22:00', zone: 'Europe/Paris', until: '2 h', ...more })
const START = '2026-11-19T21:00:00.000Z'

describe('how long, or until when', () => {
  it.each([
    ['2 h', '23:00'],
    ['2h', '23:00'],
    ['for 2 hours', '23:00'],
    ['90 min', '22:30'],
    ['90 minutes', '22:30'],
    ['1 h 30 min', '22:30'],
    ['1h30', '22:30'],
    ['1.5 h', '22:30'],
    ['1,5 h', '22:30'],
    ['23:30', '22:30'],
    ['until 23:30', '22:30'],
    ['2026-11-19 23:30', '22:30'],
  ])('%s', (until, end) => {
    expect(read({ until })).toEqual({ kind: 'read', start: START, end: `2026-11-19T${end}:00.000Z` })
  })

  it.each([
    ['01:00', '2026-11-20T00:00:00.000Z'],
    ['22:00', '2026-11-20T21:00:00.000Z'],
    ['2026-11-21 01:00', '2026-11-21T00:00:00.000Z'],
    ['2 d', '2026-11-21T21:00:00.000Z'],
    ['1 day 2 h', '2026-11-20T23:00:00.000Z'],
  ])('%s is on a later day', (until, end) => {
    expect(read({ until })).toEqual({ kind: 'read', start: START, end })
  })

  it.each([
    ['', 'Write how long it lasts'],
    ['soon', 'Write how long it lasts'],
    ['90', 'Write how long it lasts'],
    ['25:00', 'Write how long it lasts'],
    ['0 h', 'not after the start'],
    ['2026-11-18 23:00', 'not after the start'],
    ['40 d', 'longer than 31 days'],
  ])('refuses “%s”', (until, words) => {
    expect(read({ until })).toMatchObject({ kind: 'wrong', field: 'until', because: expect.stringContaining(words) })
  })
})

describe('the start', () => {
  it.each([
    [{ day: '19/11/2026' }, 'day'],
    [{ day: '2026-02-30' }, 'day'],
    [{ time: '24:00' }, 'time'],
    [{ time: 'ten' }, 'time'],
  ])('refuses %j', (more, field) => {
    expect(read(more)).toMatchObject({ kind: 'wrong', field })
  })
})

describe('when clocks change', () => {
  it('says which hour is left out', () => {
    expect(read({ day: '2026-03-29', time: '02:30' })).toEqual({
      kind: 'wrong',
      field: 'time',
      because: 'On 29 March 2026 clocks in Europe/Paris go forward from 02:00 to 03:00: there is no 02:30.',
    })
  })

  it('asks which of two is meant, and takes either', () => {
    const twice = { day: '2026-10-25', time: '02:30' }
    expect(read(twice)).toEqual({
      kind: 'twice',
      because:
        'On 25 October 2026 clocks in Europe/Paris go back, so 02:30 comes twice (UTC+02:00 and UTC+01:00). Say which one is meant.',
      first: 'The first 02:30 (UTC+02:00)',
      second: 'The second 02:30 (UTC+01:00)',
    })
    expect(read({ ...twice, which: 'first' })).toMatchObject({ start: '2026-10-25T00:30:00.000Z' })
    expect(read({ ...twice, which: 'second' })).toMatchObject({ start: '2026-10-25T01:30:00.000Z' })
  })

  it('counts hours that pass, and asks for them where the end is not one moment', () => {
    const night = { day: '2026-10-24', time: '23:00' }
    expect(read({ ...night, until: '6 h' })).toMatchObject({ end: '2026-10-25T03:00:00.000Z' })
    expect(read({ ...night, until: '02:30' })).toMatchObject({
      field: 'until',
      because: expect.stringMatching(/comes twice .* Write how long it lasts instead/u),
    })
    expect(read({ day: '2026-03-28', time: '23:00', until: '02:30' })).toMatchObject({
      field: 'until',
      because: expect.stringContaining('there is no 02:30. Choose another end'),
    })
  })

  it('knows half hours', () => {
    const there = { zone: 'Australia/Lord_Howe', day: '2026-10-04', time: '02:10' }
    expect(read(there)).toMatchObject({ because: expect.stringContaining('from 02:00 to 02:30') })
  })
})

describe('zones', () => {
  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['america/new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['Paris', undefined],
    ['+02:00', undefined],
    ['', undefined],
  ])('“%s” is %s', (text, zone) => {
    expect(zoneNamed(text)).toBe(zone)
  })

  it.each([
    ['Paris', 'Europe/Paris'],
    ['Europe/Pari', 'Europe/Paris'],
    ['Pairs', 'Europe/Paris'],
    ['new york', 'America/New_York'],
    ['Europe/Atlantis', undefined],
    ['x', undefined],
  ])('“%s” may have meant %s', (text, zone) => {
    expect(nearestZone(text)).toBe(zone)
  })
})
