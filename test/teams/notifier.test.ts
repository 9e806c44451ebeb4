// Digests into Teams: where the app was spoken to, as cards, once, and what Teams' refusals come to.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bytesOf, MESSAGE_BYTES } from '../../adapters/teams/render/fit-card.ts'
import { digests } from '../digest/digests.ts'
import { ADA, inChannel, inGroup, installed, PLACES, personal, TENANT } from './activities.ts'
import { type Bot, startBot } from './bot.ts'
import { cardProblems } from './card-schema.ts'
import { ConnectorStub, cardIn, type Fault, wordsIn } from './connector-stub.ts'

const stub = new ConnectorStub()
const answer = digests['digest-ordinary']?.answer ?? { kind: 'list', blocks: [], actions: [], items: [] }
const KEY = { key: 'digest' }
const at = (channel: string) => ({ platform: 'teams', tenant: TENANT, channel }) as const
const CHANNEL = at(PLACES.CHANNEL.id)
let url: string
let bot: Bot
beforeAll(async () => {
  url = await stub.start()
})
afterAll(() => stub.stop())
beforeEach(async () => {
  bot = await startBot()
  await bot.send(inChannel(url, 'help'))
  await bot.send(inGroup(url, 'help'))
  await bot.send(personal(url, 'help'))
  stub.reset()
})
afterEach(() => bot.stop())

describe('a digest', () => {
  it.each([
    ['a channel', PLACES.CHANNEL.id],
    ['a group chat', PLACES.GROUP.id],
    ['a personal chat', PLACES.PERSONAL.id],
  ])('reaches %s as a post of its own', async (_, channel) => {
    expect(await bot.teams.notifier.post(at(channel), answer, KEY)).toEqual({ kind: 'posted', message: 'm1' })
    const [message] = stub.messages
    expect(message).toMatchObject({ conversation: channel })
    expect(message?.replyTo).toBeUndefined()
    expect(cardProblems(cardIn(message?.activity))).toEqual([])
    expect(bytesOf(message?.activity)).toBeLessThan(MESSAGE_BYTES)
    expect(wordsIn(message?.activity)).toContain('Storage upgrade')
  })

  it.each([
    ['in a channel stands in the digest’s thread', PLACES.CHANNEL.id, `${PLACES.CHANNEL.id};messageid=m7`],
    ['in a group chat stands alone: it has no threads', PLACES.GROUP.id, PLACES.GROUP.id],
  ])('a notice %s', async (_, channel, conversation) => {
    await bot.teams.notifier.post(at(channel), answer, { ...KEY, thread: 'm7' })
    expect(stub.messages).toMatchObject([{ conversation }])
  })

  it('stands alone where the thread was deleted', async () => {
    stub.faults.push({ status: 404 })
    expect(await bot.teams.notifier.post(CHANNEL, answer, { ...KEY, thread: 'm7' })).toMatchObject({ kind: 'posted' })
    expect(stub.messages).toMatchObject([{ conversation: PLACES.CHANNEL.id }])
  })
})

describe('what Teams answers', () => {
  it.each<readonly [string, readonly Fault[], string, number]>([
    ['403, blocked', [{ status: 403, code: 'MessageWritesBlocked' }], 'gone', 0],
    ['403, not in the roster', [{ status: 403, code: 'BotNotInConversationRoster' }], 'gone', 0],
    ['404', [{ status: 404, code: 'ConversationNotFound' }], 'gone', 0],
    ['400', [{ status: 400, code: 'BadSyntax' }], 'refused', 0],
    ['413', [{ status: 413 }], 'refused', 0],
    ['429 once', [{ status: 429 }], 'posted', 1],
    ['500, though it was taken', [{ status: 500, taken: true }], 'unsure', 1],
    ['502', [{ status: 502 }], 'unsure', 0],
    ['503', [{ status: 503 }], 'unsure', 0],
  ])('%s', async (_, faults, kind, count) => {
    stub.faults.push(...faults)
    expect(await bot.teams.notifier.post(CHANNEL, answer, KEY)).toMatchObject({ kind })
    expect(stub.messages).toHaveLength(count)
  })

  it('429 for long is tried again as a whole, when Teams says so', async () => {
    stub.faults.push({ status: 429, headers: { 'Retry-After': '600' } })
    expect(await bot.teams.notifier.post(CHANNEL, answer, KEY)).toMatchObject({
      kind: 'refused',
      retryAfterMs: 600_000,
    })
  })

  it('nothing of what a channel holds: nobody can look', async () => {
    expect(await bot.teams.notifier.find(CHANNEL, KEY, '2026-11-18T07:30:00.000Z')).toEqual({ kind: 'unknown' })
  })
})

describe('where the app is not', () => {
  it('a channel is gone', async () => {
    expect(await bot.teams.notifier.post(at('19:other@thread.tacv2'), answer, KEY)).toMatchObject({ kind: 'gone' })
    await bot.send(installed(url, 'remove'))
    expect(await bot.teams.notifier.post(at(PLACES.PERSONAL.id), answer, KEY)).toMatchObject({ kind: 'gone' })
    expect(stub.calls).toEqual([])
  })

  it('while references cannot be read it may be tried again', async () => {
    await bot.stop()
    const broken = { ...bot.kept, references: Object.create(bot.kept.references) }
    broken.references.find = () => Promise.reject(new Error('store down'))
    bot = await startBot({}, broken)
    expect(await bot.teams.notifier.post(CHANNEL, answer, KEY)).toEqual({ kind: 'refused', reason: 'store down' })
  })
})

it('calls a place as Teams does, where it said how', async () => {
  expect(await bot.teams.notifier.nameOf(CHANNEL)).toBeUndefined()
  await bot.kept.references.keep({
    ...{ ...CHANNEL, surface: 'channel', serviceUrl: url, channelName: 'incidents', groupName: 'Operations' },
  })
  expect(await bot.teams.notifier.nameOf(CHANNEL)).toBe('Operations > incidents')
  expect(await bot.teams.notifier.nameOf(at('19:other@thread.tacv2'))).toBeUndefined()
})

describe('telling one person', () => {
  const person = { platform: 'teams', tenant: TENANT, user: ADA.aadObjectId } as const
  it('goes to their own chat with the bot', async () => {
    expect(await bot.teams.notifier.tell(person, answer)).toBe(true)
    expect(stub.messages).toMatchObject([{ conversation: PLACES.PERSONAL.id }])
  })

  it.each([
    ['who never spoke to it alone', { ...person, user: 'somebody' }, []],
    ['who blocked it', person, [{ status: 403, code: 'MessageWritesBlocked' }]],
  ])('not to one %s', async (_, who, faults) => {
    stub.faults.push(...faults)
    expect(await bot.teams.notifier.tell(who, answer)).toBe(false)
    expect(stub.messages).toEqual([])
  })
})
