// One of the two files that import botbuilder: who may come in. It hands out our own activities only.

import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { InvokeReply, TeamsActivity } from '../activity.ts'
import { readActivity } from '../read-activity.ts'
import { field } from '../read-json.ts'
import { isLoopback } from './loopback.ts'

/** The registration of a single-tenant bot. */
export interface Registration {
  readonly appId: string
  readonly password: string
  /** The one Entra tenant that the bot belongs to. */
  readonly tenant: string
}

/** Another identity provider than Microsoft's, for tests. */
export interface IdentityProvider {
  readonly metadataUrl: string
  readonly issuer?: string
}

/** Answers a verified activity: at once with nothing, or when an invoke is done with its reply. */
export type Handle = (activity: TeamsActivity) => Promise<InvokeReply | undefined>

/** The code of the Bot Framework for Teams; every other channel is refused before its tokens are looked at. */
const TEAMS = 'msteams'

export class CloudDoor extends CloudAdapter {
  readonly #registration: Registration | undefined

  /** Without a registration nobody is asked for a token, and only activities from this machine are taken. */
  constructor(registration: Registration | undefined, provider?: IdentityProvider) {
    super(authenticationOf(registration, provider))
    this.#registration = registration
  }

  /** The status for Teams and an invoke's body. Never rejects for what a stranger sent; rejects when `handle` does. */
  async receive(header: string, body: unknown, handle: Handle): Promise<InvokeReply> {
    const activity = readActivity(body)
    if (!activity || field(body, 'channelId') !== TEAMS) return { status: 400 }
    let identity: unknown
    try {
      // The adapter's own pipeline would build two clients a turn, of which we use none: connector.ts is ours.
      const verified = await this.botFrameworkAuthentication.authenticateRequest(toVendor(body), header)
      identity = verified.claimsIdentity
    } catch (error) {
      return { status: refusalOf(error) }
    }
    if (!this.#mayReplyTo(activity.serviceUrl, identity)) return { status: 401 }
    if (!this.#isOurTenant(activity)) return { status: 403 }
    return (await handle(activity)) ?? { status: activity.type === 'invoke' ? 501 : 200 }
  }

  /** A single-tenant bot answers its own tenant; an activity that names none is refused as well. */
  #isOurTenant({ tenant }: TeamsActivity): boolean {
    return !this.#registration || tenant.toLowerCase() === this.#registration.tenant.toLowerCase()
  }

  /**
   * Replies carry our token: they go only where a verified token said. The library checks the claim of tokens that
   * come from the channel, and no other's (a developer's emulator): those have none and are refused here.
   */
  #mayReplyTo(serviceUrl: string, identity: unknown): boolean {
    if (!this.#registration) return isLoopback(serviceUrl)
    return claimOf(identity, 'serviceurl') === serviceUrl
  }
}

function authenticationOf(registration: Registration | undefined, provider: IdentityProvider | undefined) {
  if (!registration) return new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' })
  const { appId, password, tenant } = registration
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenant,
    ...(provider ? providerOf(provider) : {}),
  })
}

/** All of it or nothing: half a configuration would fall back to the public cloud's addresses. */
function providerOf({ metadataUrl, issuer = 'https://api.botframework.com' }: IdentityProvider) {
  return {
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
  }
}

/** The library wants its own type; it reads the channel and the service url, which `readActivity` has looked at. */
function toVendor(body: unknown): Activity {
  return body as Activity
}

function claimOf(identity: unknown, name: string): unknown {
  const claims = field(identity, 'claims')
  const found: unknown = Array.isArray(claims) ? claims.find((claim) => field(claim, 'type') === name) : undefined
  return field(found, 'value')
}

/** 503 when the identity provider could not be asked, so that Teams tries again; 401 for every bad token. */
function refusalOf(error: unknown): number {
  const name = error instanceof Error ? error.name : ''
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined
  return name === 'FetchError' || status === 500 ? 503 : 401
}
