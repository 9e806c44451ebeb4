// The form of a channel's digest: its fields, filled from the subscription or from what was typed, and what they say.

import { noZoneWords, zoneNamed } from '../digest/zones.ts'
import type { DigestSubscription } from '../ports/digest-subscription-store.ts'
import { type Field, type Filled, type Form, listIn, productsField, textIn } from './form.ts'
import type { Inside } from './inside.ts'
import { DAY_NAMES, MONDAY_TO_FRIDAY } from './weekdays.ts'

/** How a channel wants its digest. */
export type DigestWish = Omit<DigestSubscription, 'platform' | 'tenant' | 'channel' | 'since'>

/** Minutes that a reminder can come before. */
export const REMINDERS: readonly number[] = [15, 30, 60]

export interface DigestFormRoom {
  readonly inside: Pick<Inside, 'knowledge' | 'resolver'>
  /** Names of the calendars of holidays. */
  readonly calendars: readonly string[]
  /** The channel has a digest, which is changed. */
  readonly isSubscribed: boolean
}

/** The fields as the wish would have them filled in. */
export function filledFrom(wish: DigestWish): Filled {
  return {
    time: wish.time,
    zone: wish.zone,
    products: wish.products,
    days: wish.weekdays.map(String),
    nothing: wish.quiet ? 'quiet' : 'post',
    reminder: String(wish.reminderMinutes ?? 0),
    updates: wish.announceStates ? ['yes'] : [],
    holidays: wish.calendar ?? NO_CALENDAR,
  }
}

const NO_CALENDAR = '*'

/** The form with these values in it. */
export function digestForm(filled: Filled, { inside, calendars, isSubscribed }: DigestFormRoom): Form {
  const products = inside.knowledge.documents.map(({ product }) => product)
  const holidays: Field = {
    name: 'holidays',
    label: 'Holidays',
    type: 'one',
    options: [
      { value: NO_CALENDAR, label: 'Post on holidays as well' },
      ...calendars.map((name) => ({ value: name, label: `Not on holidays of ${name}` })),
    ],
    value: textIn(filled, 'holidays') || NO_CALENDAR,
  }
  return {
    name: 'digest',
    title: 'Maintenance digest',
    submit: isSubscribed ? 'Save' : 'Subscribe',
    ...(isSubscribed ? { subject: 'subscribed' } : {}),
    fields: [
      { ...productsField(products, listIn(filled, 'products'), 'None means all of them.'), optional: true },
      { name: 'time', label: 'Time', type: 'time', value: textIn(filled, 'time') },
      {
        ...{ name: 'zone', label: 'Time zone', type: 'text', limit: 60, value: textIn(filled, 'zone') },
        hint: 'Whose clock the time is of, for example Europe/Paris.',
      },
      {
        ...{ name: 'days', label: 'Days', type: 'many', shown: 'boxes', values: listIn(filled, 'days') },
        options: DAY_NAMES.map((label, at) => ({ value: String(at + 1), label })),
      },
      {
        ...{ name: 'nothing', label: 'Days without maintenance', type: 'one', value: textIn(filled, 'nothing') },
        options: [
          { value: 'post', label: 'Say that nothing is planned' },
          { value: 'quiet', label: 'Post nothing' },
        ],
      },
      {
        ...{ name: 'reminder', label: 'Reminder in the digest’s thread', type: 'one' },
        options: [
          { value: '0', label: 'None' },
          ...REMINDERS.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes before` })),
        ],
        value: textIn(filled, 'reminder'),
      },
      {
        ...{ name: 'updates', label: 'Updates in the digest’s thread', type: 'many', shown: 'boxes', optional: true },
        options: [{ value: 'yes', label: 'When maintenance begins and when it is completed' }],
        values: listIn(filled, 'updates'),
      },
      ...(calendars.length ? [holidays] : []),
    ],
  }
}

export type ReadWish =
  | { readonly kind: 'read'; readonly wish: DigestWish }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> }

const TIME = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/u

/** What the form says; errors by the names of the fields. */
export function readDigestForm(filled: Filled, { inside, calendars }: DigestFormRoom): ReadWish {
  const [, hour, minute] = TIME.exec(textIn(filled, 'time')) ?? []
  const zone = zoneNamed(textIn(filled, 'zone'))
  const named = listIn(filled, 'products').map((one) => ({ one, product: inside.resolver.product(one) }))
  const unknown = named.find(({ product }) => product === undefined)?.one
  const weekdays = listIn(filled, 'days').map(Number)
  const isWeek = weekdays.length > 0 && weekdays.every((day) => DAY_NAMES[day - 1] !== undefined)
  const reminder = Number(textIn(filled, 'reminder') || '0')
  const calendar = calendars.find((name) => name === textIn(filled, 'holidays'))
  const errors = {
    ...(hour === undefined ? { time: 'Write the time as 08:30.' } : {}),
    ...(zone === undefined ? { zone: noZoneWords(textIn(filled, 'zone')) } : {}),
    ...(unknown === undefined ? {} : { products: `No loaded document covers “${unknown}”.` }),
    ...(isWeek ? {} : { days: 'Pick at least one day.' }),
    ...(reminder === 0 || REMINDERS.includes(reminder) ? {} : { reminder: 'Pick one of the list.' }),
  }
  if (hour === undefined || zone === undefined || Object.keys(errors).length) return { kind: 'wrong', errors }
  return {
    kind: 'read',
    wish: {
      ...{ time: `${hour.padStart(2, '0')}:${minute}`, zone, weekdays },
      products: [...new Set(named.flatMap(({ product }) => product ?? []))],
      quiet: textIn(filled, 'nothing') === 'quiet',
      announceStates: listIn(filled, 'updates').includes('yes'),
      ...(reminder === 0 ? {} : { reminderMinutes: reminder }),
      ...(calendar === undefined ? {} : { calendar }),
    },
  }
}

/** How a channel gets it that says nothing else. */
export function usualWish(zone: string, product: string | undefined): DigestWish {
  return {
    ...{ time: '08:30', zone, weekdays: MONDAY_TO_FRIDAY, quiet: false, announceStates: true },
    products: product === undefined ? [] : [product],
  }
}
