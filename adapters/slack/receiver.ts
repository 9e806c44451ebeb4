// How deliveries come in: over a connection that we open (Socket Mode), or signed over HTTP.

import { ExpressReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { AppError } from '../../src/errors.ts'
import { createLifeline } from './lifeline.ts'
import { EVENTS_PATH } from './names.ts'
import { slackError } from './open-view.ts'
import { signedBody } from './signed-body.ts'
import type { HttpApp } from './slack-app.ts'
import { boltLogger } from './slack-log.ts'
import type { SlackOptions } from './slack-options.ts'

/** Milliseconds without a pong after which the connection counts as dead; as long is waited before the next one. */
const DEAF_MS = 2_000

/** Bolt's receiver for the intake; in HTTP mode its route is added to `http` at once. */
export function createReceiver(options: SlackOptions, clientOptions: WebClientOptions, http?: HttpApp): Receiver {
  const { intake } = options
  if (intake.mode === 'socket') return socketReceiver(intake.appToken, options, clientOptions)
  if (!http) throw new Error('HTTP mode needs the application to be mounted on')
  const { signingSecret } = intake
  http.post(EVENTS_PATH, signedBody(signingSecret, options.log))
  const mounted = new ExpressReceiver({
    signingSecret,
    signatureVerification: false,
    logger: boltLogger(options.log),
    endpoints: EVENTS_PATH,
    app: http,
  })
  return { init: (app) => mounted.init(app), start: async () => undefined, stop: async () => undefined }
}

function socketReceiver(
  appToken: string,
  { log, patience }: SlackOptions,
  { fetch = globalThis.fetch, ...rest }: WebClientOptions,
): Receiver {
  const lifeline = createLifeline({ fetch, log, wait: patience?.wait })
  const inner = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    clientPingTimeout: DEAF_MS,
    installerOptions: { clientOptions: { ...rest, fetch: lifeline.fetch } },
  })
  return {
    init: (app) => inner.init(app),
    async start() {
      const connecting = inner.start()
      // A Slack that is down is no reason not to start: the connection comes when it is back.
      await Promise.race([connecting, lifeline.unreachable]).catch((error: unknown) => {
        throw refused(error)
      })
    },
    async stop() {
      lifeline.stop()
      await inner.stop()
    },
  }
}

function refused(error: unknown): unknown {
  const said = slackError(error)
  if (said === undefined) return error
  return new AppError(
    `slack refused the app token: ${said}`,
    `Slack does not accept SLACK_APP_TOKEN (${said}). Make one anew at api.slack.com/apps > your app > Basic Information > App-Level Tokens, with the scope connections:write.`,
    { cause: error },
  )
}
