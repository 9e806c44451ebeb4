// What stands round every answer: once only, not too fast, and never silence when it fails.

import type { Deliveries, Held } from '../../src/conversation/deliveries.ts'
import { TOO_FAST } from '../../src/conversation/rates.ts'
import { AppError } from '../../src/errors.ts'
import { slackError } from './open-view.ts'
import { type Place, tell } from './place.ts'
import type { SlackLog } from './slack-log.ts'

export interface Work {
  /** What the door calls this delivery: the same for every repetition. */
  readonly id: string
  readonly place: Place
  readonly run: () => Promise<void>
}

export interface GuardOptions {
  readonly deliveries: Deliveries
  readonly log: SlackLog
  /** A number that the person reads out and the log holds. */
  readonly reference: () => string
}

export type Guard = (work: Work) => Promise<void>

const TOO_LATE = 'I was not running when you asked. Please ask again.'
const INTERRUPTED = 'I was interrupted while I answered you. Please ask again.'

export function createGuard({ deliveries, log, reference }: GuardOptions): Guard {
  const fail = async ({ id, place }: Work, held: Held, error: unknown): Promise<void> => {
    const number = reference()
    log.error({ err: error, reference: number, delivery: id }, 'slack: answer failed')
    try {
      await tell(place, `${apologyFor(error)} Reference: ${number}`)
    } catch (deaf) {
      log.error({ err: deaf, reference: number, delivery: id }, 'slack: person could not be told')
      await held.release()
    }
  }
  /** The friendly line is no answer: nobody needs to know of it but this replica. */
  const slowDown = async ({ id, place }: Work): Promise<void> => {
    try {
      await tell(place, TOO_FAST)
    } catch (error) {
      log.warn({ err: error, delivery: id }, 'slack: person could not be told to slow down')
    }
  }
  return async (work) => {
    const { id, place } = work
    if (!deliveries.isFirstHere(id)) return
    if (place.instead === 'too-fast') return slowDown(work)
    const held = await deliveries.claim(id, noteOf(place))
    if (!held) return
    try {
      await (place.instead === 'too-late' ? tell(place, TOO_LATE) : work.run())
    } catch (error) {
      await fail(work, held, error)
    }
    await held.finish()
  }
}

function apologyFor(error: unknown): string {
  if (error instanceof AppError) return error.forPerson
  switch (slackError(error)) {
    case 'missing_scope':
      return 'Slack does not let me answer here: a scope is missing. An administrator can install me again.'
    case 'expired_trigger_id':
      return 'Slack lets me open a window for three seconds only, and I was slower. Please try again.'
  }
  return 'Something went wrong while I answered you. Please try again; if it happens again, report the number.'
}

/** Where to apologise if this replica dies in the middle; nothing that was said. It takes the place of what was written down. */
function noteOf({ tenant, team, channel, user, thread, surface, respondTo }: Place): string {
  return JSON.stringify({ tenant, team, channel, user, thread, surface, respondTo })
}

/** Tells somebody whose answer died with another replica. A note that is not ours is left alone. */
export async function apologise(note: string, place: (noted: Noted) => Promise<Place>): Promise<void> {
  const noted: unknown = JSON.parse(note)
  if (isNoted(noted)) await tell(await place(noted), INTERRUPTED)
}

export type Noted = Pick<Place, 'tenant' | 'team' | 'channel' | 'user' | 'surface' | 'thread' | 'respondTo'>

function isNoted(value: unknown): value is Noted {
  if (typeof value !== 'object' || value === null) return false
  return ['tenant', 'channel', 'user', 'surface'].every((name) => typeof Reflect.get(value, name) === 'string')
}
