// A calendar with a window of every kind: coming, moved, under way, late, cancelled, completed, over two weeks.

import { report } from '../digest/windows.ts'

const url = 'https://status.example.com/incidents/m1'
const storage = report({
  ...{ url, announcedAt: '2026-11-16T08:00:00.000Z' },
  impact: 'Mailboxes are read only for about 10 minutes, one at a time.',
})
const exchange = { products: ['Trusted Exchange'], zone: 'Europe/Paris' }
const ox = { products: ['OX Cloud'], zone: 'Europe/Berlin' }
const update = report({
  ...{ ...exchange, key: 'm2', title: 'Cumulative update', url: 'https://status.example.com/incidents/m2' },
  ...{ start: '2026-11-24T21:00:00.000Z', end: '2026-11-24T23:00:00.000Z', announcedAt: '2026-11-13T10:00:00.000Z' },
})
const router = report({
  ...{ key: 'm3', title: 'Router replacement', products: ['Email Pro', 'Trusted Exchange'] },
  ...{ start: '2026-11-21T01:00:00.000Z', end: '2026-11-21T05:00:00.000Z' },
})
const patch = report({
  ...{ ...exchange, key: 'm4', title: 'Certificate renewal', impact: 'None expected.' },
  ...{ start: '2026-11-17T20:00:00.000Z', end: '2026-11-17T20:30:00.000Z' },
})

export const CALENDAR = [
  storage,
  update,
  router,
  patch,
  report({
    ...{ ...ox, key: 'ox-1', title: 'Middleware update', state: 'in progress', impact: 'Webmail may sign people out.' },
    ...{ start: '2026-11-18T05:00:00.000Z', end: '2026-11-18T09:00:00.000Z', announcedAt: '2026-11-12T09:00:00.000Z' },
  }),
  report({
    ...{ ...ox, key: 'ox-2', title: 'Security fix', kind: 'emergency' },
    ...{ start: '2026-11-18T20:00:00.000Z', end: '2026-11-18T20:30:00.000Z', announcedAt: '2026-11-18T06:00:00.000Z' },
  }),
  report({
    ...{ key: 'm5', title: 'Move of the archive to the new storage', start: '2026-11-28T06:00:00.000Z' },
    ...{ end: '2026-12-01T18:00:00.000Z', announcedAt: '2026-11-10T10:00:00.000Z' },
  }),
  { ...storage, source: 'calendar', key: 'c1', url: 'https://calendar.example.com/c1' },
  { ...update, start: '2026-11-25T21:00:00.000Z', end: '2026-11-25T23:30:00.000Z' },
  { ...router, state: 'cancelled' as const },
  { ...patch, state: 'completed' as const },
]
