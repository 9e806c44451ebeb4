// The digests' part of the board: one subscribed channel, and a week as the stores would tell it.

import type { Board } from '../../adapters/web/board.ts'
import type { DigestDayStatus, DigestStatus } from '../../src/ports/digest-status.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'

export const SUBSCRIPTION: DigestSubscription = {
  ...{ platform: 'slack', tenant: 'T024BE7LD', channel: 'C061EG9SL' },
  products: ['Email Pro', 'Trusted Exchange'],
  ...{ time: '08:30', zone: 'Europe/Paris', weekdays: [1, 2, 3, 4, 5], quiet: false, announceStates: true },
  since: '2026-11-02T08:00:00.000Z',
}

const none = { posted: 0, failed: 0, unknown: 0, skipped: 0, gone: 0 }
const day = (given: Partial<DigestDayStatus>): DigestDayStatus => ({
  ...{ day: '2026-11-18', due: 0, late: 0, quiet: 0, waiting: 0, ...none, notices: none },
  ...given,
})

export const STATUS: DigestStatus = {
  days: async () => [
    day({ due: 412, posted: 371, failed: 2, waiting: 38, quiet: 0, gone: 1, notices: { ...none, posted: 14 } }),
    day({
      day: '2026-11-17',
      due: 413,
      posted: 396,
      quiet: 12,
      unknown: 1,
      skipped: 4,
      notices: { ...none, posted: 90 },
    }),
    day({ day: '2026-11-16', due: 413, posted: 413 }),
  ],
  gone: async () => [
    {
      channel: { platform: 'slack', tenant: 'T024BE7LD', channel: 'C0977GONE' },
      ...{ at: '2026-11-18T07:30:04.000Z', reason: 'is_archived; the subscriber was told' },
    },
  ],
  run: () => ({ startedAt: '2026-11-18T07:29:50.000Z', due: 412, posted: 371, failed: 3, left: 38 }),
}

export function digestsOf(given: Partial<NonNullable<Board['digests']>> = {}): NonNullable<Board['digests']> {
  return {
    status: STATUS,
    subscriptions: { find: async ({ channel }) => (channel === SUBSCRIPTION.channel ? SUBSCRIPTION : undefined) },
    channelOf: async () => undefined,
    store: { ready: async () => true },
    platforms: [
      { name: 'Slack', state: 'on, one workspace over Socket Mode' },
      { name: 'Teams', state: 'off' },
    ],
    ...given,
  }
}
