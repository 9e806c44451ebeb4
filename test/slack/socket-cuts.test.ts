import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Bot, startBot } from './bot.ts'
import { eventually, IDS, isPeerMissing, LocalSlack } from './local-slack.ts'
import { answerTo, botMessages, readBlocks } from './person.ts'
import { SocketProxy } from './socket-proxy.ts'

const { bot: BOT, incident } = IDS
const REFUSED = { ok: false, error: 'invalid_auth' }

describe.skipIf(isPeerMissing())('Socket Mode', () => {
  let peer: LocalSlack
  let proxy: SocketProxy
  let bot: Bot

  beforeAll(async () => {
    peer = await LocalSlack.start()
  })
  afterAll(() => peer.stop())
  beforeEach(async () => {
    proxy = await SocketProxy.start(peer.url)
    bot = await startBot({ apiUrl: `${proxy.url}/api/` })
    await connected()
  })
  afterEach(async () => {
    await bot.stop()
    proxy.stop()
    await peer.reset()
  })

  /** With pauses that a test can wait for. */
  const restart = async () => {
    await bot.stop()
    const wait = (ms: number) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, Math.min(ms, 20))
      })
    bot = await startBot({ apiUrl: `${proxy.url}/api/`, options: { patience: { wait } } })
  }
  const connected = () => eventually(() => (proxy.connections === 1 ? true : undefined))
  const ask = () => answerTo(peer, incident, () => peer.say(`<@${BOT}> who restores backups?`, incident))
  const expectAnswer = async () => expect(readBlocks((await ask()).blocks)).toContain('Realize backup recovery')

  it('comes back after its connection was cut, and again', async () => {
    await expectAnswer()
    for (let cuts = 1; cuts <= 2; cuts += 1) {
      proxy.cut()
      await eventually(() => (proxy.asked === cuts + 1 ? true : undefined))
      await connected()
      await expectAnswer()
    }
    expect(await botMessages(peer, incident)).toHaveLength(3)
  })

  it('comes back when Slack is down for longer than its client would try', async () => {
    await restart()
    proxy.refuses = true
    const before = proxy.asked
    proxy.cut()
    await eventually(() => (proxy.asked >= before + 12 ? true : undefined))
    proxy.refuses = false
    await connected()
    await expectAnswer()
    expect(bot.logged).toContainEqual(expect.objectContaining({ message: expect.stringContaining('trying again') }))
  })

  it('starts while Slack is down, and answers when it is back', async () => {
    proxy.refuses = true
    await restart()
    expect(proxy.connections).toBe(0)
    proxy.refuses = false
    await connected()
    await expectAnswer()
  })

  it('says which token Slack refuses', async () => {
    await bot.stop()
    const fetch = async (url: string | URL) =>
      new Response(JSON.stringify(String(url).endsWith('connections.open') ? REFUSED : { ok: true }))
    const starting = startBot({ apiUrl: `${proxy.url}/api/`, options: { patience: { fetch } } })
    await expect(starting).rejects.toMatchObject({
      forPerson: expect.stringContaining('SLACK_APP_TOKEN (invalid_auth)'),
    })
  })

  it('posts the answer that was being made when the connection was cut', async () => {
    const answered = await answerTo(peer, incident, async () => {
      await peer.say(`<@${BOT}> who restores backups?`, incident)
      proxy.cut()
    })
    expect(readBlocks(answered.blocks)).toContain('Realize backup recovery')
    await connected()
    await expectAnswer()
  })
})
