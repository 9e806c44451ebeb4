// The channel's maintenance as a calendar that other programs subscribe to: its secret address, and another one.

import type { Answer } from '../answer/answer.ts'
import type { Channel } from '../ports/place.ts'
import { inPrivate, said } from './said.ts'

/** Whole addresses of calendars; absent where nobody said where people reach the console. */
export interface CalendarAddresses {
  /** The channel's address, the same every time. */
  readonly of: (channel: Channel) => Promise<string>
  /** Another one; the earlier opens nothing from then on. */
  readonly renew: (channel: Channel) => Promise<string>
}

const HOW =
  'Subscribe to it in your calendar program. Whoever has the address can read it; “digest calendar new” replaces it by another.'

/** Tells the address to the one who asked alone, and makes another where that was asked for. */
export async function calendarAnswer(
  addresses: CalendarAddresses | undefined,
  channel: Channel,
  isRenewed: boolean,
): Promise<Answer> {
  if (!addresses) {
    const why = 'Whoever runs this bot has to set PUBLIC_URL to where people reach its web console.'
    return inPrivate(said('unknown', 'This channel’s calendar has no address yet.', why))
  }
  const address = await (isRenewed ? addresses.renew(channel) : addresses.of(channel))
  const text = isRenewed
    ? 'This channel’s calendar has a new address. The one before opens nothing any more.'
    : 'The maintenance of this channel’s products, as a calendar:'
  return inPrivate(said('help', text, [address, HOW]))
}
