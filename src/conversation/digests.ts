// "digest on 08:30 Europe/Paris email pro", or the form: a channel asks for the daily maintenance digest, or no
// longer does.

import type { Action, Answer } from '../answer/answer.ts'
import { listed, quoted, shortened } from '../answer/wording.ts'
import { noZoneWords, zoneNamed } from '../digest/zones.ts'
import { AppError, assertNever } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import type { Channel, Platform } from '../ports/place.ts'
import { boundProduct } from './bind.ts'
import { type CalendarAddresses, calendarAnswer } from './channel-calendar.ts'
import type { Conversation } from './converse.ts'
import { type DigestCommand, readDigestCommand } from './digest-command.ts'
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
import { withHelpLines } from './help-lines.ts'
import type { Incoming, Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { inPrivate, said } from './said.ts'
import { channelOf, personOf } from './whereabouts.ts'

const ECHO_LENGTH = 60

/** What the digest commands work with. */
export interface DigestDesk {
  readonly subscriptions: DigestSubscriptionStore
  /** Names of the calendars of holidays. */
  readonly calendars: readonly string[]
  /** The digest as it would be posted now. */
  readonly preview: (subscription: DigestSubscription) => Promise<Answer>
  /** Whether digests can be posted on the platform at all. */
  readonly isPostedOn: (platform: Platform) => boolean
  /** IANA zone of a channel that has said nothing. */
  readonly zone: string
  /** Absent where nobody said where people reach the console. */
  readonly calendarAddresses?: CalendarAddresses
  readonly clock: Clock
}

/** The conversation with the digest commands of a channel understood; everything else is as before. */
export function withDigests(conversation: Conversation, desk: DigestDesk, inside: Inside): Conversation {
  return {
    ...conversation,
    async converse(incoming) {
      const [channel, command] = [channelOf(incoming), commandOf(incoming)]
      if (!channel || !command)
        return withHelpLines(await conversation.converse(incoming), incoming, inside, channel ? HELP : [])
      try {
        return await obey(command, channel, incoming, desk, inside)
      } catch (error) {
        if (error instanceof AppError) return said('unknown', error.forPerson)
        throw error
      }
    },
    async form(incoming) {
      const channel = channelOf(incoming)
      if (!channel || commandOf(incoming)?.name !== 'form') return conversation.form(incoming)
      if (!desk.isPostedOn(channel.platform)) return undefined
      try {
        return await openForm(channel, incoming, desk, inside)
      } catch (error) {
        if (error instanceof AppError) return undefined
        throw error
      }
    },
    async submit(returned) {
      const channel = channelOf(returned)
      if (!channel || returned.form !== 'digest') return conversation.submit(returned)
      return takeForm(returned, channel, desk, inside)
    },
  }
}

function commandOf(incoming: Incoming): DigestCommand | undefined {
  if ('text' in incoming) return readDigestCommand(incoming.text)
  const { name, value } = incoming.action
  return name === 'form' && value === 'digest' ? { name: 'form' } : undefined
}

async function obey(command: DigestCommand, channel: Channel, setting: Setting, desk: DigestDesk, inside: Inside) {
  switch (command.name) {
    case 'on':
      return subscribe(command, channel, setting, desk, inside)
    case 'off': {
      const was = await desk.subscriptions.unsubscribe(channel)
      return was
        ? said('help', 'No maintenance digest is posted here any more.', '“digest” sets it up again.')
        : said('help', 'No maintenance digest was posted here.')
    }
    case 'status': {
      const found = await desk.subscriptions.find(channel)
      if (!found) return said('help', 'No maintenance digest is posted here.', HOW, [formAction()])
      const address = await desk.calendarAddresses?.of(channel)
      const calendar = address === undefined ? '' : `As a calendar: ${address}`
      return inPrivate(said('help', whatInWords(found), [howInWords(found), calendar], [formAction('Change')]))
    }
    case 'calendar':
    case 'new calendar': {
      const found = await desk.subscriptions.find(channel)
      if (!found)
        return said('help', 'No maintenance digest is posted here, so there is no calendar of it.', HOW, [formAction()])
      return calendarAnswer(desk.calendarAddresses, channel, command.name === 'new calendar')
    }
    case 'preview': {
      const found = await desk.subscriptions.find(channel)
      return inPrivate(await desk.preview(found ?? (await unasked(channel, setting, desk, inside))))
    }
    case 'form':
    case 'explain':
      if (!desk.isPostedOn(channel.platform)) return said('unknown', NOT_HERE)
      // A form that could not be filled from the store is not opened: here it is said why.
      await desk.subscriptions.find(channel)
      return said('help', WHAT, HOW, [formAction()])
    default:
      return assertNever(command)
  }
}

const HELP = ['“digest” posts the maintenance of your products here every working morning.']
const NOT_HERE = 'Digests cannot be posted here: nothing was changed.'
const WHAT = 'The maintenance of this channel’s products can be posted here every working morning.'
const HOW =
  'For example: “digest on 08:30 Europe/Paris email pro, trusted exchange”. After it, in any order: days (“weekdays”, “Monday to Thursday”, “every day”), “quiet” for nothing on days without maintenance, “reminder 30” for a reminder 30 minutes before, “no updates” for no word at start and end, “holidays France” for a calendar of holidays. “digest off”, “digest status” and “digest preview” do what they say; “digest calendar” is for calendar programs.'

function formAction(label = 'Open the form'): Action {
  return { name: 'form', value: 'digest', label }
}

async function openForm(channel: Channel, setting: Setting, desk: DigestDesk, inside: Inside): Promise<Form> {
  const found = await desk.subscriptions.find(channel)
  const wish = found ?? usualWish(desk.zone, await boundProduct(setting, inside))
  return digestForm(filledFrom(wish), roomOf(desk, inside, found !== undefined))
}

function roomOf({ calendars }: DigestDesk, inside: Inside, isSubscribed: boolean): DigestFormRoom {
  return { inside, calendars, isSubscribed }
}

async function takeForm(
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

async function subscribe(
  command: Extract<DigestCommand, { name: 'on' }>,
  channel: Channel,
  setting: Setting,
  desk: DigestDesk,
  inside: Inside,
): Promise<Answer> {
  const { time, zone: written, words, days, quiet, silent, calendar, reminder } = command
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
  const usual = usualWish(zone, products.length ? undefined : await boundProduct(setting, inside))
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

/** What a preview is of where nobody subscribed. */
async function unasked(
  channel: Channel,
  setting: Setting,
  { clock, zone }: DigestDesk,
  inside: Inside,
): Promise<DigestSubscription> {
  const wish = usualWish(zone, await boundProduct(setting, inside))
  return { ...wish, ...channel, since: clock.now().toISOString() }
}
