import type { Installation as SlackInstallation } from '@slack/oauth'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OneTimeState } from '../../adapters/slack/install/one-time-state.ts'
import { type Bot, type Kept, newStores, startBot } from './bot.ts'
import { eventually, freePort } from './local-slack.ts'
import { MemoryDeliveries, MemoryInstallations } from './memory-stores.ts'
import { ScriptedSlack } from './scripted-slack.ts'
import { deliverSigned } from './signed.ts'

const HOUR_S = 3_600
const nowS = () => Math.floor(Date.now() / 1_000)
const installedAt = new Date('2026-11-01T10:00:00Z')
const STATE_SECRET = 's'.repeat(32)

interface Where {
  readonly team_id?: string | null
  readonly enterprise_id?: string
  readonly is_enterprise_install?: boolean
}

describe('many workspaces', () => {
  let slack: ScriptedSlack
  let installations: MemoryInstallations
  let kept: Kept
  let replicas: { readonly bot: Bot; readonly url: string }[]
  let waits: number[]
  let wait: (ms: number) => Promise<void>
  let numbers = 0

  const start = async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const app = { clientId: '1.2', clientSecret: 'client-secret', stateSecret: STATE_SECRET }
    const identity = { installing: { ...app, installations, publicUrl: url } }
    const patience = { fetch: slack.fetch, wait: (ms: number) => wait(ms) }
    const bot = await startBot({ apiUrl: 'https://slack.example/api/', kept, port, options: { identity, patience } })
    replicas.push({ bot, url })
  }
  const keep = (tenant: string, bot: Partial<SlackInstallation['bot']> = {}) => {
    const record = {
      ...(tenant.startsWith('E')
        ? { isEnterpriseInstall: true, enterprise: { id: tenant } }
        : { isEnterpriseInstall: false, team: { id: tenant } }),
      user: { id: 'U1' },
      bot: { token: `xoxb-${tenant}`, scopes: ['chat:write'], id: 'B1', userId: 'UBOT', ...bot },
      authVersion: 'v2',
    }
    installations.kept.set(tenant, { platform: 'slack', tenant, credentials: JSON.stringify(record), installedAt })
  }
  const keptBot = (tenant: string) => JSON.parse(installations.kept.get(tenant)?.credentials ?? '{}').bot
  const event = (inner: object, where: Where = {}, replica = 0) => {
    const { is_enterprise_install, ...ids } = { team_id: 'T1', ...where }
    const authorizations = [{ team_id: ids.team_id, enterprise_id: ids.enterprise_id ?? null, is_enterprise_install }]
    const body = {
      type: 'event_callback',
      ...ids,
      event_id: `Ev${++numbers}`,
      event_time: nowS(),
      event: inner,
      ...(is_enterprise_install === undefined ? {} : { authorizations }),
    }
    return deliverSigned(replicas[replica]?.url ?? '', JSON.stringify(body), 'application/json')
  }
  const say = (where?: Where, replica?: number) =>
    event({ type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', ts: '1.1', text: 'help' }, where, replica)
  const posted = (count: number) =>
    eventually(() => (slack.to('chat.postMessage').length >= count ? slack.to('chat.postMessage') : undefined))
  const command = async (text = 'help') => {
    const response_url = `https://hooks.example/${++numbers}`
    const fields = { command: '/raci', text, team_id: 'T1', user_id: 'U1', channel_id: 'C1', channel_name: 'x' }
    const body = new URLSearchParams({ ...fields, trigger_id: `${numbers}`, response_url })
    await deliverSigned(replicas[0]?.url ?? '', body.toString(), 'application/x-www-form-urlencoded')
    return (await eventually(() => slack.to(response_url)[0])).body.text
  }

  beforeEach(async () => {
    slack = new ScriptedSlack()
    installations = new MemoryInstallations()
    kept = newStores()
    replicas = []
    waits = []
    wait = async (ms) => {
      waits.push(ms)
    }
    await start()
  })
  afterEach(async () => {
    await Promise.all(replicas.map(({ bot }) => bot.stop()))
  })

  describe('a token that expires', () => {
    const exchange = (delayMs = 0) => {
      slack.plays['oauth.v2.access'] = async () => {
        await new Promise((resolve) => {
          setTimeout(resolve, delayMs)
        })
        return {
          ok: true,
          token_type: 'bot',
          access_token: 'xoxb-second',
          refresh_token: 'refresh-2',
          expires_in: 12 * HOUR_S,
        }
      }
    }

    it('is exchanged in time, once for all that is asked at that moment, and kept', async () => {
      exchange(20)
      keep('T1', { refreshToken: 'refresh-1', expiresAt: nowS() + HOUR_S })
      await Promise.all([say(), say(), say()])
      expect((await posted(3)).map(({ token }) => token)).toEqual(Array(3).fill('xoxb-second'))
      expect(slack.to('oauth.v2.access')).toMatchObject([
        { body: { grant_type: 'refresh_token', refresh_token: 'refresh-1', client_id: '1.2' } },
      ])
      expect(keptBot('T1')).toMatchObject({ token: 'xoxb-second', refreshToken: 'refresh-2' })
      expect(installations.kept.get('T1')?.installedAt).toEqual(installedAt)
    })

    it('is left alone while it lasts', async () => {
      keep('T1', { refreshToken: 'refresh-1', expiresAt: nowS() + 3 * HOUR_S })
      await say()
      expect((await posted(1))[0]?.token).toBe('xoxb-T1')
      expect(slack.to('oauth.v2.access')).toEqual([])
    })

    it.each([
      ['and still works meanwhile', HOUR_S, ['xoxb-T1', 'xoxb-second']],
      ['and is waited for when it has expired', -HOUR_S, ['xoxb-second', 'xoxb-second']],
    ])('is exchanged by one of two replicas, %s', async (_what, left, tokens) => {
      wait = (ms) =>
        new Promise((resolve) => {
          setTimeout(resolve, ms / 5)
        })
      await start()
      exchange(60)
      keep('T1', { refreshToken: 'refresh-1', expiresAt: nowS() + left })
      await Promise.all([say({}, 0), say({}, 1)])
      expect((await posted(2)).map(({ token }) => token).toSorted()).toEqual(tokens)
      expect(slack.to('oauth.v2.access')).toHaveLength(1)
    })

    it('is not lost when the store goes down in the middle', async () => {
      exchange()
      const { save } = installations
      installations.save = () => save.call(Object.assign(new MemoryInstallations(), { down: true }), keptOne())
      const keptOne = () => {
        const one = installations.kept.get('T1')
        if (!one) throw new Error('nothing kept')
        return one
      }
      keep('T1', { refreshToken: 'refresh-1', expiresAt: nowS() + HOUR_S })
      await say()
      expect((await posted(1))[0]?.token).toBe('xoxb-second')
      expect(keptBot('T1').token).toBe('xoxb-T1')
      installations.save = save
      // Another workspace of the organisation is not remembered yet: the store is asked, and takes what waits.
      await say({ enterprise_id: 'E1' })
      expect((await posted(2))[1]?.token).toBe('xoxb-second')
      expect(keptBot('T1').refreshToken).toBe('refresh-2')
    })

    it('that Slack does not exchange is used as long as it lasts', async () => {
      slack.plays['oauth.v2.access'] = () => ({ ok: false, error: 'invalid_refresh_token' })
      keep('T1', { refreshToken: 'refresh-1', expiresAt: nowS() + HOUR_S })
      await say()
      expect((await posted(1))[0]?.token).toBe('xoxb-T1')
      expect(JSON.stringify(replicas[0]?.bot.logged)).not.toContain('refresh-1')
    })
  })

  describe('an Enterprise Grid', () => {
    const org: Where = { team_id: 'T2', enterprise_id: 'E1', is_enterprise_install: true }

    it.each<[string, Where, string, string]>([
      ['the organisation’s installation', org, 'xoxb-E1', 'E1'],
      ['no workspace named', { ...org, team_id: null }, 'xoxb-E1', 'E1'],
      ['an event that does not say whose', { team_id: 'T2', enterprise_id: 'E1' }, 'xoxb-E1', 'E1'],
      ['a workspace’s own', { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: false }, 'xoxb-T1', 'T1'],
      ['both', { ...org, team_id: 'T1' }, 'xoxb-E1', 'E1'],
    ])('answers with the right token: %s', async (_what, where, token, tenant) => {
      keep('E1')
      keep('T1')
      await say(where)
      expect((await posted(1))[0]?.token).toBe(token)
      expect([...kept.deliveries.kept.values()].map(({ note = '' }) => JSON.parse(note).tenant)).toEqual([tenant])
    })

    it('notes the workspace, and apologises there with the organisation’s token', async () => {
      keep('E1')
      await say(org)
      await posted(1)
      const { note = '' } = [...kept.deliveries.kept.values()].find((one) => one.note) ?? {}
      expect(JSON.parse(note)).toMatchObject({ tenant: 'E1', team: 'T2' })
      await replicas[0]?.bot.slack.apologise({ id: 'slack/E1/x', attempt: 1, note })
      expect(slack.to('chat.postMessage')[1]).toMatchObject({
        token: 'xoxb-E1',
        body: { team_id: 'T2', channel: 'D1', text: expect.stringContaining('Please ask again') },
      })
    })

    it('is installed as a whole', async () => {
      slack.plays['oauth.v2.access'] = () => ({
        ok: true,
        access_token: 'xoxb-grid',
        token_type: 'bot',
        bot_user_id: 'UBOT',
        scope: 'app_mentions:read,chat:write,commands,im:history',
        team: null,
        enterprise: { id: 'E9', name: 'Example Group' },
        is_enterprise_install: true,
        authed_user: { id: 'U1' },
      })
      const begun = await fetch(`${replicas[0]?.url}/slack/install`, { redirect: 'manual' })
      const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? ''
      const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state')
      const back = await fetch(`${replicas[0]?.url}/slack/oauth_redirect?code=c&state=${state}`, {
        headers: { cookie },
      })
      expect(await back.text()).toContain('Raci is installed in Example Group.')
      expect(installations.kept.get('E9')).toMatchObject({ tenant: 'E9', enterprise: 'E9' })
      await say({ team_id: 'T7', enterprise_id: 'E9', is_enterprise_install: true })
      expect((await posted(1))[0]?.token).toBe('xoxb-grid')
    })

    it.each<[string, Where, boolean, readonly string[]]>([
      ['from the organisation', org, true, ['T1']],
      ['from one workspace', { team_id: 'T1', enterprise_id: 'E1' }, true, ['E1']],
      ['from a workspace that the organisation’s serves', { team_id: 'T2', enterprise_id: 'E1' }, true, ['E1', 'T1']],
      ['in a way that says little, its token dead', { team_id: 'T2', enterprise_id: 'E1' }, false, ['T1']],
    ])('is removed %s', async (_what, where, works, left) => {
      keep('E1')
      keep('T1')
      if (!works) slack.plays['auth.test'] = () => ({ ok: false, error: 'token_revoked' })
      await event({ type: 'app_uninstalled' }, where)
      if (where.team_id === 'T2' && !where.is_enterprise_install) await eventually(() => slack.to('auth.test')[0])
      await eventually(() => ([...installations.kept.keys()].toSorted().join() === left.join() ? true : undefined))
    })
  })

  describe('what Slack does not allow', () => {
    const refuse = (error: string) => () => ({ ok: false, error })
    const mention = () => event({ type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: '<@UBOT> help' })

    it('for want of a scope is said privately, with who can mend it and a reference', async () => {
      keep('T1')
      slack.plays['chat.postMessage'] = refuse('missing_scope')
      await mention()
      const [told] = await eventually(() => {
        const calls = slack.to('chat.postEphemeral')
        return calls.length ? calls : undefined
      })
      expect(told?.body).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '1.1' })
      expect(told?.body.text).toMatch(
        /a scope is missing\. An administrator can install me again\. Reference: ref-\d+$/u,
      )
    })

    it('because a window comes too late is said, and asks to try again', async () => {
      keep('T1')
      slack.plays['views.open'] = refuse('expired_trigger_id')
      expect(await command('')).toMatch(/window for three seconds only.*Please try again\. Reference: ref-\d+$/u)
    })

    it('for want of a token is answered when there is one: a mention has no other way to be told', async () => {
      keep('T1')
      installations.down = true
      await mention()
      await eventually(() => replicas[0]?.bot.logged.find(({ message }) => message === 'slack: handler failed'))
      installations.down = false
      const waiting = await eventually(async () => {
        const left = await kept.deliveries.takeWaiting()
        return left.length ? left : undefined
      })
      for (const one of waiting) await replicas[0]?.bot.slack.resume(one)
      expect((await posted(1))[0]?.body).toMatchObject({ channel: 'C1', thread_ts: '1.1' })
      await eventually(async () => ((await kept.deliveries.takeWaiting()).length ? undefined : true))
    })
  })

  describe('a store that is down', () => {
    it('does not stop answers where somebody has asked before', async () => {
      keep('T1')
      expect(await command()).toContain('Ask who is responsible')
      installations.down = true
      kept.deliveries.down = true
      expect(await command()).toContain('Ask who is responsible')
    })

    it('is told to who asks first, with a reference', async () => {
      keep('T1')
      installations.down = true
      expect(await command()).toMatch(/^The store cannot be reached at the moment\. Reference: ref-\d+$/u)
      installations.down = false
      expect(await command()).toContain('Ask who is responsible')
    })

    it('is told to who installs, who may begin again', async () => {
      const begun = await fetch(`${replicas[0]?.url}/slack/install`, { redirect: 'manual' })
      const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? ''
      const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state')
      kept.deliveries.down = true
      const back = await fetch(`${replicas[0]?.url}/slack/oauth_redirect?code=c&state=${state}`, {
        headers: { cookie },
      })
      expect(back.status).toBe(503)
      expect(await back.text()).toMatch(/The store cannot be reached.*Reference: ref-\d+/u)
      expect(slack.to('oauth.v2.access')).toEqual([])
    })

    it('loses no removal', async () => {
      keep('T1')
      installations.down = true
      wait = async (ms) => {
        waits.push(ms)
        if (waits.length === 3) installations.down = false
      }
      await event({ type: 'app_uninstalled' })
      await eventually(() => (installations.kept.size === 0 ? true : undefined))
      expect(waits).toEqual([1_000, 5_000, 30_000])
    })
  })
})

describe('the state of an installation', () => {
  const install = { scopes: ['commands'], redirectUri: 'https://raci.example.com/slack/oauth_redirect' }
  const state = (secret = STATE_SECRET, deliveries = new MemoryDeliveries()) =>
    new OneTimeState(secret, deliveries, install)
  const begun = new Date('2026-11-01T10:00:00Z')
  const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)

  it('is good for ten minutes', async () => {
    const one = state()
    expect(await one.verifyStateParam(after(10), await one.generateStateParam(install, begun))).toEqual(install)
  })

  it.each<[string, (right: string) => string, number, string]>([
    ['forged', (right) => `${right.slice(0, -4)}AAAA`, 0, 'not made here'],
    ['of another time', (right) => right.replace(/^\w+/u, after(60).getTime().toString(36)), 60, 'not made here'],
    ['empty', () => '', 0, 'not made here'],
    ['expired', (right) => right, 11, 'too old'],
    ['of the future', (right) => right, -2, 'too old'],
  ])('%s is refused', async (_what, changed, minutes, reason) => {
    const one = state()
    const right = await one.generateStateParam(install, begun)
    await expect(one.verifyStateParam(after(minutes), changed(right))).rejects.toThrow(reason)
  })

  it('signed with another secret is refused', async () => {
    const foreign = await state('t'.repeat(32)).generateStateParam(install, begun)
    await expect(state().verifyStateParam(begun, foreign)).rejects.toThrow('not made here')
  })

  it('works once over all replicas', async () => {
    const deliveries = new MemoryDeliveries()
    const right = await state(STATE_SECRET, deliveries).generateStateParam(install, begun)
    await state(STATE_SECRET, deliveries).verifyStateParam(begun, right)
    await expect(state(STATE_SECRET, deliveries).verifyStateParam(begun, right)).rejects.toThrow('used before')
  })
})
