import { describe, expect, it } from 'vitest'
import type { MaintenanceReport } from '../../src/domain/maintenance.ts'
import { mergeReports } from '../../src/domain/maintenance-merge.ts'
import { LEARNED, laterBy, report, windowOf, windowsOf } from './windows.ts'

const LATER = { start: '2026-11-20T21:00:00.000Z', end: '2026-11-20T22:30:00.000Z' }
const steps = (...reports: readonly MaintenanceReport[]) => windowOf(...reports).history.map(({ kind }) => kind)

describe('one source tells again', () => {
  it('keeps the identity of the first report, whatever changes', () => {
    const window = windowOf(report(), report({ ...LATER, title: 'Another title' }))
    expect(window).toMatchObject({ id: 'status/m1', title: 'Another title', ...LATER })
  })

  it('changes nothing where nothing changed', () => {
    const batch = { source: 'status', reports: [report()] }
    const { windows } = mergeReports([], batch, LEARNED)
    expect(mergeReports(windows, batch, laterBy(5))).toEqual({ windows, changed: [] })
  })

  it.each([
    ['a change of time', report(LATER), ['added', 'moved']],
    ['a cancellation', report({ state: 'cancelled' }), ['added', 'cancelled']],
    ['a beginning', report({ state: 'in progress' }), ['added', 'started']],
    ['a look at the result', report({ state: 'verifying' }), ['added', 'verifying']],
    ['a completion', report({ state: 'completed' }), ['added', 'completed']],
    ['other words', report({ impact: 'No webmail' }), ['added', 'reworded']],
    ['a move and a beginning at once', report({ ...LATER, state: 'in progress' }), ['added', 'moved', 'started']],
  ])('remembers %s', (_, second, kinds) => {
    expect(steps(report(), second)).toEqual(kinds)
  })

  it('remembers that a cancelled window is on again', () => {
    expect(steps(report(), report({ state: 'cancelled' }), report())).toEqual(['added', 'cancelled', 'reopened'])
  })

  it('says since when, who told it, and what it was before', () => {
    expect(windowOf(report(), report(LATER)).history.at(-1)).toEqual({
      at: laterBy(1),
      source: 'status',
      kind: 'moved',
      was: { start: '2026-11-19T21:00:00.000Z', end: '2026-11-19T22:30:00.000Z' },
    })
  })

  it('keeps the first announcement', () => {
    const first = report({ announcedAt: '2026-11-12T09:00:00.000Z' })
    const second = report({ source: 'calendar', key: 'u1', announcedAt: '2026-11-14T09:00:00.000Z' })
    expect(windowOf(second, first).announcedAt).toBe('2026-11-12T09:00:00.000Z')
  })
})

describe('two sources', () => {
  const twin = report({ source: 'calendar', key: 'u1', title: 'EMAIL PRO storage' })

  it('tell of one window when a product and the time agree; the first title stays', () => {
    expect(windowOf(report(), twin)).toMatchObject({ id: 'status/m1', title: 'Storage upgrade' })
    expect(windowOf(report(), twin).links.map(({ source }) => source)).toEqual(['status', 'calendar'])
  })

  it('tell of one window when they name the same page', () => {
    const url = 'https://status.example.com/incidents/m1'
    expect(windowsOf(report({ url }), report({ ...twin, ...LATER, url }))).toHaveLength(1)
  })

  it.each([
    ['another product', { products: ['Trusted Exchange'] }],
    ['another time', LATER],
  ])('tell of two windows when they name %s', (_, other) => {
    expect(windowsOf(report(), { ...twin, ...other })).toHaveLength(2)
  })

  it('tell of two windows when it is one source with two identities', () => {
    expect(windowsOf(report(), report({ key: 'm2' }))).toHaveLength(2)
  })

  it('do not turn a move back and forth: who changed last is believed', () => {
    const moved = windowOf(report(), twin, report(LATER))
    expect(moved).toMatchObject(LATER)
    const again = mergeReports([moved], { source: 'calendar', reports: [twin] }, laterBy(9))
    expect(again.changed).toEqual([])
    expect(steps(report(), twin, report(LATER), { ...twin, ...LATER })).toEqual(['added', 'moved'])
  })

  it('learn of a cancellation from whichever says it first', () => {
    expect(windowOf(report(), twin, { ...twin, state: 'cancelled' }).state).toBe('cancelled')
    expect(windowOf(report(), { ...twin, state: 'cancelled' }).state).toBe('cancelled')
  })

  it('give the impact that only one of them knows', () => {
    expect(windowOf(report(), { ...twin, impact: 'No webmail' }).impact).toBe('No webmail')
  })

  it('add their products up', () => {
    const both = windowOf(report(), { ...twin, products: ['Email Pro', 'Trusted Exchange'] })
    expect(both.products).toEqual(['Email Pro', 'Trusted Exchange'])
  })
})

describe('a window that a source no longer lists', () => {
  const known = windowsOf(report())
  const complete = { from: '2026-11-17T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }

  it('is cancelled where the source lists everything', () => {
    const { windows } = mergeReports(known, { source: 'status', reports: [], complete }, laterBy(60))
    expect(windows[0]?.state).toBe('cancelled')
    expect(windows[0]?.history.at(-1)).toEqual({ at: laterBy(60), source: 'status', kind: 'cancelled' })
  })

  it.each([
    ['the source does not say that the list is complete', 'status', undefined],
    ['another source leaves it out', 'calendar', complete],
    ['it lies outside of what is listed', 'status', { ...complete, from: '2026-11-19T22:00:00.000Z' }],
  ])('stays when %s', (_, source, said) => {
    const batch = { source, reports: [], ...(said ? { complete: said } : {}) }
    expect(mergeReports(known, batch, laterBy(60)).changed).toEqual([])
  })
})
