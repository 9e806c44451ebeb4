import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { agree, visit } from './browser-visit.ts'
import { APP, EmulatedSlack, TEAM } from './emulated-slack.ts'
import { eventually, freePort, IDS, isPeerMissing, LocalSlack, SECRETS } from './local-slack.ts'
import { answerTo, readBlocks } from './person.ts'
import { ResponseSink } from './response-sink.ts'
import { ended, ready, serve as serveWith } from './served.ts'
import { deliverSigned } from './signed.ts'

describe('raci serve', () => {
  const ends: (() => void | Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  })

  const serve = (environment: Readonly<Record<string, string>>) => serveWith(environment, ends)

  it.skipIf(isPeerMissing()).each(['socket', 'http'] as const)(
    'answers in Slack over %s, and ends cleanly',
    async (mode) => {
      const port = await freePort()
      const peer = await LocalSlack.start(mode === 'http' ? `http://127.0.0.1:${port}/slack/events` : undefined)
      ends.push(() => peer.stop())
      const served = serve({
        PORT: String(port),
        SLACK_BOT_TOKEN: SECRETS.bot,
        SLACK_API_URL: `${peer.url}/api/`,
        ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SECRETS.signing } : { SLACK_APP_TOKEN: SECRETS.app }),
      })
      await ready(served)
      const answer = await answerTo(peer, IDS.general, () => peer.command('who restores backups on Email Pro'))
      expect(readBlocks(answer.blocks)).toContain('Realize backup recovery')
      expect(await ended(served)).toBe(0)
    },
    30_000,
  )

  it.skipIf(isPeerMissing())(
    'answers while the store is down, is not ready, and says that nothing can be kept',
    async () => {
      const port = await freePort()
      const peer = await LocalSlack.start(`http://127.0.0.1:${port}/slack/events`)
      ends.push(() => peer.stop())
      const served = serve({
        PORT: String(port),
        SLACK_BOT_TOKEN: SECRETS.bot,
        SLACK_API_URL: `${peer.url}/api/`,
        SLACK_SIGNING_SECRET: SECRETS.signing,
        // Nobody listens there.
        DATABASE_URL: 'postgres://raci:secret@127.0.0.1:1/raci',
      })
      await ready(served)
      const readiness = await fetch(`http://127.0.0.1:${port}/readyz`)
      expect(readiness.status).toBe(503)
      const answer = await answerTo(peer, IDS.general, () => peer.command('who restores backups on Email Pro'))
      expect(readBlocks(answer.blocks)).toContain('Realize backup recovery')
      const bound = await answerTo(peer, IDS.general, () => peer.command('bind email pro'))
      expect(readBlocks(bound.blocks)).toMatch(/cannot be reached/u)
      expect(await ended(served)).toBe(0)
    },
    30_000,
  )

  it('is installed by an administrator, answers there, and forgets nothing in a restart', async () => {
    const [port, slackPort] = [await freePort(), await freePort()]
    const url = `http://127.0.0.1:${port}`
    const slack = await EmulatedSlack.start(slackPort, `${url}/slack/oauth_redirect`)
    const sink = await ResponseSink.start()
    ends.push(
      () => sink.stop(),
      () => slack.stop(),
    )
    const environment = {
      DATA_DIR: mkdtempSync(join(tmpdir(), 'raci-many-')),
      PORT: String(port),
      PUBLIC_URL: url,
      SLACK_API_URL: slack.apiUrl,
      SLACK_CLIENT_ID: APP.clientId,
      SLACK_CLIENT_SECRET: APP.clientSecret,
      SLACK_STATE_SECRET: 's'.repeat(32),
      SLACK_SIGNING_SECRET: SECRETS.signing,
    }
    ends.push(() => rmSync(environment.DATA_DIR, { recursive: true, force: true }))
    const first = `first:${Buffer.alloc(32, 1).toString('base64')}`
    const second = `second:${Buffer.alloc(32, 2).toString('base64')}`
    const ask = async (name: string) => {
      const fields = {
        command: '/raci',
        text: 'help',
        team_id: TEAM,
        user_id: 'U1',
        channel_id: 'C1',
        channel_name: 'x',
      }
      const body = new URLSearchParams({ ...fields, trigger_id: name, response_url: `${sink.url}/${name}` })
      await deliverSigned(url, body.toString(), 'application/x-www-form-urlencoded')
      return (await eventually(() => sink.said.find(({ path }) => path === `/${name}`))).text
    }
    const before = serve({ ...environment, ENCRYPTION_KEYS: first })
    await ready(before)
    expect(await ask('before')).toContain('not installed in this workspace')
    const shown = await visit(await agree(url, slack))
    expect(shown.text).toMatch(/<link rel="stylesheet"[\s\S]*Raci is installed in Example\./u)
    expect(await ask('after')).toContain('Ask who is responsible')
    await ended(before)
    const after = serve({ ...environment, ENCRYPTION_KEYS: `${second}, ${first}` })
    await ready(after)
    expect(await ask('again')).toContain('Ask who is responsible')
    await ended(after)
  }, 40_000)

  it.each([
    [{ SLACK_CLIENT_ID: '1.2', SLACK_SIGNING_SECRET: 'x' }, 'SLACK_CLIENT_SECRET is missing'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
  ])('does not start half configured: %o', async (environment, named) => {
    const served = serve({ PORT: '0', ...environment })
    const status = await new Promise((resolve) => {
      served.child.once('exit', resolve)
    })
    expect(status).toBe(1)
    expect(served.said).toContain(named)
    expect(served.said).toContain('https://api.slack.com/apps')
  })
})
