// What a channel is told on the day itself, by what its windows went through.

import { describe, expect, it } from 'vitest'
import { type DueNotice, dueNotices, isCalledFor, type Wish } from '../../src/digest/due-notices.ts'
import type { MaintenanceReport, MaintenanceWindow } from '../../src/domain/maintenance.ts'
import { mergeReports } from '../../src/domain/maintenance-merge.ts'
import { report } from './windows.ts'

/** 22:00 to 23:30 in Paris, on 19 November. */
const START = '2026-11-19T21:00:00.000Z'
const wish: Wish = {
  ...{ products: ['Email Pro'], zone: 'Europe/Paris', since: '2026-11-16T00:00:00.000Z' },
  ...{ reminderMinutes: 30, announceStates: true },
}
const at = (time: string, day = 19) => `2026-11-${day}T${time}:00.000Z`

/** The window after each report was learned at its time. */
function learned(...steps: readonly (readonly [string, Partial<MaintenanceReport>])[]): readonly MaintenanceWindow[] {
  return steps.reduce<readonly MaintenanceWindow[]>(
    (known, [time, given]) => mergeReports(known, { source: 'status', reports: [report(given)] }, time).windows,
    [],
  )
}

const KNOWN = [at('08:00', 16), {}] as const
const said = (windows: readonly MaintenanceWindow[], now: string, given: Partial<Wish> = {}) =>
  dueNotices({ ...wish, ...given }, windows, now).map(({ kind, standing }) => `${kind} ${standing}`)

describe('a window that goes by its plan', () => {
  const windows = learned(KNOWN)
  it.each([
    ['before the reminder', at('20:29'), []],
    ['the reminder’s minute', at('20:30'), ['reminder on-time']],
    ['a quarter of an hour after it', at('20:45'), ['reminder late']],
    ['the start', at('21:00'), ['reminder missed', 'start on-time']],
    ['half an hour after the start', at('21:30'), ['reminder missed', 'start late']],
    ['an hour after the start', at('22:00'), ['reminder missed', 'start missed']],
    ['the end', at('22:30'), ['reminder missed', 'start missed', 'completion on-time']],
    ['two hours after the end', at('00:30', 20), ['reminder missed', 'start missed', 'completion late']],
    ['three hours after the end', at('01:30', 20), ['reminder missed', 'start missed', 'completion missed']],
    ['two days later', at('12:00', 21), []],
  ])('%s', (_, now, expected) => {
    expect(said(windows, now)).toEqual(expected)
  })

  it('belongs to the day on which it begins on the channel’s calendar', () => {
    const days = ['Europe/Paris', 'Pacific/Kiritimati'].map((zone) => dueNotices({ ...wish, zone }, windows, START)[1])
    expect(days.map((notice) => notice?.day)).toEqual(['2026-11-19', '2026-11-20'])
  })

  it.each([
    ['no reminder was asked for', { reminderMinutes: undefined }, ['start on-time']],
    ['a reminder alone was asked for', { announceStates: false }, ['reminder missed']],
    ['nothing was asked for', { reminderMinutes: undefined, announceStates: false }, []],
    ['it is another product’s', { products: ['Backup'] }, []],
    ['every product was asked for', { products: [] }, ['reminder missed', 'start on-time']],
    ['it was asked for after the reminder’s time', { since: at('20:40') }, ['start on-time']],
    ['it was asked for after the start', { since: at('21:00').replace('00.000', '01.000') }, []],
  ])('when %s', (_, given, expected) => {
    const { reminderMinutes: _none, ...rest } = wish
    const asked = { ...rest, ...('reminderMinutes' in given ? {} : { reminderMinutes: 30 }), ...given }
    const { reminderMinutes, ...other } = asked
    const whole: Wish = reminderMinutes === undefined ? other : { ...other, reminderMinutes }
    expect(dueNotices(whole, windows, START).map(({ kind, standing }) => `${kind} ${standing}`)).toEqual(expected)
  })
})

describe('a window whose source tells its steps', () => {
  const running = [at('21:04'), { state: 'in progress' }] as const
  it.each([
    ['under way', [KNOWN, running], at('21:06'), ['start on-time']],
    ['begun early', [KNOWN, [at('20:40'), { state: 'in progress' }]], at('20:41'), ['start on-time']],
    ['beyond its end', [KNOWN, running], at('23:30'), ['start missed']],
    [
      'completed',
      [KNOWN, running, [at('22:40'), { state: 'completed' }]],
      at('22:41'),
      ['start missed', 'completion on-time'],
    ],
    ['first heard of as under way', [[at('21:20'), { state: 'in progress' }]], at('21:21'), ['start late']],
    ['first heard of long after its start', [[at('22:20'), { state: 'in progress' }]], at('22:21'), []],
    ['first heard of as completed', [[at('22:20'), { state: 'completed' }]], at('22:21'), []],
    ['first heard of shortly before its start', [[at('20:50'), {}]], at('20:51'), ['reminder on-time']],
    ['called off', [KNOWN, [at('20:45'), { state: 'cancelled' }]], at('20:46'), ['cancellation on-time']],
  ] as const)('%s', (_, steps, now, expected) => {
    expect(said(learned(...steps), now)).toEqual(expected)
  })
})

describe('a window that was moved', () => {
  const moved = { start: at('21:00', 20), end: at('22:30', 20) }
  const windows = learned(KNOWN, [at('20:40'), moved])
  it('is reminded of at its new time, under another name', () => {
    const [before] = dueNotices(wish, learned(KNOWN), at('20:30'))
    expect(said(windows, at('20:41'))).toEqual([])
    const [after] = dueNotices(wish, windows, at('20:30', 20))
    expect(after).toMatchObject({ kind: 'reminder', standing: 'on-time', day: '2026-11-20' })
    expect(after?.notice).not.toBe(before?.notice)
  })

  it('to within its reminder’s time is reminded of at once', () => {
    const sooner = learned(KNOWN, [at('20:20'), { start: at('20:40'), end: at('22:00') }])
    expect(said(sooner, at('20:21'))).toEqual(['reminder on-time'])
  })
})

describe('what was told before', () => {
  const noticeOf = (windows: readonly MaintenanceWindow[], now: string, kind: DueNotice['kind']): DueNotice => {
    const found = dueNotices(wish, windows, now).find((notice) => notice.kind === kind)
    if (!found) throw new Error(`no ${kind}`)
    return found
  }
  const start = noticeOf(learned(KNOWN), START, 'start')
  const told = [{ notice: start.notice, at: START }]
  const cancelled = noticeOf(learned(KNOWN, [at('20:45'), { state: 'cancelled' }]), at('20:46'), 'cancellation')

  it('decides whether a cancellation is news', () => {
    const reminder = noticeOf(learned(KNOWN), at('20:30'), 'reminder')
    expect(isCalledFor(cancelled, [])).toBe(false)
    expect(isCalledFor(cancelled, [{ notice: reminder.notice, at: at('20:30') }])).toBe(true)
    expect(isCalledFor(cancelled, [{ notice: reminder.notice.replace('m1', 'm2'), at: at('20:30') }])).toBe(false)
  })

  it.each([
    ['corrected while it is under way', { start: at('21:03'), state: 'in progress' }, at('21:05'), false],
    ['moved by minutes after it began by its plan', { start: at('21:03') }, at('21:05'), false],
    ['put off by two hours after it began by its plan', { start: at('23:00'), end: at('23:30') }, at('23:01'), true],
    ['put off by a day', { start: at('21:00', 20), end: at('22:30', 20) }, at('21:01', 20), true],
  ] as const)('lets a start %s begin again: %#', (_, given, now, expected) => {
    const again = noticeOf(learned(KNOWN, [at('21:01'), given]), now, 'start')
    expect(isCalledFor(again, told)).toBe(expected)
  })

  it('names long ids briefly', () => {
    const [notice] = dueNotices(wish, learned([at('08:00', 16), { key: 'k'.repeat(900) }]), START)
    expect(notice?.notice.length).toBeLessThan(150)
  })
})
