// "digest": a channel asks for the daily maintenance digest, looks at it, or wants it no longer.

import { AppError, assertNever } from '../errors.ts'
import type { DigestSubscription } from '../ports/digest-subscription-store.ts'
import type { Channel } from '../ports/place.ts'
import { calendarAnswer } from './channel-calendar.ts'
import { channelProduct } from './channel-product.ts'
import type { Conversation } from './converse.ts'
import { type DigestCommand, readDigestCommand } from './digest-command.ts'
import type { DigestDesk } from './digest-desk.ts'
import { usualWish } from './digest-form.ts'
import {
  explanation,
  formAction,
  HOW,
  NOT_HERE,
  openDigestForm,
  subscribe,
  takeDigestForm,
  WHAT,
} from './digest-subscribe.ts'
import { howInWords, whatInWords } from './digest-words.ts'
import { withHelpLines } from './help-lines.ts'
import type { Incoming, Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { tolerated } from './memory.ts'
import { inPrivate, said } from './said.ts'
import { channelOf } from './whereabouts.ts'

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
      return tolerated(() => openDigestForm(channel, incoming, desk, inside))
    },
    async submit(returned) {
      const channel = channelOf(returned)
      if (!channel || returned.form !== 'digest') return conversation.submit(returned)
      return takeDigestForm(returned, channel, desk, inside)
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
    case 'explain':
      return desk.isPostedOn(channel.platform) ? explanation() : said('unknown', NOT_HERE)
    case 'form':
      if (!desk.isPostedOn(channel.platform)) return said('unknown', NOT_HERE)
      // A form that could not be filled from the store is not opened: here it is said why.
      await desk.subscriptions.find(channel)
      return said('help', WHAT, HOW, [formAction()])
    default:
      return assertNever(command)
  }
}

const HELP = ['“digest” posts the maintenance of your products here every working morning.']

/** What a preview is of where nobody subscribed. */
async function unasked(
  channel: Channel,
  setting: Setting,
  { clock, zone }: DigestDesk,
  inside: Inside,
): Promise<DigestSubscription> {
  const wish = usualWish(zone, await channelProduct(setting, inside))
  return { ...wish, ...channel, since: clock.now().toISOString() }
}
