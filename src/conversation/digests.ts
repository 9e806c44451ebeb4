// "digest on 08:30 Europe/Paris email pro": a channel asks for the daily maintenance digest, or no longer does.

import type { Answer, Block } from '../answer/answer.ts'
import { listed, quoted, shortened } from '../answer/wording.ts'
import { AppError, assertNever } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../ports/digest-subscription-store.ts'
import type { Channel } from '../ports/place.ts'
import { boundProduct } from './bind.ts'
import type { Conversation } from './converse.ts'
import { type DigestCommand, readDigestCommand } from './digest-command.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { channelOf } from './whereabouts.ts'

const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5]
const USUAL_TIME = '08:30'
const ECHO_LENGTH = 60

/** What the digest commands work with. */
export interface DigestDesk {
  readonly subscriptions: DigestSubscriptionStore
  /** Names of the calendars of holidays. */
  readonly calendars: readonly string[]
  /** The digest as it would be posted now. */
  readonly preview: (subscription: DigestSubscription) => Promise<Answer>
  readonly clock: Clock
}

/** The conversation with the digest commands of a channel understood; everything else is as before. */
export function withDigests(conversation: Conversation, desk: DigestDesk, inside: Inside): Conversation {
  return {
    ...conversation,
    async converse(incoming) {
      const channel = channelOf(incoming)
      const command = channel && 'text' in incoming ? readDigestCommand(incoming.text) : undefined
      if (!channel || !command) return conversation.converse(incoming)
      try {
        return await obey(command, channel, incoming, desk, inside)
      } catch (error) {
        if (error instanceof AppError) return said('unknown', error.forPerson)
        throw error
      }
    },
  }
}

async function obey(command: DigestCommand, channel: Channel, setting: Setting, desk: DigestDesk, inside: Inside) {
  switch (command.name) {
    case 'on':
      return subscribe(command, channel, setting, desk, inside)
    case 'off': {
      const was = await desk.subscriptions.unsubscribe(channel)
      return said('help', was ? 'This channel gets no maintenance digest any more.' : 'This channel got no digest.')
    }
    case 'status': {
      const found = await desk.subscriptions.find(channel)
      return found ? said('help', inWords(found)) : said('help', 'This channel gets no maintenance digest.', HOW)
    }
    case 'preview': {
      const found = await desk.subscriptions.find(channel)
      return desk.preview(found ?? (await unasked(channel, setting, desk, inside)))
    }
    case 'explain':
      return said('help', 'A channel can get the maintenance of its products every working morning.', HOW)
    default:
      return assertNever(command)
  }
}

const HOW =
  'For example: “digest on 08:30 Europe/Paris email pro, trusted exchange”. After “on”, “quiet” leaves days without maintenance in peace, and “holidays France” keeps a calendar of holidays. “digest off”, “digest status” and “digest preview” do what they say.'

async function subscribe(
  { time = USUAL_TIME, zone, words, quiet, calendar }: Extract<DigestCommand, { name: 'on' }>,
  channel: Channel,
  setting: Setting,
  { subscriptions, calendars, clock }: DigestDesk,
  inside: Inside,
): Promise<Answer> {
  if (zone === undefined) return said('unknown', 'Say whose clock the time is of, for example Europe/Paris.', HOW)
  if (!isZone(zone)) return said('unknown', `${quoted(zone)} is no time zone. Write one as Europe/Paris.`)
  const named = words.map((one) => ({ one, product: inside.resolver.product(one) }))
  const unknown = named
    .filter(({ product }) => product === undefined)
    .map(({ one }) => quoted(shortened(one, ECHO_LENGTH)))
  if (unknown.length) return said('unknown', `No loaded document covers ${listed(unknown)}: nothing was changed.`)
  const kept = calendars.find((name) => name.toLowerCase() === calendar?.toLowerCase())
  if (calendar !== undefined && kept === undefined) {
    const known = calendars.length ? `There is ${listed(calendars)}.` : 'Nobody has put one into knowledge/maintenance.'
    return said('unknown', `There is no calendar of holidays ${quoted(shortened(calendar, ECHO_LENGTH))}. ${known}`)
  }
  const products = named.flatMap(({ product }) => product ?? [])
  const bound = products.length ? undefined : await boundProduct(setting, inside)
  const subscription: DigestSubscription = {
    ...channel,
    products: [...new Set(bound === undefined ? products : [bound])],
    ...{ time, zone, weekdays: WEEKDAYS, quiet, announceStates: true, since: clock.now().toISOString() },
    ...(kept === undefined ? {} : { calendar: kept }),
  }
  await subscriptions.subscribe(subscription)
  const note = 'If I am not a member of this channel, invite me: otherwise nothing can be posted here.'
  return said('help', inWords(subscription), note)
}

/** What a preview is of where nobody subscribed. */
async function unasked(
  channel: Channel,
  setting: Setting,
  { clock }: DigestDesk,
  inside: Inside,
): Promise<DigestSubscription> {
  const bound = await boundProduct(setting, inside)
  return {
    ...channel,
    products: bound === undefined ? [] : [bound],
    ...{
      time: USUAL_TIME,
      zone: 'UTC',
      weekdays: WEEKDAYS,
      quiet: false,
      announceStates: true,
      since: clock.now().toISOString(),
    },
  }
}

function inWords({ products, time, zone, quiet, calendar }: DigestSubscription): string {
  const about = products.length ? listed(products) : 'all products'
  const holidays = calendar === undefined ? '' : `, not on holidays of ${calendar}`
  const silence = quiet ? ' Days without maintenance are left in peace.' : ''
  return `This channel gets the maintenance of ${about} at ${time} (${zone}), Monday to Friday${holidays}.${silence}`
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

function said(kind: Answer['kind'], text: string, note?: string): Answer {
  const notes: readonly Block[] = note === undefined ? [] : [{ type: 'note', text: note }]
  return { kind, blocks: [{ type: 'sentence', text }, ...notes], actions: [], items: [] }
}
