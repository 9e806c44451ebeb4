// Whose token a digest is posted with: a workspace's own, or that of the organisation which installed the app for all.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digests } from '../digest/digests.ts'
import { type Bot, newStores, startBot } from './bot.ts'
import { freePort } from './local-slack.ts'
import { MemoryInstallations } from './memory-stores.ts'
import { ScriptedSlack } from './scripted-slack.ts'

const answer = digests['digest-nothing']?.answer ?? { kind: 'list', blocks: [], actions: [], items: [] }
const at = (tenant: string) => ({ platform: 'slack', tenant, channel: 'C1' }) as const

describe('a digest', () => {
  let slack: ScriptedSlack
  let installations: MemoryInstallations
  let bot: Bot
  const keep = (tenant: string) => {
    const isEnterpriseInstall = tenant.startsWith('E')
    const record = {
      ...(isEnterpriseInstall ? { enterprise: { id: tenant } } : { team: { id: tenant } }),
      ...{ isEnterpriseInstall, user: { id: 'U1' }, authVersion: 'v2' },
      bot: { token: `xoxb-${tenant}`, scopes: ['chat:write'], id: 'B1', userId: 'UBOT' },
    }
    const installedAt = new Date('2026-11-01T10:00:00Z')
    installations.kept.set(tenant, { platform: 'slack', tenant, credentials: JSON.stringify(record), installedAt })
  }
  beforeEach(async () => {
    slack = new ScriptedSlack()
    installations = new MemoryInstallations()
    for (const tenant of ['T1', 'T2', 'E1']) keep(tenant)
    const port = await freePort()
    const publicUrl = `http://127.0.0.1:${port}`
    const app = { clientId: '1.2', clientSecret: 'client-secret', stateSecret: 's'.repeat(32) }
    const identity = { installing: { ...app, installations, publicUrl } }
    const options = { identity, patience: { fetch: slack.fetch, wait: async () => {} } }
    bot = await startBot({ apiUrl: 'https://slack.example/api/', kept: newStores(), port, options })
  })
  afterEach(() => bot.stop())

  it.each([
    ['a workspace', 'T1'],
    ['another', 'T2'],
    ['an organisation', 'E1'],
  ])('of %s is posted with its token', async (_, tenant) => {
    expect(await bot.slack.notifier.post(at(tenant), answer, { key: 'k' })).toMatchObject({ kind: 'posted' })
    const [call] = slack.to('chat.postMessage')
    expect(call).toMatchObject({ token: `xoxb-${tenant}`, body: { channel: 'C1' } })
  })

  it('of a workspace that removed the app is gone', async () => {
    installations.kept.delete('T1')
    expect(await bot.slack.notifier.post(at('T1'), answer, { key: 'k' })).toMatchObject({ kind: 'gone' })
    expect(slack.to('chat.postMessage')).toEqual([])
  })

  it('whose installation cannot be looked up waits', async () => {
    installations.find = () => Promise.reject(new Error('store down'))
    expect(await bot.slack.notifier.post(at('T2'), answer, { key: 'k' })).toMatchObject({ kind: 'refused' })
  })

  it('that ends is told to its subscriber with the same token, in a direct message', async () => {
    expect(await bot.slack.notifier.tell({ platform: 'slack', tenant: 'E1', user: 'U7' }, answer)).toBe(true)
    expect(slack.to('chat.postMessage')).toMatchObject([{ token: 'xoxb-E1', body: { channel: 'U7' } }])
  })

  it('is said to be in the channel by its name, where Slack tells it', async () => {
    slack.plays['conversations.info'] = () => ({ ok: true, channel: { name: 'operations' } })
    expect(await bot.slack.notifier.nameOf(at('T1'))).toBe('#operations')
    slack.plays['conversations.info'] = () => ({ ok: false, error: 'missing_scope' })
    expect(await bot.slack.notifier.nameOf(at('T1'))).toBeUndefined()
  })

  it('notice goes into the thread, and stands alone where the thread is gone', async () => {
    slack.plays['chat.postMessage'] = ({ body }) =>
      body.thread_ts === '9.9' ? { ok: false, error: 'thread_not_found' } : { ok: true, ts: '1.2' }
    await bot.slack.notifier.post(at('T1'), answer, { key: 'k', thread: '1.1' })
    await bot.slack.notifier.post(at('T1'), answer, { key: 'k', thread: '9.9' })
    expect(slack.to('chat.postMessage').map(({ body }) => body.thread_ts)).toEqual(['1.1', '9.9', undefined])
  })
})
