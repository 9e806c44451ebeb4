import { beforeEach, describe, expect, it } from 'vitest'
import { createDigestStatus } from '../../src/digest/digest-status.ts'
import type { DayRecord, DigestDayStore } from '../../src/ports/digest-day-store.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'

const subscription = (channel: string, given: Partial<DigestSubscription> = {}): DigestSubscription => ({
  ...{ platform: 'slack', tenant: 'T0', channel, products: [], time: '08:30', zone: 'Europe/Paris' },
  ...{ weekdays: [1, 2, 3, 4, 5], quiet: false, announceStates: true, since: '2026-11-16T00:00:00.000Z' },
  ...given,
})
const record = (channel: string, state: DayRecord['state'], given: Partial<DayRecord> = {}): DayRecord => ({
  ...{ channel: { platform: 'slack', tenant: 'T0', channel }, day: '2026-11-18', state, attempt: 1 },
  ...{ begunAt: '2026-11-18T07:30:10.000Z', changedAt: '2026-11-18T07:30:12.000Z' },
  ...given,
})

let all: readonly DigestSubscription[] = []
let records: readonly DayRecord[] = []
beforeEach(() => {
  all = []
  records = []
})
const subscriptions = { all: async () => all }
const days: Pick<DigestDayStore, 'days' | 'on' | 'ended'> = {
  days: async (count) => [...new Set(records.map(({ day }) => day))].toSorted().toReversed().slice(0, count),
  on: async (shown) => records.filter(({ day }) => shown.includes(day)),
  ended: async (how) => records.filter(({ state }) => state === how),
}
const status = createDigestStatus({
  ...{ subscriptions, days, holidays: [], run: () => undefined },
  clock: { now: () => new Date('2026-11-18T09:00:00.000Z') },
})
const today = async () => (await status.days())[0]

describe('a day', () => {
  it('counts what was due, and what became of it', async () => {
    all = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'].map((channel) => subscription(channel))
    records = [
      record('C1', 'posted'),
      record('C2', 'quiet'),
      record('C3', 'released', { reason: 'answered 500' }),
      record('C4', 'unknown'),
      record('C5', 'sending'),
      record('C6', 'missed'),
      record('C8', 'gone'),
    ]
    expect(await today()).toEqual({
      ...{ day: '2026-11-18', due: 8, posted: 1, late: 0, quiet: 1, failed: 1, unknown: 1, skipped: 1, gone: 1 },
      // One under way, and one that nobody has come to.
      waiting: 2,
      notices: { posted: 0, failed: 0, unknown: 0, skipped: 0, gone: 0 },
    })
  })

  it('counts as late what began more than a quarter of an hour after the channel’s own time', async () => {
    all = [subscription('C1'), subscription('C2'), subscription('C3', { zone: 'America/New_York', time: '02:45' })]
    records = [
      record('C1', 'posted', { begunAt: '2026-11-18T07:45:00.000Z' }),
      record('C2', 'posted', { begunAt: '2026-11-18T07:45:01.000Z' }),
      record('C3', 'posted', { begunAt: '2026-11-18T07:45:30.000Z' }),
      record('C4', 'posted', { begunAt: '2026-11-18T08:50:00.000Z' }),
    ]
    expect(await today()).toMatchObject({ posted: 4, late: 1 })
  })

  it('keeps the posts on the day itself apart', async () => {
    all = [subscription('C1')]
    records = [
      record('C1', 'posted'),
      record('C1', 'posted', { notice: 'start' }),
      record('C1', 'released', { notice: 'r' }),
    ]
    expect(await today()).toMatchObject({ due: 1, posted: 1, failed: 0, notices: { posted: 1, failed: 1 } })
  })

  it('is shown before anybody was served, newest first', async () => {
    all = [subscription('C1')]
    expect((await status.days()).map(({ day, due, waiting }) => [day, due, waiting])).toEqual([
      ['2026-11-18', 1, 1],
      ['2026-11-17', 1, 1],
      ['2026-11-16', 1, 1],
    ])
    expect(await status.days(1)).toHaveLength(1)
  })
})

it('tells which channels went, and why', async () => {
  records = [record('C1', 'gone', { reason: 'is_archived' })]
  expect(await status.gone()).toMatchObject([{ reason: 'is_archived', at: '2026-11-18T07:30:12.000Z' }])
})
