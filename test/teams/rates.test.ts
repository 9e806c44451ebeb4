// Somebody who asks too fast is told so, once or twice, and nobody else is slowed by it.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { field } from '../../adapters/teams/read-json.ts'
import { TOO_FAST } from '../../src/conversation/rates.ts'
import { BEN, BOT, execute, inGroup, installed, invoke, membersAdded, personal } from './activities.ts'
import { type Bot, startBot } from './bot.ts'
import { ConnectorStub, cardIn, ofType, wordsIn } from './connector-stub.ts'

const stub = new ConnectorStub()
let url: string
let bot: Bot
let now: number
beforeAll(async () => {
  url = await stub.start()
})
afterAll(() => stub.stop())
beforeEach(async () => {
  now = Date.parse('2026-11-20T10:00:00Z')
  bot = await startBot({
    clock: { now: () => new Date(now) },
    rates: { person: { burst: 2, perMinute: 1 }, tenant: { burst: 5, perMinute: 1 } },
  })
})
afterEach(async () => {
  await bot.stop()
  stub.reset()
})

const said = () => stub.messages.map(({ activity }) => wordsIn(activity))
const tooFast = () => said().filter((words) => words.includes(TOO_FAST)).length

describe('a person who asks too fast', () => {
  it('is told so twice, then not answered, and answered again in time', async () => {
    for (let at = 0; at < 6; at += 1) await bot.send(personal(url, 'help'))
    expect(said().slice(2)).toEqual([TOO_FAST, TOO_FAST])
    now += 60_000
    await bot.send(personal(url, 'help'))
    expect(said().at(-1)).toContain('Ask who is responsible')
  })

  it('slows nobody else, until the whole organisation is too fast', async () => {
    for (let at = 0; at < 3; at += 1) await bot.send(inGroup(url, 'help'))
    await bot.send(inGroup(url, 'help', { from: BEN }))
    expect(said().at(-1)).toContain('Ask who is responsible')
    expect(tooFast()).toBe(1)
    await bot.send(inGroup(url, 'help', { from: BEN }))
    await bot.send(inGroup(url, 'help', { from: { ...BEN, aadObjectId: 'somebody', id: '29:1else' } }))
    await bot.send(inGroup(url, 'help', { from: { ...BEN, aadObjectId: 'another', id: '29:2else' } }))
    expect(tooFast()).toBe(2)
  })

  it('is not made faster or slower by what Teams sends again', async () => {
    const asked = personal(url, 'help')
    for (let at = 0; at < 4; at += 1) await bot.send(asked)
    await bot.send(personal(url, 'help'))
    expect(tooFast()).toBe(0)
  })

  it('hears it from a button and from a dialog as well', async () => {
    await bot.send(personal(url, 'who restores backups'))
    await bot.send(personal(url, 'help'))
    const [button] = ofType(cardIn(stub.messages[0]?.activity), 'Action.Execute')
    const data = field(button, 'data')
    expect(await bot.send(execute(url, 'm1', data))).toMatchObject({ body: { value: TOO_FAST } })
    const dialog = { data: { raci: { role: 'next', about: 'a', name: 'product', value: 'Email Pro' } } }
    expect(await bot.send(invoke(url, 'task/fetch', dialog))).toMatchObject({
      body: { task: { type: 'message', value: TOO_FAST } },
    })
    expect(stub.calls.filter(({ method }) => method === 'PUT')).toEqual([])
  })
})

it('a welcome is nobody’s question', async () => {
  for (let at = 0; at < 3; at += 1) await bot.send(personal(url, 'help'))
  await bot.send(membersAdded(url, [BOT.id]))
  await bot.send(installed(url, 'add'))
  expect(said().at(-1)).toContain('I answer who is responsible')
})
