// An identity provider of our own: its keys, its OpenID metadata over HTTP, and tokens good and bad.

import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'

export const APP_ID = '11111111-1111-4111-8111-111111111111'
export const ISSUER = 'https://api.botframework.com'

export interface Claims {
  readonly iss?: string | undefined
  readonly aud?: string | undefined
  readonly serviceurl?: string | undefined
  readonly exp?: number
  readonly nbf?: number
  readonly [claim: string]: string | number | undefined
}

interface Key {
  readonly kid: string
  readonly secret: KeyObject
  readonly jwk: Readonly<Record<string, unknown>>
}

export class IdentityProvider {
  /** Published. */
  readonly known = newKey()
  /** Never published. */
  readonly other = newKey()
  /** How often the keys were asked for. */
  asked = 0
  /** The metadata cannot be had while this is true. */
  down = false
  readonly #server: Server

  constructor() {
    this.#server = createServer((request, response) => {
      const { host } = request.headers
      const metadata = {
        issuer: ISSUER,
        jwks_uri: `http://${host}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }
      const keys = { keys: [{ ...this.known.jwk, endorsements: ['msteams'] }] }
      if (request.url === '/keys') this.asked += 1
      response.writeHead(this.down ? 503 : 200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(request.url === '/keys' ? keys : metadata))
    })
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/.well-known/openidconfiguration`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** A header as the Bot Framework sends it; the claims are changed by `more`. */
  bearer(
    serviceUrl: string,
    more: Claims = {},
    header: Readonly<Record<string, unknown>> = {},
    key = this.known,
  ): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, ...more }
    const head = { typ: 'JWT', alg: 'RS256', kid: key.kid, ...header }
    const signed = `${encoded(head)}.${encoded(claims)}`
    if (head.alg === 'none') return `Bearer ${signed}.`
    return `Bearer ${signed}.${sign('RSA-SHA256', Buffer.from(signed), key.secret).toString('base64url')}`
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function newKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = randomUUID()
  return { kid, secret: privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' } }
}
