// Whose token answers: one workspace's, an installed one of many, or what somebody else says.

import type { App, Authorize, AuthorizeSourceData } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Noted } from './guard.ts'
import { manyWorkspaces } from './install/many-workspaces.ts'
import { authorizeOne, checkToken } from './one-workspace.ts'
import type { HttpApp } from './slack-app.ts'
import type { SlackOptions } from './slack-options.ts'

export interface Who {
  readonly authorize: Authorize<boolean>
  /** Listens for what ends an installation. */
  register(app: App): void
  /** Throws AppError when Slack refuses the one token. */
  check(): Promise<void>
}

/** Installing adds its routes to `http`. */
export function identify(options: SlackOptions, clientOptions: WebClientOptions, http: HttpApp | undefined): Who {
  const { identity, log } = options
  const nothing = { register: () => undefined, check: async () => undefined }
  if ('authorize' in identity) return { ...nothing, authorize: identity.authorize }
  if ('installing' in identity) {
    if (!http) throw new Error('an installer needs the application to be mounted on')
    return { ...nothing, ...manyWorkspaces(identity.installing, options, clientOptions, http) }
  }
  const client = new WebClient(undefined, clientOptions)
  return {
    ...nothing,
    authorize: authorizeOne(client, identity.botToken),
    async check() {
      const token = await checkToken(client, identity.botToken)
      if (token === 'unreachable') log.warn({}, 'slack: cannot be reached yet')
    },
  }
}

/** Whose installation answers at a noted place: workspaces are `T…`, organisations `E…`. */
export function sourceOf({ tenant, team }: Pick<Noted, 'tenant' | 'team'>): AuthorizeSourceData<boolean> {
  if (!tenant.startsWith('E')) return { teamId: tenant, enterpriseId: undefined, isEnterpriseInstall: false }
  return { teamId: team, enterpriseId: tenant, isEnterpriseInstall: true }
}
