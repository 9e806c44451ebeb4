// Digests over the shipped documents, each of a kind, for every rendering.

import { maintenanceRows, noticeRules } from '../../src/conversation/maintenance-rows.ts'
import { MONDAY_TO_FRIDAY } from '../../src/digest/business-days.ts'
import { composeDigest, type Digest } from '../../src/digest/compose-digest.ts'
import type { DigestInput } from '../../src/digest/digest-input.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from './shipped.ts'
import { report, windowsOf } from './windows.ts'

const inside = { knowledge: shipped, resolver: createResolver(shipped) }

/** A digest of Wednesday, 18 November 2026, 08:30 in Paris. */
export function digest(given: Partial<DigestInput> = {}): Digest {
  return composeDigest({
    windows: [],
    products: ['Email Pro', 'Trusted Exchange', 'OX Cloud'],
    zone: 'Europe/Paris',
    weekdays: MONDAY_TO_FRIDAY,
    day: '2026-11-18',
    now: '2026-11-18T07:30:00.000Z',
    outages: [],
    rowsOf: (product, title) => maintenanceRows(product, inside, title),
    noticeRulesOf: (product) => noticeRules(product, inside),
    ...given,
  })
}

const url = 'https://status.example.com/m1'
const announcedAt = '2026-11-16T08:00:00.000Z'
const storage = report({ announcedAt, url, impact: 'Mailboxes are read only for about 10 minutes, one at a time.' })
const ox = { products: ['OX Cloud'], zone: 'Europe/Berlin' }
const underWay = report({
  ...ox,
  key: 'ox-1',
  title: 'Middleware update',
  start: '2026-11-18T05:00:00.000Z',
  end: '2026-11-18T09:00:00.000Z',
  state: 'in progress',
  announcedAt: '2026-11-12T09:00:00.000Z',
})
const late = report({
  ...ox,
  key: 'ox-2',
  title: 'Database patching',
  start: '2026-11-20T21:00:00.000Z',
  end: '2026-11-21T01:00:00.000Z',
  announcedAt: '2026-11-18T07:00:00.000Z',
})
const urgent = report({
  ...ox,
  key: 'ox-3',
  title: 'Security fix',
  kind: 'emergency',
  start: '2026-11-18T20:00:00.000Z',
  end: '2026-11-18T20:30:00.000Z',
  announcedAt: '2026-11-18T06:00:00.000Z',
})
const unclear = report({
  ...ox,
  key: 'ox-4',
  title: 'Firewall change',
  start: '2026-11-23T01:00:00.000Z',
  end: '2026-11-23T01:20:00.000Z',
  announcedAt: '2026-11-18T08:00:00.000Z',
})
const ordinary = windowsOf(storage, { ...storage, source: 'calendar', key: 'c1' }, underWay, late, urgent, unclear)

const moved = report({ key: 'm2', products: ['Trusted Exchange'], title: 'Certificate change' })
const changes = windowsOf(
  ...[storage, report({ ...moved, start: '2026-11-24T21:00:00.000Z', end: '2026-11-24T21:30:00.000Z' })],
  report({ ...moved, key: 'm3', title: 'Cumulative update' }),
  {
    ...report({ ...moved, key: 'm4', title: 'Router change', start: '2026-11-17T21:00:00.000Z' }),
    end: '2026-11-17T22:00:00.000Z',
  },
  // From here on, after the digest before.
  report({ ...moved, start: '2026-12-01T21:00:00.000Z', end: '2026-12-01T22:00:00.000Z' }),
  report({ ...moved, key: 'm3', title: 'Cumulative update', state: 'cancelled' }),
  report({
    ...moved,
    ...{
      key: 'm4',
      title: 'Router change',
      start: '2026-11-17T21:00:00.000Z',
      end: '2026-11-17T22:00:00.000Z',
      state: 'completed',
    },
  }),
  report({
    ...moved,
    key: 'm5',
    title: 'Index rebuild',
    start: '2027-01-05T06:00:00.000Z',
    end: '2027-01-06T18:00:00.000Z',
  }),
)

const many = windowsOf(
  ...Array.from({ length: 40 }, (_, at) =>
    report({
      key: `many-${at}`,
      title: `Batch ${at + 1}`,
      products: [['Email Pro', 'Trusted Exchange', 'OX Cloud'][at % 3] ?? ''],
      start: `2026-11-${at % 2 ? 19 : 18}T${String(10 + (at % 12)).padStart(2, '0')}:00:00.000Z`,
      end: `2026-11-${at % 2 ? 19 : 18}T${String(11 + (at % 12)).padStart(2, '0')}:00:00.000Z`,
      announcedAt: '2026-11-17T10:00:00.000Z',
    }),
  ),
)

export const digests: Readonly<Record<string, Digest>> = {
  'digest-ordinary': digest({ windows: ordinary, holidays: { name: 'France', days: ['2026-12-25'] } }),
  'digest-changes': digest({ windows: changes, since: '2026-11-16T08:03:30.000Z' }),
  'digest-nothing': digest(),
  'digest-late-and-outage': digest({
    windows: windowsOf(storage),
    now: '2026-11-18T09:10:00.000Z',
    dueAt: '2026-11-18T07:30:00.000Z',
    outages: [
      { source: 'web-cloud', reachedAt: '2026-11-18T05:10:00.000Z', reason: 'answered 500' },
      { source: 'calendar', reason: 'did not answer within 15 s' },
    ],
  }),
  'digest-folded': digest({ windows: many }),
  'digest-new-york': digest({ windows: ordinary, zone: 'America/New_York', now: '2026-11-18T13:30:00.000Z' }),
}
