// What stands round every answer: once only, not too fast, and never silence when it fails.

import type { Deliveries, Held } from '../../src/conversation/deliveries.ts'
import { type Rates, TOO_FAST } from '../../src/conversation/rates.ts'
import { AppError } from '../../src/errors.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { channelAt, type Place } from './place.ts'
import type { References } from './references.ts'
import type { Sender } from './sender.ts'
import type { TeamsLog } from './teams-log.ts'

export interface Work<Result> {
  /** What Teams calls this activity: the same for every repetition. Empty when it has no name: then it counts as new. */
  readonly id: string
  readonly place: Place
  /** Begun before it is known whether the work is ours: it reads and does nothing. */
  readonly begin?: () => void
  readonly run: () => Promise<Result>
  /** Instead of `run`, for a person who asks too fast; the friendly line in the conversation by default. Without a person (a welcome) nobody is too fast. */
  readonly hasty?: 'tell' | (() => Promise<Result>)
}

export interface GuardOptions {
  readonly deliveries: Deliveries
  readonly references: References
  readonly sender: Sender
  readonly rates: Rates
  readonly log: TeamsLog
  /** A number that the person reads out and the log holds. */
  readonly reference: () => string
}

/** The work's result; undefined when it was not ours to do, or failed and the person was told. */
export type Guard = <Result>(work: Work<Result>) => Promise<Result | undefined>

const INTERRUPTED = 'I was interrupted while I answered you. Please ask again.'

export function createGuard({ deliveries, references, sender, rates, log, reference }: GuardOptions): Guard {
  /** The friendly line is no answer: nobody needs to know of it but this replica. */
  const slowDown = async (place: Place): Promise<void> => {
    try {
      await sender.tell(place, TOO_FAST)
    } catch (error) {
      log.warn({ err: error }, 'teams: person could not be told to slow down')
    }
  }
  const fail = async (id: string, place: Place, held: Held | undefined, error: unknown): Promise<void> => {
    if (error instanceof ConnectorFailure && error.kind === 'gone') {
      await references.gone(channelAt(place))
      log.info({ delivery: id, status: error.status }, 'teams: the conversation is gone')
      return
    }
    const number = reference()
    log.error({ err: error, reference: number, delivery: id }, 'teams: answer failed')
    try {
      await sender.tell(place, `${apologyFor(error)} Reference: ${number}`)
    } catch (deaf) {
      log.error({ err: deaf, reference: number, delivery: id }, 'teams: person could not be told')
      await held?.release()
    }
  }
  return async ({ id, place, begin, run, hasty }) => {
    const name = `teams/${place.tenant}/${place.channel}/${id}`
    if (id && !deliveries.isFirstHere(name)) return undefined
    const verdict = hasty ? rates.ask({ platform: 'teams', tenant: place.tenant, user: place.user }) : 'go'
    if (verdict !== 'go') {
      if (typeof hasty === 'function') return hasty()
      if (verdict === 'tell') await slowDown(place)
      return undefined
    }
    begin?.()
    const held = id ? await deliveries.claim(name, noteOf(place)) : undefined
    if (id && !held) return undefined
    let result: Awaited<ReturnType<typeof run>> | undefined
    try {
      result = await run()
    } catch (error) {
      await fail(id, place, held, error)
    }
    await held?.finish()
    return result
  }
}

function apologyFor(error: unknown): string {
  if (error instanceof AppError) return error.forPerson
  if (error instanceof ConnectorFailure && error.kind === 'uncertain')
    return 'Teams did not say whether my answer arrived. If you do not see it, ask again.'
  return 'Something went wrong while I answered you. Please try again; if it happens again, report the number.'
}

/** Where to apologise if this replica dies in the middle; nothing that was said. */
function noteOf({ tenant, user, conversation, channel, surface, serviceUrl }: Place): string {
  return JSON.stringify({ tenant, user, conversation, channel, surface, serviceUrl })
}

/** Tells somebody whose answer died with another replica. A note that is not ours is left alone. */
export async function apologise(note: string, sender: Sender): Promise<void> {
  const noted: unknown = JSON.parse(note)
  if (isPlace(noted)) await sender.tell(noted, INTERRUPTED)
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  return ['tenant', 'conversation', 'channel', 'serviceUrl'].every(
    (name) => typeof Reflect.get(value, name) === 'string',
  )
}
