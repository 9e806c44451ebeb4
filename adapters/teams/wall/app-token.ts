// One of the two files that import botbuilder: the token that our own calls to Teams carry.

import { ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import { AppError } from '../../../src/errors.ts'
import type { Registration } from './cloud-door.ts'

/** The bearer token for the next call; undefined in development. Rejects with AppError when Entra refuses. */
export type AppToken = () => Promise<string | undefined>

const SCOPE = 'https://api.botframework.com'
const LOGIN = 'https://login.microsoftonline.com/'

interface TokenSource {
  getToken(): Promise<string>
}

/** Asks Entra for a token of the bot's own tenant, and keeps it until shortly before it ends. */
export function appToken({ appId, password, tenant }: Registration): AppToken {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenant,
  })
  const source = factory.createCredentials(appId, SCOPE, `${LOGIN}${tenant}`, true)
  return async () => {
    const credentials: unknown = await source
    if (!isTokenSource(credentials)) throw new Error('botbuilder: credentials without a token')
    try {
      return await credentials.getToken()
    } catch (error) {
      throw new AppError('teams: no token from Entra', 'Microsoft did not let me in just now.', { cause: error })
    }
  }
}

function isTokenSource(value: unknown): value is TokenSource {
  return typeof value === 'object' && value !== null && 'getToken' in value && typeof value.getToken === 'function'
}
