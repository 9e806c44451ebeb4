// "maintenance cancel ID": asked back with the window's name, then called off. It is never deleted.

import type { Answer } from '../answer/answer.ts'
import { titleOf } from '../digest/window-lines.ts'
import { CHAT_SOURCE } from '../domain/maintenance.ts'
import { chatLink, type MaintenanceCalendar, whenInWords, windowNamed } from './maintenance-calendar.ts'
import { isChangeable, whyNotChangeable } from './maintenance-changeable.ts'
import type { Habits } from './maintenance-desk.ts'
import { inPrivate, said } from './said.ts'

/** What the button that confirms carries, before the window's id. */
export const CANCEL = 'cancel-maintenance'

/** Names the window and asks; for the person alone. */
export async function askToCancel(code: string, { zone }: Habits, calendar: MaintenanceCalendar): Promise<Answer> {
  const named = await windowNamed(code, calendar)
  if (!isChangeable(named)) return whyNotChangeable(named, code)
  const { window } = named
  const when = `${whenInWords(window, zone, calendar)}. Times are of ${zone}.`
  return inPrivate(
    said('choices', `Cancel ${titleOf(window)}?`, when, [
      { name: 'confirm', value: `${CANCEL} ${window.id}`, label: 'Cancel this maintenance' },
      { name: 'confirm', value: 'keep', label: 'Keep it' },
    ]),
  )
}

/** Calls it off: its history keeps it, and the next digests tell of it. */
export async function cancel(id: string, { zone }: Habits, calendar: MaintenanceCalendar): Promise<Answer> {
  const named = await windowNamed(id, calendar)
  const link = named.kind === 'one' ? chatLink(named.window) : undefined
  if (!isChangeable(named) || !link) return whyNotChangeable(named)
  const { changedAt: _, ...report } = link
  const now = calendar.clock.now().toISOString()
  await calendar.maintenance.take({ source: CHAT_SOURCE, reports: [{ ...report, state: 'cancelled' }] }, now)
  const when = whenInWords(named.window, zone, calendar)
  return said('help', `Cancelled: ${titleOf(named.window)}`, `It was to be ${when} (${zone}). The next digests say so.`)
}
