import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { channelAt } from '../../adapters/teams/place.ts'
import { field, text } from '../../adapters/teams/read-json.ts'
import { ADA, BOT, inChannel, installed, membersAdded, PLACES, personal, submit, TENANT } from './activities.ts'
import { type Bot, startBot } from './bot.ts'
import { cardProblems } from './card-schema.ts'
import { ConnectorStub, cardIn, ofType, wordsIn } from './connector-stub.ts'

const stub = new ConnectorStub()
const IN_TEAM = {
  conversation: { ...PLACES.THREAD, id: PLACES.CHANNEL.id },
  channelData: { tenant: { id: TENANT }, team: { ...PLACES.TEAM, name: 'Operations' }, channel: PLACES.CHANNEL },
}
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

describe('installing', () => {
  it('is welcomed once, though Teams tells of it twice, with three examples that can be tried', async () => {
    await bot.send(membersAdded(url, [BOT.id]))
    await bot.send(installed(url, 'add'))
    expect(stub.messages).toHaveLength(1)
    const card = cardIn(stub.messages[0]?.activity)
    expect(cardProblems(card)).toEqual([])
    const examples = ofType(card, 'Action.Submit')
    expect(examples.map((example) => text(example, 'title'))).toEqual(['Ask 1', 'Ask 2', 'Ask 3'])
    expect(wordsIn(card)).toContain(`1. ${text(examples[0], 'data', 'raci', 'value')}`)
    await bot.send(submit(url, 'm1', field(examples[0], 'data')))
    expect(wordsIn(stub.messages[1]?.activity)).toMatch(/does it|OVHcloud|Customer/u)
  })

  it.each([
    ['somebody else joins', () => membersAdded(url, [ADA.id])],
    ['the app is upgraded', () => installed(url, 'add-upgrade')],
  ])('is not what happens when %s', async (_what, activity) => {
    await bot.send(activity())
    expect(stub.calls).toEqual([])
  })

  it('greets a team in its channel', async () => {
    await bot.send(installed(url, 'add', IN_TEAM))
    expect(stub.messages).toMatchObject([{ conversation: PLACES.CHANNEL.id }])
  })
})

describe('conversation references', () => {
  const personalChat = channelAt({ tenant: TENANT, channel: PLACES.PERSONAL.id })
  const teamChannel = channelAt({ tenant: TENANT, channel: PLACES.CHANNEL.id })

  it('are kept in our own shape and refreshed by each activity', async () => {
    await bot.send(installed(url, 'add', IN_TEAM))
    expect(await bot.kept.references.find(teamChannel)).toEqual({
      platform: 'teams',
      tenant: TENANT,
      channel: PLACES.CHANNEL.id,
      surface: 'channel',
      serviceUrl: url,
      group: PLACES.TEAM.id,
      groupName: 'Operations',
      locale: 'en-GB',
    })
    await bot.send(inChannel(url, 'help', { locale: 'fr-FR' }))
    expect(await bot.kept.references.find(teamChannel)).toMatchObject({ locale: 'fr-FR', groupName: 'Operations' })
  })

  it('are not written again while nothing changes, and again after a minute', async () => {
    await bot.stop()
    let now = Date.parse('2026-11-20T10:00:00Z')
    bot = await startBot({ clock: { now: () => new Date(now) } })
    const keep = vi.spyOn(bot.kept.references, 'keep')
    for (const words of ['help', 'products']) await bot.send(personal(url, words))
    expect(keep).toHaveBeenCalledTimes(1)
    await bot.send(personal(url, 'help', { locale: 'fr-FR' }))
    expect(keep).toHaveBeenCalledTimes(2)
    now += 60_000
    await bot.send(personal(url, 'help', { locale: 'fr-FR' }))
    expect(keep).toHaveBeenCalledTimes(3)
    await bot.send(installed(url, 'remove'))
    await bot.send(personal(url, 'help', { locale: 'fr-FR' }))
    expect(await bot.kept.references.find(personalChat)).toBeDefined()
  })

  it('are removed when the app is', async () => {
    await bot.send(personal(url, 'help'))
    await bot.send(installed(url, 'remove'))
    expect(await bot.kept.references.find(personalChat)).toBeUndefined()
    expect(stub.messages).toHaveLength(1)
  })

  it('of all channels go with the team', async () => {
    await bot.send(inChannel(url, 'help'))
    await bot.send(personal(url, 'help'))
    const general = {
      ...IN_TEAM,
      conversation: { ...PLACES.THREAD, id: PLACES.TEAM.id },
      channelData: { ...IN_TEAM.channelData, channel: PLACES.TEAM },
    }
    await bot.send(installed(url, 'remove', general))
    expect(await bot.kept.references.find(teamChannel)).toBeUndefined()
    expect(await bot.kept.references.find(personalChat)).toBeDefined()
  })

  it('are removed when the bot is taken out of a group chat', async () => {
    await bot.send(membersAdded(url, [BOT.id], { conversation: PLACES.GROUP }))
    const group = channelAt({ tenant: TENANT, channel: PLACES.GROUP.id })
    expect(await bot.kept.references.find(group)).toBeDefined()
    await bot.send(membersAdded(url, [], { conversation: PLACES.GROUP, membersRemoved: [{ id: BOT.id }] }))
    expect(await bot.kept.references.find(group)).toBeUndefined()
  })
})
