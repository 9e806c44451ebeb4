// The form of a window, opened and taken back: a new window is told of, or an earlier one is told otherwise.

import { listed } from '../answer/wording.ts'
import { spanInWords } from '../digest/spoken-time.ts'
import { CHAT_SOURCE, type MaintenanceReport } from '../domain/maintenance.ts'
import { AppError } from '../errors.ts'
import { type Form, type FormOutcome, type FormReturn, withErrors } from './form.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { chatLink, type MaintenanceCalendar, windowNamed, windowToldAs } from './maintenance-calendar.ts'
import { isChangeable, whyNotChangeable } from './maintenance-changeable.ts'
import type { MaintenanceCommand } from './maintenance-command.ts'
import { habitsOf, type MaintenanceDesk } from './maintenance-desk.ts'
import {
  filledFromWindow,
  maintenanceForm,
  newWindow,
  readMaintenanceForm,
  type TypedWindow,
} from './maintenance-form.ts'
import { originOf } from './maintenance-list.ts'
import { said } from './said.ts'

type Wish = Extract<MaintenanceCommand, { name: 'add' | 'change' }>

/** The form with what is known in it; undefined for a window that cannot be changed. */
export async function openMaintenanceForm(
  wish: Wish,
  setting: Setting,
  desk: MaintenanceDesk,
  inside: Inside,
): Promise<Form | undefined> {
  if (wish.name === 'change') {
    const named = await windowNamed(wish.code, desk)
    const link = named.kind === 'one' ? chatLink(named.window) : undefined
    if (!isChangeable(named) || !link) return undefined
    return maintenanceForm(filledFromWindow(link), inside, named.window.id)
  }
  const { products, zone } = await habitsOf(setting, desk, inside)
  const named = wish.words ? inside.resolver.product(wish.words) : undefined
  const now = desk.clock.now().toISOString()
  return maintenanceForm(newWindow(named === undefined ? products : [named], zone, now), inside)
}

/** Takes the window in, or gives the form back. */
export async function takeMaintenanceForm(
  returned: FormReturn,
  desk: MaintenanceDesk,
  inside: Inside,
): Promise<FormOutcome> {
  const form = maintenanceForm(returned.filled, inside, returned.subject)
  const read = readMaintenanceForm(returned.filled, inside, desk.clock.now().toISOString())
  if (read.kind === 'wrong') return { kind: 'again', form: withErrors(form, read.errors) }
  try {
    return { kind: 'done', answer: await tell(read.window, returned, desk) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { kind: 'again', form: withErrors(form, { [form.fields[0]?.name ?? '']: error.forPerson }) }
  }
}

async function tell(window: TypedWindow, { subject, copy }: FormReturn, desk: MaintenanceDesk) {
  const now = desk.clock.now().toISOString()
  // The same copy sent twice is one window: a person who saw no reply presses again.
  if (subject === undefined) {
    return keep({ ...window, source: CHAT_SOURCE, key: copy, announcedAt: now }, 'Added', desk)
  }
  const named = await windowNamed(subject, desk)
  const link = named.kind === 'one' ? chatLink(named.window) : undefined
  if (!isChangeable(named) || !link) return whyNotChangeable(named)
  const { source, key, announcedAt = now } = link
  return keep({ ...window, source, key, announcedAt }, 'Changed', desk)
}

async function keep(report: MaintenanceReport, done: 'Added' | 'Changed', calendar: MaintenanceCalendar) {
  const now = calendar.clock.now().toISOString()
  await calendar.maintenance.take({ source: CHAT_SOURCE, reports: [report] }, now)
  const { start, end, zone, products, title } = report
  const told = await windowToldAs(report, calendar)
  const others = told?.window.links.filter(({ source }) => source !== CHAT_SOURCE) ?? []
  return said('help', `${done}: ${listed(products)}: ${title}`, [
    `${spanInWords(start, end, zone, now.slice(0, 10))}. Times are of ${zone}.`,
    others.length ? `It is taken for the same as one ${originOf({ links: others })}.` : '',
    told ? `Its id is ${told.code}, for “maintenance change ${told.code}” and “maintenance cancel ${told.code}”.` : '',
  ])
}
