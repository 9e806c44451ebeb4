import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { channelAt } from '../../adapters/teams/place.ts'
import { PLACES, personal, TENANT } from './activities.ts'
import { type Bot, startBot } from './bot.ts'
import { ConnectorStub } from './connector-stub.ts'
import { APP_ID, type Claims, IdentityProvider, ISSUER } from './identity-provider.ts'

const stub = new ConnectorStub()
const provider = new IdentityProvider()
const registration = { appId: APP_ID, password: 'never sent anywhere', tenant: TENANT }
let url: string
let metadataUrl: string
let bot: Bot

beforeAll(async () => {
  ;[url, metadataUrl] = await Promise.all([stub.start(), provider.start()])
  // The library says on the console why it refuses.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  bot = await startBot({
    access: registration,
    identityProvider: { metadataUrl },
    token: async () => 'token-of-ours',
  })
})
afterAll(async () => {
  await Promise.all([bot.stop(), stub.stop(), provider.stop()])
  vi.restoreAllMocks()
})
beforeEach(() => {
  stub.calls.length = 0
  stub.messages.length = 0
})

const HOUR = 3600
const now = () => Math.floor(Date.now() / 1000)

describe('a good token', () => {
  it('lets the activity in, and the answer carries our own', async () => {
    const activity = personal(url, 'who restores backups on email pro')
    expect(await bot.send(activity, provider.bearer(url))).toMatchObject({ status: 200 })
    expect(stub.calls).toHaveLength(1)
    expect(stub.calls[0]?.authorization).toBe('Bearer token-of-ours')
    const kept = await bot.kept.references.find(channelAt({ tenant: TENANT, channel: PLACES.PERSONAL.id }))
    expect(kept).toMatchObject({ serviceUrl: url, tenant: TENANT, locale: 'en-GB', surface: 'personal' })
  })
})

describe('every other token is refused, and nothing is answered or kept', () => {
  const claimed: readonly (readonly [string, Claims])[] = [
    ['another audience', { aud: '99999999-9999-4999-8999-999999999999' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer', { iss: undefined }],
    ['expired', { exp: now() - HOUR, nbf: now() - 2 * HOUR }],
    ['not yet valid', { nbf: now() + HOUR, exp: now() + 2 * HOUR }],
    ['another service url', { serviceurl: 'https://evil.example/' }],
    ['no service url', { serviceurl: undefined }],
    // What a developer's emulator or another bot would bring: signed by a tenant, without a service url.
    [
      'a token of another tenant',
      { iss: 'https://sts.windows.net/99999999-9999-4999-8999-999999999999/', appid: APP_ID, ver: '1.0' },
    ],
    [
      'a token of our tenant that is not from Teams',
      { iss: `https://sts.windows.net/${TENANT}/`, appid: APP_ID, ver: '1.0', serviceurl: undefined },
    ],
    [
      'a token of a tenant that the library trusts',
      {
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        appid: APP_ID,
        ver: '1.0',
        serviceurl: undefined,
      },
    ],
  ]
  it.each(claimed)('%s', async (_what, claims) => refused(provider.bearer(url, claims)))

  it('unsigned', () => refused(provider.bearer(url, {}, { alg: 'none' })))
  it('signed by another key under the known name', () =>
    refused(provider.bearer(url, {}, { kid: provider.known.kid }, provider.other)))
  it('signed by an unknown key', () => refused(provider.bearer(url, {}, {}, provider.other)))
  it('signed with the public key as a shared secret', () => refused(confused()))
  it.each([
    ['none at all', ''],
    ['an empty one', 'Bearer '],
    ['another scheme', 'Basic YTpi'],
    ['not a token', 'Bearer a.b.c'],
    ['half a token', 'Bearer eyJhbGciOiJSUzI1NiJ9'],
  ])('%s', (_what, header) => refused(header))

  it('good, on an activity that names another channel of the Bot Framework', async () => {
    for (const channelId of ['emulator', 'AseChannel', 'webchat', undefined]) {
      const activity = personal(url, 'who restores backups', { channelId })
      expect(await bot.send(activity, provider.bearer(url))).toMatchObject({ status: 400 })
    }
    expect(stub.calls).toEqual([])
  })

  it('good, on an activity of another tenant or of none', async () => {
    const elsewhere = { channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } }
    const nowhere = { channelData: {}, conversation: { conversationType: 'personal', id: 'a:1' } }
    for (const more of [elsewhere, nowhere]) {
      expect(await bot.send(personal(url, 'who restores backups', more), provider.bearer(url))).toMatchObject({
        status: 403,
      })
    }
    expect(stub.calls).toEqual([])
  })
})

describe('what is no activity', () => {
  it.each([
    ['an empty object', '{}', 400],
    ['a list', '[]', 400],
    ['half of JSON', '{"type":', 400],
    [
      'a number for a conversation',
      '{"type":"message","serviceUrl":"https://x/","conversation":5,"recipient":{"id":"1"}}',
      400,
    ],
    ['a megabyte', JSON.stringify({ type: 'message', text: 'x'.repeat(1_000_000) }), 413],
  ])('%s', async (_what, body, status) => {
    expect(await bot.deliver(body, provider.bearer(url))).toMatchObject({ status })
  })
})

describe('an identity provider that is down', () => {
  it('makes Teams try again, and later lets it in', async () => {
    const late = new IdentityProvider()
    late.down = true
    const waiting = await startBot({
      access: registration,
      identityProvider: { metadataUrl: await late.start() },
      token: async () => 'token-of-ours',
    })
    const asked = personal(url, 'who restores backups on email pro')
    expect(await waiting.send(asked, late.bearer(url))).toMatchObject({ status: 503 })
    late.down = false
    expect(await waiting.send(asked, late.bearer(url))).toMatchObject({ status: 200 })
    expect(stub.messages).toHaveLength(1)
    await Promise.all([waiting.stop(), late.stop()])
  })
})

describe('development, without an app id', () => {
  let open: Bot
  beforeEach(async () => {
    open = await startBot()
  })
  afterEach(() => open.stop())

  it('answers only at addresses of this machine', async () => {
    const outside = 'https://smba.trafficmanager.net/emea/'
    expect(await open.send(personal(outside, 'who restores backups'))).toMatchObject({ status: 401 })
    expect(await open.kept.references.find(channelAt({ tenant: TENANT, channel: PLACES.PERSONAL.id }))).toBeUndefined()
    expect(await open.send(personal(url, 'who restores backups on email pro'))).toMatchObject({ status: 200 })
    expect(stub.messages).toHaveLength(1)
  })
})

async function refused(header: string): Promise<void> {
  const activity = personal(url, 'who restores backups on email pro')
  expect(await bot.send(activity, header)).toEqual({ status: 401, body: '' })
  expect(stub.calls).toEqual([])
}

/** RS256 turned into HS256: the published key would be the secret. */
function confused(): string {
  const now = Math.floor(Date.now() / 1000)
  const head = { typ: 'JWT', alg: 'HS256', kid: provider.known.kid }
  const claims = { iss: ISSUER, aud: APP_ID, serviceurl: url, nbf: now - 60, exp: now + HOUR }
  const signed = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const secret = JSON.stringify(provider.known.jwk)
  return `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
