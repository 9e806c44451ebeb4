// "Show section" opens in a dialog: the invoke and its reply, over HTTP.

import type { TaskModuleResponse } from 'botbuilder'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { field, text } from '../../adapters/teams/read-json.ts'
import { MESSAGE_BYTES } from '../../adapters/teams/render/fit-card.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { inChannel, invoke, personal, submit } from './activities.ts'
import { type Bot, startBot } from './bot.ts'
import { cardProblems } from './card-schema.ts'
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
  stub.reset()
})

describe('“Show section”', () => {
  it('asks Teams for a dialog, and the dialog has the whole section and no buttons', async () => {
    await bot.send(personal(url, 'who restores backups on email pro'))
    const data = buttonData('Show section')
    expect(data).toMatchObject({ msteams: { type: 'task/fetch' } })
    const { status, body } = await fetched(data)
    expect(status).toBe(200)
    const card = field(body, 'task', 'value', 'card', 'content')
    const expected = {
      task: {
        type: 'continue',
        value: {
          title: 'Raci',
          height: 'large',
          width: 'medium',
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
        },
      },
    } satisfies TaskModuleResponse
    expect(body).toEqual(expected)
    expect(cardProblems(card)).toEqual([])
    expect(wordsIn(card)).toContain('Email Pro > 3. Service usage > 3.2. Event management > 3.2.1. Incidents')
    expect(ofType(card, 'Action.Submit')).toEqual([])
    expect(stub.messages).toHaveLength(1)
  })

  it('may be asked for again, by anybody who sees the answer', async () => {
    await bot.send(inChannel(url, 'who restores backups on email pro'))
    const pressed = dialogOf(buttonData('Show section'))
    expect(await bot.send(pressed)).toMatchObject({ body: { task: { type: 'continue' } } })
    expect(await bot.send(pressed)).toMatchObject({ body: { task: { type: 'continue' } } })
  })

  it('answers below in a client that knows no dialogs and sends the press as a message', async () => {
    await bot.send(personal(url, 'who restores backups on email pro'))
    await bot.send(submit(url, 'm1', buttonData('Show section')))
    expect(wordsIn(stub.messages[1]?.activity)).toContain('Email Pro > 3. Service usage')
  })

  it('stays below 24 KB for whole documents, and says where to read on in a longer one', async () => {
    await bot.send(personal(url, 'products'))
    const buttons = ofType(cardIn(stub.messages[0]?.activity), 'Action.Submit').map(dataOf)
    expect(buttons).toHaveLength(4)
    const whole = await Promise.all(buttons.map(fetched))
    await bot.stop()
    const lines = Array.from({ length: 900 }, (_, at) => `- row ${at} of a very long document`)
    const long: Answer = { kind: 'list', blocks: [{ type: 'lines', lines }], actions: [], items: [] }
    bot = await startBot({ conversation: { ...broken(), converse: async () => long } })
    const longer = await fetched(buttons[0])
    expect(wordsIn(longer.body)).toMatch(/This is not all/u)
    for (const { body } of [...whole, longer]) {
      expect(cardProblems(field(body, 'task', 'value', 'card', 'content'))).toEqual([])
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(MESSAGE_BYTES)
    }
  })

  it.each([
    ['nothing', undefined],
    ['what is not ours', { msteams: { type: 'task/fetch' }, raci: { role: 'else' } }],
  ])('says so when there is %s behind the button', async (_what, data) => {
    expect(await fetched(data)).toMatchObject({
      status: 200,
      body: { task: { type: 'message', value: expect.stringContaining('Ask again') } },
    })
  })

  it('says so in the dialog when it fails, and the log has the number', async () => {
    await bot.stop()
    bot = await startBot({ conversation: broken() })
    const press = { raci: { role: 'next', about: 'a', name: 'section', value: 'email-pro#1' } }
    expect(await fetched(press)).toMatchObject({ body: { task: { type: 'message' } } })
    expect(bot.logged).toMatchObject([{ level: 'error', message: 'teams: answer failed' }])
  })
})

function broken() {
  const bug = () => {
    throw new Error('a bug')
  }
  return {
    ...{ converse: bug, submit: bug, show: bug, products: bug, examples: bug, hint: bug, share: bug },
    ...{ ahead: bug, form: async () => undefined, incidentCard: bug, aboutPerson: bug, forgetPerson: bug },
  }
}

function buttonData(title: string): unknown {
  const found = ofType(cardIn(stub.messages[0]?.activity), 'Action.Submit').find((one) => text(one, 'title') === title)
  return dataOf(found)
}

function dataOf(button: unknown): unknown {
  return field(button, 'data')
}

/** As Teams sends it: the button's data and the theme. */
function dialogOf(data: unknown) {
  const value = { data, context: { theme: 'dark' }, tabContext: null }
  return invoke(url, 'task/fetch', value, { replyToId: 'm1' })
}

function fetched(data: unknown) {
  return bot.send(dialogOf(data))
}
