// Posts on the day over the shipped documents, each of a kind, for every rendering.

import type { Answer } from '../../src/answer/answer.ts'
import { maintenanceRows } from '../../src/conversation/maintenance-rows.ts'
import { composeNotice } from '../../src/digest/compose-notice.ts'
import { dueNotices, type NoticeKind } from '../../src/digest/due-notices.ts'
import type { MaintenanceReport } from '../../src/domain/maintenance.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from './shipped.ts'
import { report, windowOf } from './windows.ts'

const inside = { knowledge: shipped, resolver: createResolver(shipped) }
const zone = 'Europe/Paris'
const planned = report({
  url: 'https://status.example.com/m1',
  impact: 'Mailboxes are read only for about 10 minutes.',
})

function notice(kind: NoticeKind, now: string, ...reports: readonly MaintenanceReport[]): Answer {
  const window = windowOf(...reports)
  const wish = { products: [], zone, since: '2026-11-01T00:00:00.000Z', reminderMinutes: 30, announceStates: true }
  // All steps but the first are learned just now; a move was learned long before.
  const history = window.history.map((change, step) =>
    step && change.kind !== 'moved' ? { ...change, at: now } : change,
  )
  const due = dueNotices(wish, [{ ...window, history }], now)
  const found = due.find((one) => one.kind === kind)
  if (!found) throw new Error(`no ${kind} is due at ${now}`)
  const was = window.history.findLast((change) => change.kind === 'moved')?.was?.start
  const rowsOf = (product: string, title: string) => maintenanceRows(product, inside, title)
  return composeNotice(found, { rowsOf, zone, now, ...(was === undefined ? {} : { movedFrom: was }) })
}

export const notices: Readonly<Record<string, Answer>> = {
  'notice-reminder': notice('reminder', '2026-11-19T20:30:00.000Z', planned),
  'notice-reminder-moved': notice(
    'reminder',
    '2026-11-19T20:45:00.000Z',
    report({ ...planned, start: '2026-11-18T21:00:00.000Z', end: '2026-11-18T22:30:00.000Z' }),
    planned,
  ),
  'notice-start': notice('start', '2026-11-19T21:00:00.000Z', planned),
  'notice-start-late': notice('start', '2026-11-19T21:40:00.000Z', planned),
  'notice-completion': notice(
    'completion',
    '2026-11-19T22:41:00.000Z',
    planned,
    report({ ...planned, state: 'completed' }),
  ),
  'notice-cancellation': notice(
    'cancellation',
    '2026-11-19T20:45:00.000Z',
    planned,
    report({ ...planned, state: 'cancelled' }),
  ),
}
