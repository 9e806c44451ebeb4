// A channel's digest in one or two plain lines.

import { listed } from '../answer/wording.ts'
import type { DigestSubscription } from '../ports/digest-subscription-store.ts'
import { daysInWords } from './weekdays.ts'

/** What is posted when. */
export function whatInWords({ products, time, zone, weekdays, calendar }: DigestSubscription): string {
  const about = products.length ? listed(products) : 'all products'
  const holidays = calendar === undefined ? '' : `, not on holidays of ${calendar}`
  return `The maintenance of ${about} is posted here at ${time} (${zone}), ${daysInWords(weekdays)}${holidays}.`
}

/** How much besides. */
export function howInWords({ quiet, reminderMinutes, announceStates }: DigestSubscription): string {
  const silence = quiet
    ? 'Days without maintenance are left in peace.'
    : 'On days without maintenance it says that nothing is planned.'
  const reminder =
    reminderMinutes === undefined ? [] : [`a reminder ${reminderMinutes} minutes before each maintenance`]
  const states = announceStates ? ['a line when one begins and when it is completed'] : []
  const thread = listed([...reminder, ...states])
  return thread ? `${silence} In its thread: ${thread}.` : `${silence} No reminders, no updates.`
}
