import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../adapters/observe/system-clock.ts'
import { openStore } from '../../adapters/storage/open-store.ts'
import { type Bot, type BotOptions, type Kept, newStores, startBot } from './bot.ts'
import { FaultProxy } from './fault-proxy.ts'
import {
  eventually,
  freePort,
  IDS,
  isPeerMissing,
  LocalSlack,
  type PeerMessage,
  type PeerPage,
  SECRETS,
} from './local-slack.ts'
import { answerTo, botMessages, control, readBlocks } from './person.ts'

const { ada, ben, bot: BOT, general, incident } = IDS
const JSON_TYPE = 'application/json'

describe.skipIf(isPeerMissing())('between bot and Slack', () => {
  let proxy: FaultProxy
  let peer: LocalSlack
  let page: PeerPage
  let kept: Kept
  let bots: Bot[]

  const start = async (more: Partial<BotOptions> = {}): Promise<Bot> => {
    const port = await freePort()
    proxy.botUrls.push(`http://127.0.0.1:${port}`)
    const bot = await startBot({ apiUrl: `${proxy.url}/api/`, kept, port, ...more })
    bots.push(bot)
    return bot
  }
  const stopAll = async () => {
    await Promise.all(bots.splice(0).map((bot) => bot.stop()))
    proxy.botUrls = []
  }
  const mention = (text: string, user: string = ada) => peer.say(`<@${BOT}> ${text}`, incident, { user })
  const answers = (channel: string = incident) => botMessages(peer, channel)
  const callsTo = (path: string) => proxy.calls.filter((call) => call.path.endsWith(path))
  const allLogged = () => bots.flatMap((bot) => bot.logged)

  beforeAll(async () => {
    proxy = await FaultProxy.start()
    peer = await LocalSlack.start(`${proxy.url}/slack/events`)
    proxy.peerUrl = peer.url
    page = await peer.page()
  })
  afterAll(() => {
    page.close()
    peer.stop()
    proxy.stop()
  })
  beforeEach(async () => {
    bots = []
    kept = newStores()
    await start()
  })
  afterEach(async () => {
    await stopAll()
    proxy.reset()
    await peer.reset()
  })

  describe('refused for now', () => {
    it.each([
      ['chat.postMessage', () => mention('who restores backups?'), incident],
      ['_hooks/response', () => peer.command('who restores backups on Email Pro', general), general],
    ])('a 429 of %s is waited out, and answered once', async (path, act, channel) => {
      proxy.fail({ on: new RegExp(path, 'u'), status: 429, retryAfter: 1 })
      const begun = performance.now()
      await answerTo(peer, channel, act)
      expect(performance.now() - begun).toBeGreaterThan(950)
      expect(await answers(channel)).toHaveLength(1)
    })

    it.each(['views.publish', 'conversations.info'])(
      'a 500 of %s is tried again: it does no harm twice',
      async (method) => {
        proxy.fail({ on: new RegExp(method, 'u'), status: 500, times: 2 })
        page.home = undefined
        if (method === 'views.publish') {
          await peer.openHome()
          await eventually(() => page.home)
        } else {
          const answer = await answerTo(peer, incident, () => mention('who restores backups?'))
          expect(readBlocks(answer.blocks)).toContain('Product understood from the channel’s name')
        }
        expect(callsTo(method)).toHaveLength(3)
      },
    )

    it.each([
      ['a 500', { status: 500 }],
      ['a cut connection', { cut: 'before' as const }],
    ])(
      '%s of chat.postMessage is not: the person is told privately, with the number that the log has',
      async (_what, fault) => {
        proxy.fail({ on: /chat\.postMessage/u, ...fault })
        const told = await answerTo(peer, incident, () => mention('who restores backups?'))
        expect(told).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ada })
        const [, number = ''] = /Reference: (\S+)$/u.exec(told.text) ?? []
        expect(allLogged()).toContainEqual(
          expect.objectContaining({ level: 'error', details: expect.objectContaining({ reference: number }) }),
        )
        expect(callsTo('chat.postMessage')).toHaveLength(1)
      },
    )

    it('a message whose answer was lost is not posted twice', async () => {
      proxy.fail({ on: /chat\.postMessage/u, cut: 'after' })
      await answerTo(peer, incident, () => mention('who restores backups?'))
      await eventually(async () => ((await answers()).length === 2 ? true : undefined))
      expect((await answers()).filter(({ subtype }) => !subtype)).toHaveLength(1)
    })

    it('a repeated delivery is answered when the person could not even be told', async () => {
      proxy.fail({ on: /chat\.post/u, status: 500, times: 3 })
      await mention('who restores backups?')
      await eventually(() => allLogged().find(({ message }) => message.includes('could not be told')))
      expect(await answers()).toEqual([])
      await answerTo(peer, incident, async () => proxy.deliver(proxy.last?.body ?? '', JSON_TYPE, { retry: 1 }))
    })
  })

  describe('slow', () => {
    it('is acknowledged at once, though Slack takes four seconds for what the answer needs', async () => {
      proxy.fail({ on: /conversations\.info/u, delayMs: 4_000 })
      const acknowledged: number[] = []
      proxy.onDelivery = async (deliver) => {
        acknowledged.push((await deliver()).ms)
      }
      await mention('who restores backups?')
      await eventually(() => (acknowledged.length ? true : undefined))
      expect(Math.max(...acknowledged)).toBeLessThan(1_000)
      await eventually(async () => ((await answers()).length ? true : undefined))
    })
  })

  describe('delivered', () => {
    it('four times at once is answered once', async () => {
      proxy.onDelivery = async (deliver) => {
        const all = await Promise.all([deliver(), deliver(1), deliver(2), deliver(3)])
        expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      }
      await answerTo(peer, incident, () => mention('who restores backups?'))
      await quiet()
      expect(await answers()).toHaveLength(1)
    })

    it('to two replicas is answered once, and once more to nobody after a restart', async () => {
      await start()
      proxy.onDelivery = async () => {
        const { body, type } = proxy.last ?? { body: '', type: '' }
        await Promise.all([proxy.deliver(body, type), proxy.deliver(body, type, { retry: 1, replica: 1 })])
      }
      await answerTo(peer, incident, () => mention('who restores backups?'))
      await quiet()
      expect(await answers()).toHaveLength(1)
      await stopAll()
      await start()
      expect((await proxy.deliver(proxy.last?.body ?? '', JSON_TYPE, { retry: 3 })).status).toBe(200)
      await quiet()
      expect(await answers()).toHaveLength(1)
    })

    it('to two replicas over the real store is answered once, and to nobody by a third', async () => {
      const store = await openStore({ clock: systemClock, hashKey: Buffer.alloc(32) })
      await stopAll()
      const real = { options: { deliveries: store.deliveries } }
      await start(real)
      await start(real)
      proxy.onDelivery = async () => {
        const { body, type } = proxy.last ?? { body: '', type: '' }
        await Promise.all([proxy.deliver(body, type), proxy.deliver(body, type, { retry: 1, replica: 1 })])
      }
      await answerTo(peer, incident, () => mention('who restores backups?'))
      await stopAll()
      await start(real)
      await proxy.deliver(proxy.last?.body ?? '', JSON_TYPE, { retry: 2 })
      await quiet()
      expect(await answers()).toHaveLength(1)
      await stopAll()
      await store.close()
    })

    it('for the first time with a retry number is answered: the first may never have arrived', async () => {
      proxy.onDelivery = async (deliver) => {
        await deliver(1)
      }
      await answerTo(peer, incident, () => mention('who restores backups?'))
    })

    it('in another order is answered each in its thread', async () => {
      const waiting: (() => Promise<unknown>)[] = []
      proxy.onDelivery = async (deliver) => {
        waiting.push(deliver)
      }
      const first = await mention('who restores backups?')
      const second = await mention('who renews the SSL certificate?')
      await eventually(() => (waiting.length >= 2 ? true : undefined))
      for (const deliver of waiting.toReversed()) await deliver()
      const all = await eventually(async () => ((await answers()).length === 2 ? answers() : undefined))
      expect(new Set(all.map(({ thread_ts }) => thread_ts))).toEqual(new Set([first.ts, second.ts]))
    })

    it('a share pressed twice is shared once', async () => {
      const answer = await answerTo(peer, general, () => peer.command('who restores backups on Email Pro', general))
      const { block, element } = control(answer.blocks, 'Share in channel')
      await Promise.all([peer.press(answer, block, element), peer.press(answer, block, element)])
      await quiet()
      expect((await answers(general)).filter(({ subtype }) => !subtype)).toHaveLength(1)
    })
  })

  describe('from somebody else', () => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: IDS.team,
      event_id: 'EvForged',
      event: { type: 'app_mention', user: ada, channel: incident, ts: '1.1', text: `<@${BOT}> who restores backups?` },
    })
    const now = () => Math.floor(Date.now() / 1000)

    it.each([
      ['a forged signature', () => proxy.deliver(body, JSON_TYPE, { secret: 'another' }), 401],
      ['a signature of ten minutes ago', () => proxy.deliver(body, JSON_TYPE, { at: now() - 600 }), 401],
      ['a signature of ten minutes to come', () => proxy.deliver(body, JSON_TYPE, { at: now() + 600 }), 401],
      ['a signature without a time', () => proxy.deliver(body, JSON_TYPE, { at: Number.NaN }), 401],
      ['malformed JSON', () => proxy.deliver('{"type":', JSON_TYPE), 400],
      ['an empty body', () => proxy.deliver('', JSON_TYPE), 400],
      ['a megabyte', () => proxy.deliver(JSON.stringify({ text: 'x'.repeat(1_048_576) }), JSON_TYPE), 413],
      ['JSON of another shape', () => proxy.deliver('{"a":[]}', JSON_TYPE), 200],
    ])('%s is refused, and the bot goes on', async (_what, send, status) => {
      expect((await send()).status).toBe(status)
      expect(await answers()).toEqual([])
      await answerTo(peer, incident, () => mention('who restores backups?'))
    })

    it('a replayed request is answered once', async () => {
      const at = now()
      const replay = () => proxy.deliver(body, JSON_TYPE, { at })
      await answerTo(peer, incident, replay)
      expect((await replay()).status).toBe(200)
      await quiet()
      expect(await answers()).toHaveLength(1)
    })

    it('an unsigned request is refused', async () => {
      const response = await fetch(`${proxy.botUrls[0]}/slack/events`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': JSON_TYPE },
      })
      expect(response.status).toBe(401)
    })
  })

  describe('inside', () => {
    it('a store that is down does not stop answers, nor repeats them here', async () => {
      kept.deliveries.down = true
      proxy.onDelivery = async (deliver) => {
        await Promise.all([deliver(), deliver(1)])
      }
      await answerTo(peer, incident, () => mention('who restores backups?'))
      await quiet()
      expect(await answers()).toHaveLength(1)
    })

    it('a failure of ours is said privately with a reference, never silence', async () => {
      await stopAll()
      const resolver = {
        resolve: () => {
          throw new Error('a bug')
        },
        entry: () => undefined,
        elsewhere: () => [],
        product: () => undefined,
      }
      await start({ inside: { resolver } })
      const told = await answerTo(peer, general, () => peer.command('who restores backups', general))
      expect(told).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ada })
      expect(told.text).toMatch(/Something went wrong.* Reference: ref-\d+$/u)
      expect(told.text).not.toContain('a bug')
    })

    it('who asks too fast gets a friendly line of their own; nobody else is slowed', async () => {
      await stopAll()
      const rates = { person: { burst: 2, perMinute: 1 }, tenant: { burst: 100, perMinute: 1 } }
      await start({ options: { rates } })
      const ask = (user: string) => answerTo(peer, general, () => peer.command('help', general, user))
      expect(
        texts([await ask(ada), await ask(ada), await ask(ada), await ask(ben)]).map((text) =>
          text.includes('a little fast'),
        ),
      ).toEqual([false, false, true, false])
    })

    it('an answer that died with its replica is apologised for', async () => {
      const note = JSON.stringify({ tenant: IDS.team, channel: incident, user: ada, thread: '1.1', surface: 'open' })
      const told = await answerTo(peer, incident, async () =>
        bots[0]?.slack.apologise({ id: 'slack/x', attempt: 1, note }),
      )
      expect(told).toMatchObject({ ephemeral_to: ada, thread_ts: '1.1' })
      expect(told.text).toContain('Please ask again')
    })

    it('a message’s shortcut answers whoever used it', async () => {
      const payload = {
        type: 'message_action',
        callback_id: 'who-is-responsible',
        trigger_id: 'trigger-1',
        team: { id: IDS.team },
        user: { id: ben, team_id: IDS.team },
        channel: { id: general, name: 'operations' },
        message: { type: 'message', user: ada, ts: '1.1', text: 'who restores backups on *Email Pro*?' },
      }
      const form = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
      const answer = await answerTo(peer, general, () => proxy.deliver(form, 'application/x-www-form-urlencoded'))
      expect(answer).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ben })
      expect(readBlocks(answer.blocks)).toContain('Realize backup recovery')
    })

    it('secrets and questions stay out of the log', async () => {
      proxy.fail({ on: /chat\.postMessage/u, status: 500 })
      await answerTo(peer, incident, () => mention('who restores backups of the purple elephant?'))
      const log = JSON.stringify(allLogged(), (_key, value: unknown) =>
        value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
      )
      expect(log).not.toMatch(/purple elephant/u)
      for (const secret of Object.values(SECRETS)) expect(log).not.toContain(secret)
    })
  })
})

function texts(messages: readonly PeerMessage[]): readonly string[] {
  return messages.map(({ text }) => text)
}

/** Long enough for a second answer, which takes tens of milliseconds here. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 150)
  })
}
