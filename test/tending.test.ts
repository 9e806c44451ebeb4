// What the composition root looks after between questions, driven through the real process: deliveries of a replica
// that died, on Slack and on Teams.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type StoreOptions } from '../adapters/storage/open-store.ts'
import { eventually, freePort, SECRETS } from './slack/local-slack.ts'
import { ready, type Served, serve } from './slack/served.ts'
import { SlackStandIn } from './slack/slack-stand-in.ts'
import { hasPostgres, postgres } from './storage/engines.ts'
import { ConnectorStub, wordsIn } from './teams/connector-stub.ts'

const HASH_KEY = 'k'.repeat(32)
const INTERRUPTED = 'I was interrupted while I answered you'

describe('deliveries of a replica that died', () => {
  const ends: (() => void | Promise<void>)[] = []
  let slack: SlackStandIn
  let teams: ConnectorStub
  let serviceUrl: string

  beforeEach(async () => {
    slack = await SlackStandIn.start()
    teams = new ConnectorStub()
    serviceUrl = await teams.start()
    ends.push(
      () => slack.stop(),
      () => teams.stop(),
    )
  })
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  })

  const start = async (store: Readonly<Record<string, string>>): Promise<Served> => {
    const environment = {
      ...store,
      HASH_KEY,
      PORT: String(await freePort()),
      SLACK_BOT_TOKEN: SECRETS.bot,
      SLACK_SIGNING_SECRET: SECRETS.signing,
      SLACK_API_URL: `${slack.url}/api/`,
      TEAMS_DEVELOPMENT: '1',
      LOG_LEVEL: 'warn',
    }
    const served = serve(environment, ends, ['--import', './test/fast-tending.ts'])
    await ready(served)
    return served
  }

  /** A replica that died `ago` minutes ago: in the middle of two answers, and before it had begun a third. */
  const die = async (at: Pick<StoreOptions, 'folder' | 'databaseUrl'>, ago: number, name: string) => {
    const then = Date.now() - ago * 60_000
    const { deliveries, close } = await openStore({
      clock: { now: () => new Date(then) },
      hashKey: Buffer.from(HASH_KEY),
      ...at,
    })
    const inSlack = { tenant: 'T1', channel: 'C1', user: 'U1', surface: 'open', thread: '1.1' }
    const inTeams = {
      tenant: 'tenant',
      user: 'u',
      conversation: 'a:1',
      channel: 'a:1',
      surface: 'personal',
      serviceUrl,
    }
    await deliveries.claim(`slack/T1/event/${name}`, { note: JSON.stringify(inSlack) })
    await deliveries.claim(`teams/tenant/${name}`, { note: JSON.stringify(inTeams) })
    await deliveries.claim(`teams/tenant/${name}-broken`, { note: 'not JSON' })
    const body = {
      command: '/raci',
      text: 'who restores backups on Email Pro',
      team_id: 'T1',
      user_id: 'U2',
      channel_id: 'C1',
      channel_name: 'operations',
      trigger_id: name,
      response_url: `${slack.url}/response/${name}`,
    }
    await deliveries.accept([{ id: `slack/T1/command/${name}`, note: JSON.stringify({ at: then, body }) }])
    await close()
  }

  /** In Slack the person is told in the thread, in Teams in the chat, and the question that nobody began is answered. */
  const expectTended = async (name: string, answer: RegExp) => {
    await eventually(() => (slack.said().length >= 2 && teams.messages.length ? true : undefined), 10_000)
    await new Promise((resolve) => {
      setTimeout(resolve, 500)
    })
    const told = slack.said(/^chat\.postEphemeral$/u)
    expect(told.map(({ body }) => body.includes(INTERRUPTED) && body.includes('1.1'))).toEqual([true])
    expect(slack.said(new RegExp(`^${name}$`, 'u')).map(({ body }) => answer.test(body))).toEqual([true])
    expect(teams.messages.map(({ activity }) => wordsIn(activity).includes(INTERRUPTED))).toEqual([true])
  }

  it('are tended at once when the process begins, on the embedded store', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'raci-tending-'))
    ends.push(() => rmSync(folder, { recursive: true, force: true }))
    // A moment ago: no lease has run out, but the folder's only process is a new one.
    await die({ folder: join(folder, 'store') }, 0, 'fresh')
    await start({ DATA_DIR: folder })
    await expectTended('fresh', /Realize backup recovery/u)
  }, 120_000)

  describe.skipIf(!hasPostgres)('on PostgreSQL', () => {
    let at: { readonly databaseUrl: string }
    beforeEach(async () => {
      const place = await postgres.place()
      ends.push(() => place.remove())
      at = { databaseUrl: place.at.databaseUrl ?? '' }
    })

    it('are tended while the process goes on, when their leases have run out', async () => {
      const served = await start({ DATABASE_URL: at.databaseUrl })
      await die(at, 0, 'alive')
      await new Promise((resolve) => {
        setTimeout(resolve, 500)
      })
      expect([slack.said(), teams.messages]).toEqual([[], []])
      await die(at, 2, 'dead')
      await expectTended('dead', /Realize backup recovery/u)
      expect(served.said).toContain('teams/tenant/dead-broken')
    }, 120_000)

    it('of half an hour ago get a word instead of an answer', async () => {
      await start({ DATABASE_URL: at.databaseUrl })
      await die(at, 30, 'late')
      await expectTended('late', /I was not running when you asked\. Please ask again\./u)
    }, 120_000)
  })
})
