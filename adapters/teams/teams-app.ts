// The door of this room: one route on the one express app, and every handler behind it.

import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { Deliveries } from '../../src/conversation/deliveries.ts'
import { Rates } from '../../src/conversation/rates.ts'
import type { Abandoned } from '../../src/ports/delivery-store.ts'
import type { Notifier } from '../../src/ports/notifier.ts'
import { Backlog } from './backlog.ts'
import { Connector } from './connector.ts'
import { dispatch } from './dispatch.ts'
import { apologise, createGuard } from './guard.ts'
import type { Inner } from './inner.ts'
import { MESSAGES_PATH } from './names.ts'
import { PlaceNames } from './place-names.ts'
import { References } from './references.ts'
import { Sender } from './sender.ts'
import { createTeamsNotifier } from './teams-notifier.ts'
import type { TeamsOptions } from './teams-options.ts'
import { appToken } from './wall/app-token.ts'
import { CloudDoor } from './wall/cloud-door.ts'
import { isLoopbackHost } from './wall/loopback.ts'

export interface Teams {
  /** Finishes what was begun: at most five seconds. */
  stop(): Promise<void>
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>
  /** Tells somebody whose answer died with a replica; for what `DeliveryStore.takeAbandoned` hands out under `teams/`. */
  apologise(abandoned: Abandoned): Promise<void>
  /** Posts digests into channels and chats. */
  readonly notifier: Notifier
}

/** Teams' own largest activities (a message of 100 KB in UTF-16, in JSON) stay below. */
const BODY_LIMIT = '512kb'
const GRACE_MS = 5_000

/** Builds the bot and adds its route to `http`. */
export function createTeams(options: TeamsOptions, http: Express): Teams {
  const { access, clock } = options
  const registration = access === 'development' ? undefined : access
  const door = new CloudDoor(registration, options.identityProvider)
  const token = options.token ?? (registration ? appToken(registration) : async () => undefined)
  const connector = new Connector(token, clock, options.patience)
  const sender = new Sender(connector)
  const inner = createInner(options, connector, sender)
  const receive: RequestHandler = (request, response, next) => {
    door
      .receive(request.headers.authorization ?? '', request.body, (activity) => dispatch(activity, inner))
      .then(
        ({ status, body }) => (body ? response.status(status).json(body) : response.status(status).end()),
        (error: unknown) => next(error),
      )
  }
  const failed: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined
    if (typeof status === 'number' && status >= 400 && status < 500) response.status(status).end()
    else next(error)
  }
  const closed = access === 'development' ? [fromThisMachine] : []
  http.post(MESSAGES_PATH, ...closed, express.json({ limit: BODY_LIMIT }), receive, failed)
  return {
    notifier: createTeamsNotifier({
      connector,
      ...(options.references ? { references: options.references } : {}),
      ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
    }),
    idle: () => inner.backlog.idle(),
    stop: () => within(GRACE_MS, inner.backlog.idle()),
    async apologise({ note, id }) {
      if (note !== undefined && !id.endsWith('/welcome')) await apologise(note, sender)
    },
  }
  function fromThisMachine(...[request, response, next]: Parameters<RequestHandler>): void {
    if (isLoopbackHost(request.socket.remoteAddress ?? '')) next()
    else response.status(403).end()
  }
}

function createInner(options: TeamsOptions, connector: Connector, sender: Sender): Inner {
  const { conversation, lookup, knowledge, clock, log, reference, publicUrl } = options
  const deliveries = new Deliveries(options.deliveries)
  const references = new References(options.references, clock)
  return {
    conversation,
    lookup,
    knowledge,
    guard: createGuard({ deliveries, references, sender, rates: new Rates(clock, options.rates), log, reference }),
    backlog: new Backlog(log),
    references,
    placeNames: new PlaceNames(connector, knowledge, clock, log),
    sender,
    ...(publicUrl ? { publicUrl } : {}),
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
