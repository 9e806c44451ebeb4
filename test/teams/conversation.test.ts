import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inChannel, inGroup, personal } from './activities.ts'
import { type Bot, startBot } from './bot.ts'
import { ConnectorStub, cardIn, ofType, wordsIn } from './connector-stub.ts'

const stub = new ConnectorStub()
let url: string
let bot: Bot
beforeAll(async () => {
  url = await stub.start()
})
afterAll(() => stub.stop())
beforeEach(async () => {
  bot = await startBot()
})
afterEach(async () => {
  await bot.stop()
  stub.calls.length = 0
  stub.messages.length = 0
})

describe('a personal chat', () => {
  it('answers a question with one card, as a reply, after a 200 without a body', async () => {
    const asked = personal(url, 'who restores backups on email pro')
    expect(await bot.send(asked)).toEqual({ status: 200, body: '' })
    expect(bot.logged).toEqual([])
    expect(stub.messages).toMatchObject([{ conversation: 'a:1personal', replyTo: asked.id }])
    const card = cardIn(stub.messages[0]?.activity)
    expect(wordsIn(card)).toContain('Email Pro')
    expect(ofType(card, 'Table')).toHaveLength(1)
  })
})

describe('a channel and a group chat', () => {
  it('answers in the thread of the mention', async () => {
    await bot.send(inChannel(url, 'who restores backups on email pro'))
    expect(stub.messages[0]?.conversation).toBe('19:channel@thread.tacv2;messageid=1481567603816')
  })
  it('answers in a group chat', async () => {
    await bot.send(inGroup(url, 'who restores backups on email pro'))
    expect(stub.messages[0]?.conversation).toBe('19:group@thread.v2')
  })
})
