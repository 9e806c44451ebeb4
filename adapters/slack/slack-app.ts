// The door of this room: Bolt with our receiver round it, and every handler registered.

import { App, type ExpressReceiverOptions } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { Deliveries } from '../../src/conversation/deliveries.ts'
import { Rates } from '../../src/conversation/rates.ts'
import type { Abandoned, Accepted } from '../../src/ports/delivery-store.ts'
import type { Notifier } from '../../src/ports/notifier.ts'
import type { Tenant } from '../../src/ports/place.ts'
import { AckFirst } from './ack-first.ts'
import { ChannelNames } from './channel-names.ts'
import { apologise, createGuard, type Guard, type Noted } from './guard.ts'
import { identify, sourceOf } from './identify.ts'
import { type Inner, responding } from './inner.ts'
import { pause } from './lifeline.ts'
import { onAction } from './on-action.ts'
import { onCommand } from './on-command.ts'
import { onFilled } from './on-filled.ts'
import { onForm } from './on-form.ts'
import { onMessage } from './on-message.ts'
import { patientFetch } from './patient-fetch.ts'
import type { Place } from './place.ts'
import { onHome } from './publish-home.ts'
import { createReceiver } from './receiver.ts'
import { createRefusal } from './refusal.ts'
import { boltLogger } from './slack-log.ts'
import { createSlackNotifier } from './slack-notifier.ts'
import type { SlackOptions } from './slack-options.ts'

export interface Slack {
  /** Connects (Socket Mode); checks the token of a single workspace. Throws AppError when Slack refuses it. */
  start(): Promise<void>
  /** Takes nothing new and finishes what was begun. */
  stop(): Promise<void>
  /** Tells somebody whose answer died with a replica; for what `DeliveryStore.takeAbandoned` hands out under `slack/`. */
  apologise(abandoned: Abandoned): Promise<void>
  /** Answers what this or another replica has acknowledged and nobody has begun; for what `DeliveryStore.takeWaiting` hands out under `slack/`. */
  resume(accepted: Accepted): Promise<void>
  /** Posts digests into channels. */
  readonly notifier: Notifier
}

/** The application that HTTP mode is mounted on. */
export type HttpApp = NonNullable<ExpressReceiverOptions['app']>

/** Builds the app; in HTTP mode its route is added to `http` at once. */
export function createSlack(options: SlackOptions, http?: HttpApp): Slack {
  const logger = boltLogger(options.log)
  const fetch = patientFetch(options.patience)
  const clientOptions: WebClientOptions = {
    fetch,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
  }
  const rates = new Rates(options.clock, options.rates)
  const { log, clock, reference } = options
  const deliveries = new Deliveries(options.deliveries, options.journal)
  const untold = new WeakSet<object>()
  const door = createReceiver(options, clientOptions, http)
  const receiver = new AckFirst(door, { deliveries, clock, log, rates, untold })
  const who = identify(options, clientOptions, http)
  const { authorize } = who
  const app = new App({ receiver, logger, clientOptions, convoStore: false, authorize, extendedErrorHandler: true })
  app.error(createRefusal({ fetch, log, reference, untold }))
  who.register(app)
  const inner = createInner(options, fetch, createGuard({ deliveries, log, reference }))
  for (const register of [onCommand, onMessage, onAction, onForm, onFilled, onHome]) register(app, inner)

  const placeOf = async (noted: Noted): Promise<Place> => {
    const { botToken } = await authorize(sourceOf(noted))
    const { team, respondTo } = noted
    const client = new WebClient(botToken, { ...clientOptions, ...(team ? { teamId: team } : {}) })
    return { ...noted, client, ...responding(respondTo, { fetch }) }
  }
  const clientFor = async ({ tenant }: Tenant): Promise<WebClient> => {
    const { botToken } = await authorize(sourceOf({ tenant }))
    // Waiting for Slack's patience here would outlast the lease on a digest: it is tried again as a whole.
    return new WebClient(botToken, { ...clientOptions, fetch: patientFetch({ ...options.patience, tries: 1 }) })
  }
  return {
    notifier: createSlackNotifier({
      ...{ clientFor, clock: options.clock, wait: options.patience?.wait ?? pause },
      ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
    }),
    async start() {
      await who.check()
      await receiver.start()
    },
    async stop() {
      await receiver.stop()
    },
    async resume(accepted) {
      receiver.resume(accepted)
    },
    apologise: ({ note }) => (note === undefined ? Promise.resolve() : apologise(note, placeOf)),
  }
}

function createInner(options: SlackOptions, fetch: Inner['fetch'], guard: Guard): Inner {
  const { conversation, knowledge, clock, log, publicUrl } = options
  return {
    conversation,
    knowledge,
    guard,
    channelNames: new ChannelNames(clock, log),
    fetch,
    incidentChannels: options.incidentChannels ?? /^inc(?:ident)?-/u,
    ...(publicUrl ? { publicUrl } : {}),
  }
}
