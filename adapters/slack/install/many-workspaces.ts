// Many workspaces: Slack's installer over our stores, on the one http application.

import type { App, Authorize } from '@slack/bolt'
import { InstallProvider } from '@slack/oauth'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { pause } from '../lifeline.ts'
import { INSTALL_PATH, OPTIONAL_SCOPES, REDIRECT_PATH, SCOPES } from '../names.ts'
import type { HttpApp } from '../slack-app.ts'
import { boltLogger } from '../slack-log.ts'
import type { Installing, SlackOptions } from '../slack-options.ts'
import { Authorizer } from './authorizer.ts'
import { installRoutes } from './install-routes.ts'
import { onRemoval } from './on-removal.ts'
import { OneTimeState } from './one-time-state.ts'
import { createRotation } from './rotation.ts'
import { SlackInstallations, tenantOfInstallation } from './slack-installations.ts'

/** Slack's own when nobody says otherwise; the consent page stands beside the api. */
const API_URL = 'https://slack.com/api/'

export interface ManyWorkspaces {
  readonly authorize: Authorize<boolean>
  /** Listens for what ends an installation. */
  register(app: App): void
}

/** Adds the install routes to `http`; `clientOptions` are those of every other call to Slack. */
export function manyWorkspaces(
  installing: Installing,
  options: SlackOptions,
  clientOptions: WebClientOptions,
  http: HttpApp,
): ManyWorkspaces {
  const { deliveries, clock, log, reference, apiUrl = API_URL, patience } = options
  const { clientId, clientSecret, stateSecret, publicUrl, renderPage } = installing
  const wait = patience?.wait ?? pause
  const installations = new SlackInstallations({
    port: installing.installations,
    rotation: createRotation({ deliveries, clock, wait }),
    clock,
    log,
    installUrl: `${publicUrl}${INSTALL_PATH}`,
  })
  const install = {
    scopes: Object.keys({ ...SCOPES, ...OPTIONAL_SCOPES }),
    redirectUri: `${publicUrl}${REDIRECT_PATH}`,
  }
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateStore: new OneTimeState(stateSecret, deliveries, install),
    installationStore: installations,
    directInstall: true,
    authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href,
    logger: boltLogger(log),
    clientOptions,
  })
  const authorizer = new Authorizer({
    locate: (source) => installations.locate(source),
    authorize: provider.authorize,
    clock,
    log,
  })
  const installed = (installation: Parameters<typeof tenantOfInstallation>[0]) =>
    authorizer.forget(tenantOfInstallation(installation))
  installRoutes(http, { provider, install, installed, log, reference, renderPage })
  return {
    authorize: authorizer.authorize,
    register(app) {
      const client = new WebClient(undefined, clientOptions)
      onRemoval(app, { installations, client, forget: (tenant) => authorizer.forget(tenant), wait, log })
    },
  }
}
