import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { field, text } from '../../adapters/teams/read-json.ts'
import { BEN, BOT, execute, inChannel, inGroup, mentionOf, PLACES, personal, reaction, submit } from './activities.ts'
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
  for (const message of stub.messages) expect(cardProblems(cardIn(message.activity))).toEqual([])
  stub.reset()
})

describe('a personal chat', () => {
  it('answers a question with one card, as a reply, after a 200 without a body', async () => {
    const asked = personal(url, 'who restores backups on email pro')
    expect(await bot.send(asked)).toEqual({ status: 200, body: '' })
    expect(bot.logged).toEqual([])
    expect(stub.messages).toMatchObject([{ conversation: 'a:1personal', replyTo: asked.id }])
    expect(said()).toMatch(/^OVHcloud does it/u)
    expect(ofType(card(), 'Table')).toHaveLength(1)
    expect(text(stub.messages[0]?.activity, 'summary')).toMatch(/^OVHcloud does it/u)
  })

  it('understands a follow-up on the row, and on another product', async () => {
    await bot.send(personal(url, 'who restores backups on email pro'))
    await bot.send(personal(url, 'and who is informed?'))
    expect(said()).toMatch(/Customer is informed/u)
    await bot.send(personal(url, 'and on trusted exchange?'))
    expect(said()).toContain('Trusted Exchange > ')
  })

  it.each([
    ['help', /Ask who is responsible/u],
    ['/help', /Ask who is responsible/u],
    ['products', /4 products are covered/u],
    ['show', /4 products are covered/u],
    ['show email pro incidents', /Email Pro/u],
    ['ask who restores backups on email pro', /^OVHcloud does it/u],
    ['ask', /Ask me who is responsible/u],
    ['incident email pro', /Incident on Email Pro/u],
    ['??', /Ask me who is responsible/u],
    ['👍', /Ask me who is responsible/u],
  ])('%s', async (words, expected) => {
    await bot.send(personal(url, words))
    expect(stub.messages).toHaveLength(1)
    expect(said()).toMatch(expected)
  })

  it('reads the HTML of a message without text, and says something to a message without any', async () => {
    const html = '<div>who restores <b>backups</b>&nbsp;on email&#32;pro?</div>'
    await bot.send(personal(url, null, { attachments: [{ contentType: 'text/html', content: html }] }))
    expect(said()).toMatch(/^OVHcloud does it/u)
    await bot.send(personal(url, null))
    expect(said()).toMatch(/Ask me who is responsible/u)
  })

  it('says nothing to a reaction', async () => {
    expect(await bot.send(reaction(url))).toEqual({ status: 200, body: '' })
    expect(stub.calls).toEqual([])
  })
})

describe('a channel and a group chat', () => {
  it('answers in the thread of the mention', async () => {
    await bot.send(inChannel(url, 'who restores backups on email pro'))
    expect(stub.messages[0]?.conversation).toBe(PLACES.THREAD.id)
    expect(said()).toMatch(/^OVHcloud does it/u)
  })

  it.each([
    ['its channel', 'inc-email-pro-0412', 'Operations'],
    ['its team, where the channel says nothing', 'General', 'Email Pro support'],
    ['its channel, whatever the team says', 'email-pro', 'OX Cloud'],
  ])('understands the product from the name of %s, asked once', async (_what, channelName, team) => {
    named(channelName, team)
    await bot.send(inChannel(url, 'who restores backups?'))
    expect(said()).toContain('Product understood from the channel’s name: Email Pro.')
    stub.readable.clear()
    await bot.send(inChannel(url, 'who notifies incidents?'))
    expect(said()).toContain('Email Pro')
  })

  it('offers another product where it was understood from the name', async () => {
    named('inc-email-pro-0412', 'Operations')
    await bot.send(inChannel(url, 'who restores backups?'))
    const [wrong] = ofType(card(), 'Action.Submit').filter((one) => text(one, 'title') === 'Wrong product')
    await bot.send(submit(url, 'm1', field(wrong, 'data'), { conversation: PLACES.THREAD }))
    expect(said()).toContain('Which product is it about?')
  })

  it('answers without a name when Teams does not tell it', async () => {
    await bot.send(inChannel(url, 'who restores backups?'))
    expect(said()).toMatch(/^Which (?:product|of these do you mean)\?/u)
    expect(bot.logged).toMatchObject([{ level: 'warn' }])
  })

  it('keeps to the product that the channel was bound to, in every thread of it', async () => {
    await bot.send(inChannel(url, 'bind trusted exchange'))
    expect(said()).toContain('now about Trusted Exchange')
    const conversation = { ...PLACES.THREAD, id: `${PLACES.CHANNEL.id};messageid=999` }
    await bot.send(inChannel(url, 'who restores backups?', { conversation }))
    expect(said()).toContain('This channel is set to Trusted Exchange.')
    await bot.send(inChannel(url, 'incident'))
    expect(said()).toContain('Incident on Trusted Exchange')
    await bot.send(inChannel(url, 'unbind'))
    expect(said()).toContain('no longer bound')
  })

  it('posts an incident card with a source to each of its parts', async () => {
    named('inc-email-pro-0412', 'Operations')
    await bot.send(inChannel(url, 'incident'))
    expect(said()).toMatch(/^Incident on Email Pro/u)
    for (const part of ['Who manages incidents', 'Who notifies', 'Not found in the Email Pro document: how severity'])
      expect(said()).toContain(part)
    expect(said()).toContain('In the console')
    expect(said()).not.toContain('This is not all')
  })

  it('keeps two threads apart', async () => {
    await bot.send(inChannel(url, 'who restores backups on email pro'))
    const conversation = { ...PLACES.THREAD, id: `${PLACES.CHANNEL.id};messageid=999` }
    await bot.send(inChannel(url, 'and who is informed?', { conversation }))
    expect(said()).not.toMatch(/Customer is informed/u)
  })

  it('takes part in a group chat, and lets anybody choose', async () => {
    await bot.send(inGroup(url, 'who restores backups'))
    const [first] = ofType(card(), 'Action.Execute')
    const reply = await bot.send(execute(url, 'm1', field(first, 'data'), { conversation: PLACES.GROUP, from: BEN }))
    expect(wordsIn(reply.body)).toMatch(/^Chosen by Ben Example: /u)
    expect(stub.messages).toHaveLength(1)
    expect(said()).toMatch(/^Chosen by Ben Example: Email Pro: Realize backup recovery/u)
  })

  it('hears other people’s names as words and its own as none', async () => {
    const raci = { id: BOT.id, name: 'R&D (Raci) <bot>' }
    const entities = [mentionOf(BEN), mentionOf(raci, '<at>R&amp;D (Raci) &lt;bot&gt;</at>')]
    const words = '<at>Ben Example</at> <at>R&amp;D (Raci) &lt;bot&gt;</at> who restores backups on Email&nbsp;Pro?'
    await bot.send(inGroup(url, '', { text: words, entities }))
    expect(said()).toMatch(/^OVHcloud does it/u)
  })
})

describe('choices', () => {
  it('answer in place: in the reply at once, and in the message for everybody', async () => {
    await bot.send(personal(url, 'who restores backups'))
    const buttons = ofType(card(), 'Action.Execute')
    const reply = await bot.send(execute(url, 'm1', field(buttons[1], 'data')))
    expect(reply).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    })
    expect(cardProblems(field(reply.body, 'value'))).toEqual([])
    expect(stub.messages).toHaveLength(1)
    expect(said()).toMatch(/^Chosen: Trusted Exchange: Realize backup recovery\nOVHcloud does it/u)
    expect(cardIn(stub.messages[0]?.activity)).toEqual(field(reply.body, 'value'))
  })

  it('do the same for a client that only submits', async () => {
    await bot.send(personal(url, 'who restores backups'))
    const [button] = ofType(card(), 'Action.Execute')
    await bot.send(submit(url, 'm1', field(button, 'fallback', 'data')))
    expect(stub.messages).toHaveLength(1)
    expect(said()).toMatch(/^Chosen: Email Pro/u)
  })

  it('answer below when the message with them was deleted', async () => {
    await bot.send(personal(url, 'who restores backups'))
    const [button] = ofType(card(), 'Action.Execute')
    stub.faults.push({ status: 404, code: 'ActivityNotFoundInConversation' })
    await bot.send(submit(url, 'm1', field(button, 'data')))
    expect(stub.messages).toHaveLength(2)
    expect(bot.logged).toEqual([])
  })

  it('more than five are a choice set', async () => {
    await bot.send(personal(url, 'who notifies incidents'))
    const [set] = ofType(card(), 'Input.ChoiceSet')
    const [button] = ofType(card(), 'Action.Execute')
    const choice = text(set, 'choices', '1', 'value')
    const data = { ...Object(field(button, 'data')), choice }
    const reply = await bot.send(execute(url, 'm1', data))
    expect(wordsIn(reply.body)).toMatch(/^Chosen: /u)
  })

  it('ask for a choice when none was made', async () => {
    const reply = await bot.send(execute(url, 'm1', { raci: { role: 'option', about: 'x' } }))
    expect(reply.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: 'Choose one first.' })
  })

  it('still work after a restart, and say why when the row is gone', async () => {
    await bot.send(personal(url, 'who restores backups'))
    const [button] = ofType(card(), 'Action.Execute')
    const again = await startBot({}, bot.kept)
    const reply = await again.send(execute(url, 'm1', field(button, 'data')))
    expect(wordsIn(reply.body)).toMatch(/^Chosen: Email Pro/u)
    const data = { raci: { role: 'option', about: 'x', name: 'choose', value: 'email-pro#no/such-row' } }
    await again.send(execute(url, 'm1', data))
    expect(said()).toContain('no longer in the loaded documents')
    await again.stop()
  })

  it.each([
    undefined,
    null,
    5,
    { raci: null },
    { raci: { role: 'admin', about: 'x', name: 'choose', value: '1' } },
    { raci: { role: 'option', about: 'x', name: '__proto__', value: '1' } },
  ])('of nobody’s making (%j) do nothing', async (data) => {
    expect(await bot.send(execute(url, 'm1', data))).toMatchObject({ status: 200 })
    expect(stub.calls).toEqual([])
    expect(bot.logged).toEqual([])
  })
})

describe('what can be done next', () => {
  it.each([
    ['Show section', /Email Pro/u],
    ['Other products', /nearest rows on other products/u],
    ['Not what I asked', /Is it one of these\?|Nothing else/u],
  ])('%s answers below', async (title, expected) => {
    await bot.send(personal(url, 'who restores backups on email pro'))
    const button = ofType(card(), 'Action.Submit').find((one) => text(one, 'title') === title)
    await bot.send(submit(url, 'm1', field(button, 'data')))
    expect(stub.messages).toHaveLength(2)
    expect(said()).toMatch(expected)
    if (title === 'Not what I asked') expect(bot.kept.records.misses).toHaveLength(1)
  })

  it('a listed product is shown below the list', async () => {
    await bot.send(personal(url, 'products'))
    const [show] = ofType(card(), 'Action.Submit')
    await bot.send(submit(url, 'm1', field(show, 'data')))
    expect(stub.messages).toHaveLength(2)
  })
})

function card(): unknown {
  return cardIn(stub.messages.at(-1)?.activity)
}

function said(): string {
  return wordsIn(field(card(), 'body'))
}

/** What Teams says the channel and its team are called. */
function named(channelName: string, team: string): void {
  stub.readable.set(`v3/teams/${PLACES.TEAM.id}`, { id: PLACES.TEAM.id, name: team })
  const conversations = [{ id: '19:general@thread.tacv2' }, { id: PLACES.CHANNEL.id, name: channelName }]
  stub.readable.set(`v3/teams/${PLACES.TEAM.id}/conversations`, { conversations })
}
