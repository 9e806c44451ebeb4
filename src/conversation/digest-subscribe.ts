// A channel asks for its digest: in words, or with the form. Both ways say the same and are kept the same.

import type { Action, Answer } from '../answer/answer.ts'
import { listed, quoted, shortened } from '../answer/wording.ts'
import { noZoneWords, zoneNamed } from '../digest/zones.ts'
import { AppError } from '../errors.ts'
import type { Channel } from '../ports/place.ts'
import { channelProduct } from './channel-product.ts'
import type { DigestCommand } from './digest-command.ts'
import type { DigestDesk } from './digest-desk.ts'
import {
  type DigestFormRoom,
  type DigestWish,
  digestForm,
  filledFrom,
  REMINDERS,
  readDigestForm,
  usualWish,
} from './digest-form.ts'
import { howInWords, whatInWords } from './digest-words.ts'
import { type Form, type FormOutcome, type FormReturn, withErrors } from './form.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { said } from './said.ts'
import { personOf } from './whereabouts.ts'

const ECHO_LENGTH = 60

/** Where nothing could ever be posted. */
export const NOT_HERE = 'Digests cannot be posted here: nothing was changed.'

/** How to ask for it in words, in one line. */
export const HOW = 'In words: “digest on 08:30 Europe/Paris email pro, trusted exchange”. “digest help” says more.'

/** All that can be said. */
export function explanation(): Answer {
  const words = [
    'In words: “digest on 08:30 Europe/Paris email pro, trusted exchange”, and after it, in any order:',
    '- “weekdays”, “every day”, “Monday to Thursday” or “Mon, Wed, Fri”',
    '- “quiet”: nothing on days without maintenance',
    `- “reminder 30”: a reminder in the thread, ${listed(REMINDERS.map(String), 'or')} minutes before`,
    '- “no updates”: no word in the thread when maintenance begins and when it is completed',
    '- “holidays France”: nothing on the days of a calendar of holidays',
    '- “all products”: whatever the channel is about',
  ]
  const others =
    '“digest off”, “digest status” and “digest preview” do what they say; “digest calendar” is for calendar programs.'
  const { blocks, ...rest } = said('help', WHAT, others, [formAction()])
  const [sentence, ...after] = blocks
  return { ...rest, blocks: [...(sentence ? [sentence] : []), { type: 'lines', lines: words }, ...after] }
}

/** What it is. */
export const WHAT = 'The maintenance of this channel’s products can be posted here every working morning.'

/** The button that opens the form. */
export function formAction(label = 'Open the form'): Action {
  return { name: 'form', value: 'digest', label }
}

/** The form as the channel has its digest, or as channels usually want it. */
export async function openDigestForm(
  channel: Channel,
  setting: Setting,
  desk: DigestDesk,
  inside: Inside,
): Promise<Form> {
  const found = await desk.subscriptions.find(channel)
  const wish = found ?? usualWish(desk.zone, await channelProduct(setting, inside))
  return digestForm(filledFrom(wish), roomOf(desk, inside, found !== undefined))
}

function roomOf({ calendars }: DigestDesk, inside: Inside, isSubscribed: boolean): DigestFormRoom {
  return { inside, calendars, isSubscribed }
}

/** Subscribes as the form says, or gives it back. */
export async function takeDigestForm(
  returned: FormReturn,
  channel: Channel,
  desk: DigestDesk,
  inside: Inside,
): Promise<FormOutcome> {
  const room = roomOf(desk, inside, returned.subject !== undefined)
  const form = digestForm(returned.filled, room)
  const read = readDigestForm(returned.filled, room)
  if (read.kind === 'wrong') return { kind: 'again', form: withErrors(form, read.errors) }
  try {
    return { kind: 'done', answer: await keep(read.wish, channel, returned, desk) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { kind: 'again', form: withErrors(form, { [form.fields[0]?.name ?? '']: error.forPerson }) }
  }
}

/** Subscribes as the words say. */
export async function subscribe(
  command: Extract<DigestCommand, { name: 'on' }>,
  channel: Channel,
  setting: Setting,
  desk: DigestDesk,
  inside: Inside,
): Promise<Answer> {
  const { time, zone: written, words, days, quiet, silent, calendar, reminder, all } = command
  if (written === undefined) {
    return said('unknown', 'Say whose clock the time is of, for example Europe/Paris.', HOW, [formAction()])
  }
  const zone = zoneNamed(written)
  if (zone === undefined) return said('unknown', noZoneWords(written))
  const named = words.map((one) => ({ one, product: inside.resolver.product(one) }))
  const unknown = named
    .filter(({ product }) => product === undefined)
    .map(({ one }) => quoted(shortened(one, ECHO_LENGTH)))
  if (unknown.length) return said('unknown', `No loaded document covers ${listed(unknown)}: nothing was changed.`)
  const kept = desk.calendars.find((name) => name.toLowerCase() === calendar?.toLowerCase())
  if (calendar !== undefined && kept === undefined) {
    const known = desk.calendars.length
      ? `There is ${listed(desk.calendars)}.`
      : 'Nobody has put one into knowledge/maintenance.'
    return said('unknown', `There is no calendar of holidays ${quoted(shortened(calendar, ECHO_LENGTH))}. ${known}`)
  }
  if (reminder && !REMINDERS.includes(reminder)) {
    return said(
      'unknown',
      `A reminder comes ${listed(REMINDERS.map(String), 'or')} minutes before: nothing was changed.`,
    )
  }
  const products = [...new Set(named.flatMap(({ product }) => product ?? []))]
  const usual = usualWish(zone, products.length || all ? undefined : await channelProduct(setting, inside))
  const wish = {
    ...usual,
    ...(products.length ? { products } : {}),
    ...{ time: time ?? usual.time, weekdays: days ?? usual.weekdays, quiet, announceStates: !silent },
    ...(kept === undefined ? {} : { calendar: kept }),
    ...(reminder ? { reminderMinutes: reminder } : {}),
  }
  return keep(wish, channel, setting, desk)
}

/** Subscribes the channel, unless nothing could ever be posted there. */
async function keep(wish: DigestWish, channel: Channel, setting: Setting, desk: DigestDesk): Promise<Answer> {
  if (!desk.isPostedOn(channel.platform)) return said('unknown', NOT_HERE)
  const subscription = { ...wish, ...channel, since: desk.clock.now().toISOString() }
  await desk.subscriptions.subscribe(subscription, personOf(setting))
  const invite =
    channel.platform === 'slack' && !isDirect(channel)
      ? 'If I am not a member of this channel, invite me: otherwise nothing can be posted.'
      : ''
  return said('help', whatInWords(subscription), [howInWords(subscription), invite])
}

/** Slack's direct messages: nobody need be invited. */
function isDirect({ channel }: Channel): boolean {
  return channel.startsWith('D')
}
