import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../adapters/observe/system-clock.ts'
import { OPTIONAL_SCOPES, SCOPES } from '../../adapters/slack/names.ts'
import { openStore, type Store } from '../../adapters/storage/open-store.ts'
import { type Bot, startBot } from './bot.ts'
import { agree, visit } from './browser-visit.ts'
import { APP, EmulatedSlack, TEAM } from './emulated-slack.ts'
import { eventually, freePort } from './local-slack.ts'
import { ResponseSink } from './response-sink.ts'
import { deliverSigned } from './signed.ts'

const FORM = 'application/x-www-form-urlencoded'
const tenant = { platform: 'slack', tenant: TEAM } as const

describe('installing into a workspace', () => {
  let store: Store
  let slack: EmulatedSlack
  let sink: ResponseSink
  let bot: Bot
  let url: string
  let numbers = 0

  beforeAll(async () => {
    const secretKeys = [{ id: 'first', key: Buffer.alloc(32, 7) }]
    const [slackPort, botPort] = [await freePort(), await freePort()]
    url = `http://127.0.0.1:${botPort}`
    store = await openStore({ clock: systemClock, hashKey: Buffer.alloc(32), secretKeys })
    slack = await EmulatedSlack.start(slackPort, `${url}/slack/oauth_redirect`)
    sink = await ResponseSink.start()
    const { clientId, clientSecret } = APP
    const { installations, deliveries } = store
    const installing = { clientId, clientSecret, stateSecret: 's'.repeat(32), installations, publicUrl: url }
    bot = await startBot({
      apiUrl: slack.apiUrl,
      port: Number(new URL(url).port),
      options: { identity: { installing }, deliveries },
    })
  })
  afterAll(async () => {
    await bot.stop()
    sink.stop()
    await slack.stop()
    await store.close()
  })
  beforeEach(async () => {
    await store.installations.remove(tenant)
  })

  const event = (inner: object) =>
    deliverSigned(
      url,
      JSON.stringify({
        type: 'event_callback',
        team_id: TEAM,
        api_app_id: APP.id,
        event_id: `Ev${++numbers}`,
        event_time: Math.floor(Date.now() / 1_000) + 1,
        event: inner,
      }),
      'application/json',
    )
  const mention = async (text: string, called?: string) => {
    const channel = await slack.channel(called)
    const ts = await slack.say(channel, text)
    await event({ type: 'app_mention', user: 'U000000001', channel, ts, text })
    return { channel, ts }
  }
  const command = async (text: string): Promise<string> => {
    const path = `/commands/${++numbers}`
    const fields = { command: '/raci', text, team_id: TEAM, user_id: 'U000000001', channel_id: 'C1', channel_name: 'x' }
    const body = new URLSearchParams({ ...fields, trigger_id: `${numbers}`, response_url: `${sink.url}${path}` })
    expect((await deliverSigned(url, body.toString(), FORM)).status).toBe(200)
    return (await eventually(() => sink.said.find((one) => one.path === path))).text
  }
  const install = async (grant?: (scope: string) => string) => visit(await agree(url, slack, grant))

  it('ends with a token that answers, and that rests encrypted', async () => {
    const shown = await install()
    expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('Raci is installed in Example.') })
    const { channel, ts } = await mention('who restores backups?')
    const [answer] = await eventually(async () => {
      const replies = await slack.replies(channel, ts)
      return replies.length ? replies : undefined
    })
    expect(answer?.text).toContain('Product understood from the channel’s name: Email Pro.')
    const found = await store.installations.find(tenant)
    const { bot: granted } = JSON.parse(found?.credentials ?? '{}')
    expect(granted.token).toMatch(/^xoxb-/u)
    expect(granted.scopes).toContain('chat:write')
    const { handle } = store
    const rows = handle.kind === 'pglite' ? await handle.current()?.query('select * from raci.installation') : undefined
    expect(rows?.rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(granted.token)
  })

  it('asks for the scopes of the manifest, at the address that Slack has', async () => {
    const begun = await fetch(`${url}/slack/install`, { redirect: 'manual' })
    const asked = new URL(begun.headers.get('location') ?? '').searchParams
    expect(asked.get('redirect_uri')).toBe(`${url}/slack/oauth_redirect`)
    expect(asked.get('scope')?.split(',').toSorted()).toEqual(Object.keys({ ...SCOPES, ...OPTIONAL_SCOPES }).toSorted())
    expect(begun.headers.get('set-cookie')).toMatch(/HttpOnly/u)
  })

  it('is refused without a scope that nothing works without, and keeps nothing', async () => {
    const shown = await install((scope) => scope.replace('chat:write,', ''))
    expect(shown.status).toBe(403)
    expect(shown.text).toContain('chat:write (answers in threads and direct messages)')
    expect(await store.installations.find(tenant)).toBeUndefined()
  })

  it('answers without an optional scope, only without the channel’s name', async () => {
    await install((scope) => scope.replace(/(?:channels|groups):(?:read|history),?/gu, '').replace(/,$/u, ''))
    const { channel, ts } = await mention('who restores backups on Email Pro?', 'general')
    const replies = await eventually(async () => {
      const found = await slack.replies(channel, ts)
      return found.length ? found : undefined
    })
    expect(replies[0]?.text).toContain('OVHcloud does it')
    expect(bot.logged).toContainEqual(expect.objectContaining({ message: 'slack: channel name unknown' }))
  })

  it.each([
    ['uninstalled', { type: 'app_uninstalled' }],
    ['its bot token is revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } }],
  ])('is forgotten when the app is %s; who still asks is told', async (_what, inner) => {
    await install()
    expect(await command('help')).toContain('Ask who is responsible')
    await event(inner)
    await eventually(async () => ((await store.installations.find(tenant)) ? undefined : true))
    const told = await command('who restores backups on Email Pro')
    expect(told).toContain(`not installed in this workspace any more. An administrator can install me at ${url}/slack`)
    expect(told).toMatch(/Reference: ref-\d+$/u)
  })

  it('is kept when only a person’s own token is revoked', async () => {
    await install()
    await event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } })
    expect(await command('help')).toContain('Ask who is responsible')
  })

  it('is kept when the removal is of before it, delivered late', async () => {
    await install()
    await deliverSigned(
      url,
      JSON.stringify({
        type: 'event_callback',
        team_id: TEAM,
        event_id: `Ev${++numbers}`,
        event_time: Math.floor(Date.now() / 1_000) - 300,
        event: { type: 'app_uninstalled' },
      }),
      'application/json',
    )
    expect(await command('help')).toContain('Ask who is responsible')
    expect(await store.installations.find(tenant)).toBeDefined()
  })

  describe('is refused', () => {
    it('a second time with the same state', async () => {
      const consent = await agree(url, slack)
      expect((await visit(consent)).status).toBe(200)
      expect(await visit(consent)).toMatchObject({ status: 400, text: expect.stringContaining('finished before') })
    })

    it.each([
      ['in another browser', (back: string) => ({ back, cookie: '' })],
      [
        'with a state made elsewhere',
        (back: string) => {
          const state = 'm0.AAAAAAAAAAAAAAAAAAAAAA.AAAA'
          const forged = new URL(back)
          forged.searchParams.set('state', state)
          return { back: forged.href, cookie: `slack-app-oauth-state=${state}` }
        },
      ],
      [
        'without a state',
        (back: string, cookie: string) => {
          const bare = new URL(back)
          bare.searchParams.delete('state')
          return { back: bare.href, cookie }
        },
      ],
    ])('%s', async (_what, tampered) => {
      const { back, cookie } = await agree(url, slack)
      expect((await visit(tampered(back, cookie))).status).toBe(400)
      expect(await store.installations.find(tenant)).toBeUndefined()
    })

    it('when the administrator cancels', async () => {
      const { back, cookie } = await agree(url, slack)
      const cancelled = new URL(back)
      cancelled.searchParams.set('error', 'access_denied')
      expect(await visit({ back: cancelled.href, cookie })).toMatchObject({
        status: 403,
        text: expect.stringContaining('cancelled'),
      })
    })

    it('with a code that Slack does not know', async () => {
      const { back, cookie } = await agree(url, slack)
      const wrong = new URL(back)
      wrong.searchParams.set('code', 'made-up')
      expect((await visit({ back: wrong.href, cookie })).status).toBe(502)
      expect(JSON.stringify(bot.logged)).not.toContain(APP.clientSecret)
    })
  })
})
