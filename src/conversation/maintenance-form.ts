// The form of a maintenance window: its fields, filled from a window or from what was typed, and what they say.

import { localTime } from '../digest/local-time.ts'
import { lengthInWords } from '../digest/spoken-time.ts'
import { readTimes } from '../digest/typed-times.ts'
import { noZoneWords, zoneNamed } from '../digest/zones.ts'
import type { Instant, MaintenanceFacts, MaintenanceReport, MaintenanceState } from '../domain/maintenance.ts'
import { type Field, type Filled, type Form, listIn, productsField, textIn } from './form.ts'
import type { Inside } from './inside.ts'

/** What a person can say of a window; who says it, under which name and when it was announced is known otherwise. */
export type TypedWindow = Omit<MaintenanceReport, 'source' | 'key' | 'announcedAt'>

type Room = Pick<Inside, 'knowledge' | 'resolver'>

const TITLE = 150
const IMPACT = 300
const ADDRESS = 500
const DAY = 86_400_000

const STATES: Readonly<Record<Exclude<MaintenanceState, 'cancelled'>, string>> = {
  scheduled: 'Scheduled',
  'in progress': 'In progress',
  verifying: 'Being verified',
  completed: 'Completed',
}

/** The fields of a window that is still to be told. */
export function newWindow(products: readonly string[], zone: string, now: Instant): Filled {
  return { products, zone, day: localTime(now, zone).day, kind: 'planned', state: 'scheduled' }
}

/** The fields as the window would have them filled in. */
export function filledFromWindow(window: MaintenanceFacts & { readonly url?: string }): Filled {
  const { products, title, start, end, zone, kind, state, impact = '', url = '' } = window
  const length = Date.parse(end) - Date.parse(start)
  const to = localTime(end, zone)
  return {
    ...localTime(start, zone),
    ...{ products, title, zone, kind, state, impact, url },
    until: length < DAY ? lengthInWords(length) : `${to.day} ${to.time}`,
  }
}

/** The form with these values in it; `subject` is the id of the window that it changes. */
export function maintenanceForm(filled: Filled, { knowledge }: Pick<Room, 'knowledge'>, subject?: string): Form {
  const products = knowledge.documents.map(({ product }) => product)
  return {
    name: 'maintenance',
    title: subject === undefined ? 'Add maintenance' : 'Change maintenance',
    submit: subject === undefined ? 'Add' : 'Save',
    ...(subject === undefined ? {} : { subject }),
    fields: [
      productsField(products, listIn(filled, 'products'), 'All that it touches.'),
      {
        ...{ name: 'title', label: 'Title', type: 'text', limit: TITLE, value: textIn(filled, 'title') },
        hint: 'What is done, for example: Storage upgrade.',
      },
      { name: 'day', label: 'Day', type: 'day', value: textIn(filled, 'day') },
      { name: 'time', label: 'Starts at', type: 'time', value: textIn(filled, 'time') },
      ...whichField(filled),
      {
        ...{ name: 'until', label: 'How long, or until when', type: 'text', limit: 40, value: textIn(filled, 'until') },
        hint: '2 h, 90 min or 1 h 30 min; or the end, as 23:30 or 2026-12-03 01:00.',
      },
      {
        ...{ name: 'zone', label: 'Time zone', type: 'text', limit: 60, value: textIn(filled, 'zone') },
        hint: 'Whose clock the times are of, for example Europe/Paris.',
      },
      {
        ...{ name: 'impact', label: 'Impact', type: 'text', limit: IMPACT, lines: 'many', optional: true },
        value: textIn(filled, 'impact'),
        hint: 'What people will notice.',
      },
      {
        ...{ name: 'kind', label: 'Kind', type: 'one', value: textIn(filled, 'kind') },
        options: [
          { value: 'planned', label: 'Planned' },
          { value: 'emergency', label: 'Emergency' },
        ],
      },
      {
        ...{ name: 'state', label: 'State', type: 'one', value: textIn(filled, 'state') },
        options: Object.entries(STATES).map(([value, label]) => ({ value, label })),
      },
      {
        ...{ name: 'url', label: 'Source address', type: 'text', limit: ADDRESS, optional: true },
        value: textIn(filled, 'url'),
        hint: 'A page that tells of it, if there is one.',
      },
    ],
  }
}

/** Asked only where clocks go back and the time comes twice. */
function whichField(filled: Filled): readonly Field[] {
  const zone = zoneNamed(textIn(filled, 'zone'))
  if (zone === undefined) return []
  const times = { day: textIn(filled, 'day'), time: textIn(filled, 'time'), until: '1 h', zone }
  const read = readTimes(times)
  if (read.kind !== 'twice') return []
  const options = [
    { value: 'first', label: read.first },
    { value: 'second', label: read.second },
  ]
  const value = textIn(filled, 'which')
  return [{ name: 'which', label: 'Which one', type: 'one', options, ...(value ? { value } : {}) }]
}

export type ReadWindow =
  | { readonly kind: 'read'; readonly window: TypedWindow }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> }

/** What the form says; errors by the names of the fields. */
export function readMaintenanceForm(filled: Filled, { resolver }: Pick<Room, 'resolver'>, now: Instant): ReadWindow {
  const products = listIn(filled, 'products').map((one) => ({ one, product: resolver.product(one) }))
  const [title, impact, url] = [textIn(filled, 'title'), textIn(filled, 'impact'), textIn(filled, 'url')]
  const kind = textIn(filled, 'kind') === 'emergency' ? 'emergency' : 'planned'
  const state = stateIn(filled)
  const when = whenIn(filled, state, now)
  const errors = {
    ...productError(products),
    ...(title && title.length <= TITLE ? {} : { title: `Write a title of at most ${TITLE} characters.` }),
    ...(impact.length <= IMPACT ? {} : { impact: `Write at most ${IMPACT} characters.` }),
    ...(!url || isAddress(url) ? {} : { url: 'Write the whole address, beginning with https://.' }),
    ...('errors' in when ? when.errors : {}),
  }
  if ('errors' in when || Object.keys(errors).length) return { kind: 'wrong', errors }
  const window: TypedWindow = {
    ...{ title, kind, state },
    ...when.times,
    products: [...new Set(products.flatMap(({ product }) => product ?? []))],
    ...(impact ? { impact } : {}),
    ...(url ? { url } : {}),
  }
  return { kind: 'read', window }
}

function productError(named: readonly { readonly one: string; readonly product: string | undefined }[]) {
  if (!named.length) return { products: 'Pick at least one product.' }
  const unknown = named.find(({ product }) => product === undefined)?.one
  return unknown === undefined ? {} : { products: `No loaded document covers “${unknown}”.` }
}

function stateIn(filled: Filled): keyof typeof STATES {
  const picked = textIn(filled, 'state')
  return picked === 'in progress' || picked === 'verifying' || picked === 'completed' ? picked : 'scheduled'
}

type When =
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly times: Pick<TypedWindow, 'start' | 'end' | 'zone'> }

function whenIn(filled: Filled, state: MaintenanceState, now: Instant): When {
  const zone = zoneNamed(textIn(filled, 'zone'))
  const which = textIn(filled, 'which')
  const read = readTimes({
    ...{
      day: textIn(filled, 'day'),
      time: textIn(filled, 'time'),
      until: textIn(filled, 'until'),
      zone: zone ?? 'UTC',
    },
    ...(which === 'first' || which === 'second' ? { which } : {}),
  })
  const noZone = zone === undefined ? { zone: noZoneWords(textIn(filled, 'zone')) } : {}
  if (read.kind === 'wrong') return { errors: { ...noZone, [read.field]: read.because } }
  if (zone === undefined) return { errors: noZone }
  if (read.kind === 'twice') return { errors: { which: read.because } }
  const { start, end } = read
  if (end <= now && state !== 'completed') return { errors: { day: OVER } }
  return { times: { start, end, zone } }
}

const OVER = 'That is over already: pick a later day, or the state “Completed”.'

function isAddress(text: string): boolean {
  const url = URL.parse(text)
  return text.length <= ADDRESS && (url?.protocol === 'https:' || url?.protocol === 'http:')
}
