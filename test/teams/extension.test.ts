import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MESSAGE_COMMAND, SEARCH_COMMAND } from '../../adapters/teams/names.ts'
import { field, objects, text } from '../../adapters/teams/read-json.ts'
import { invoke } from './activities.ts'
import { type Bot, type Delivered, startBot } from './bot.ts'
import { cardProblems } from './card-schema.ts'
import { ofType, wordsIn } from './connector-stub.ts'

const url = 'http://127.0.0.1:9/teams/'
let bot: Bot
beforeAll(async () => {
  bot = await startBot()
})
beforeEach(() => bot.kept.records.questions.splice(0))
afterEach(() => expect(bot.logged).toEqual([]))
afterAll(() => bot.stop())

describe('searching from the compose box', () => {
  it.each([
    ['words', 'restores backups', 'Realize backup recovery'],
    ['a product', 'email pro', 'Define and configure a domain name'],
    ['a product and a section', 'email pro incidents', 'incidents'],
    ['a question', 'who restores backups on email pro?', 'Realize backup recovery'],
  ])('finds rows by %s', async (_what, query, expected) => {
    const found = resultsOf(await search(query))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(15)
    expect(wordsIn(found)).toContain(expected)
  })

  it('keeps nothing of what is typed on the way', async () => {
    await search('who rest')
    expect(bot.kept.records.questions).toEqual([])
    expect(bot.kept.references.kept.size).toBe(0)
  })

  it.each(['', ' ', '??', 'xylophone tuning'])('says so for %j', async (query) => {
    expect(field((await search(query)).body, 'composeExtension', 'type')).toBe('message')
  })

  it('says what to type when the box is opened', async () => {
    const parameters = [{ name: 'initialRun', value: 'true' }]
    const { body } = await bot.send(invoke(url, 'composeExtension/query', { commandId: SEARCH_COMMAND, parameters }))
    expect(text(body, 'composeExtension', 'text')).toContain('Type a product')
  })

  it('inserts the picked row as a card without buttons', async () => {
    const [first] = resultsOf(await search('restores backups'))
    const tapped = field(first, 'preview', 'content', 'tap', 'value')
    const [picked] = resultsOf(await bot.send(invoke(url, 'composeExtension/selectItem', tapped)))
    const card = field(picked, 'content')
    expect(cardProblems(card)).toEqual([])
    expect(ofType(card, 'Table')).toHaveLength(1)
    expect([...ofType(card, 'Action.Submit'), ...ofType(card, 'Action.Execute')]).toEqual([])
  })

  it.each([undefined, {}, { entry: 5 }, { entry: 'no#such' }])('picks nothing from %j', async (value) => {
    const [picked] = resultsOf(await bot.send(invoke(url, 'composeExtension/selectItem', value)))
    expect(wordsIn(picked)).toContain('no longer in the loaded documents')
  })

  it('previews what a document wrote as text', async () => {
    const [first] = resultsOf(await search('email pro'))
    expect(text(first, 'preview', 'content', 'text')).not.toMatch(/[<>]/u)
  })
})

describe('“Who is responsible?” on a message', () => {
  const value = {
    commandId: MESSAGE_COMMAND,
    commandContext: 'message',
    messagePayload: {
      id: '1481567603816',
      from: { user: { displayName: 'Ben Example' } },
      body: { contentType: 'html', content: '<div>Who <b>restores backups</b> on Email&nbsp;Pro?</div>' },
    },
  }

  it('shows the answer in a dialog', async () => {
    const { body } = await bot.send(invoke(url, 'composeExtension/fetchTask', value))
    const card = field(body, 'task', 'value', 'card', 'content')
    expect(cardProblems(card)).toEqual([])
    expect(wordsIn(field(card, 'body'))).toMatch(/^OVHcloud does it/u)
    expect(ofType(card, 'Action.Submit')).toHaveLength(1)
  })

  it('inserts it from there', async () => {
    const insert = { ...value, data: { raci: { role: 'insert' } } }
    const [inserted] = resultsOf(await bot.send(invoke(url, 'composeExtension/submitAction', insert)))
    expect(wordsIn(field(inserted, 'content', 'body'))).toMatch(/^OVHcloud does it/u)
    expect(field(inserted, 'content', 'actions')).toBeUndefined()
  })

  it('lists what may be meant, where it is not clear', async () => {
    const unclear = { ...value, messagePayload: { body: { content: '<p>who restores backups</p>' } } }
    const [inserted] = resultsOf(await bot.send(invoke(url, 'composeExtension/submitAction', unclear)))
    expect(wordsIn(inserted)).toContain('Trusted Exchange')
  })
})

it('answers 501 to what it does not know', async () => {
  for (const name of ['signin/verifyState', 'constructor', '']) {
    expect(await bot.send(invoke(url, name, {}))).toMatchObject({ status: 501 })
  }
})

function search(query: string): Promise<Delivered> {
  const parameters = [{ name: 'query', value: query }]
  const value = { commandId: SEARCH_COMMAND, parameters, queryOptions: { skip: 0, count: 25 } }
  return bot.send(invoke(url, 'composeExtension/query', value))
}

function resultsOf({ body }: Delivered): readonly unknown[] {
  return objects(body, 'composeExtension', 'attachments')
}
