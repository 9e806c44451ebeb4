// The whole way in Teams, over the real store: somebody asks for the digest in a channel, it comes as a card, a notice
// stands in its thread, and when the channel is gone that person is told in their own chat.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConversation } from '../../src/conversation/converse.ts'
import { withDigests } from '../../src/conversation/digests.ts'
import { maintenanceRows, noticeRules } from '../../src/conversation/maintenance-rows.ts'
import { type DigestOutcome, runDigests } from '../../src/digest/run-digests.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import type { TestStore } from '../contracts/store/test-store.ts'
import { report } from '../digest/windows.ts'
import { memory, openTestStore } from '../storage/engines.ts'
import { MINUTE } from '../storage/test-clock.ts'
import { inChannel, PLACES, personal, TENANT } from './activities.ts'
import { type Bot, knowledge, startBot } from './bot.ts'
import { cardProblems } from './card-schema.ts'
import { ConnectorStub, cardIn, wordsIn } from './connector-stub.ts'

const stub = new ConnectorStub()
const inside = { knowledge, resolver: createResolver(knowledge) }
const CHANNEL = { platform: 'teams', tenant: TENANT, channel: PLACES.CHANNEL.id } as const
let store: TestStore
let bot: Bot
let url: string
let outcomes: DigestOutcome[]

beforeAll(async () => {
  url = await stub.start()
  store = await openTestStore(await memory.place())
  const desk = {
    ...{ subscriptions: store.subscriptions, calendars: [], zone: 'UTC', clock: store.clock },
    preview: async () => ({ kind: 'list', blocks: [], actions: [], items: [] }) as const,
    isPostedOn: () => true,
  }
  const conversation = withDigests(createConversation(inside), desk, inside)
  bot = await startBot({ conversation, references: store.references, deliveries: store.deliveries, clock: store.clock })
})
afterAll(async () => {
  await bot.stop()
  await stub.stop()
  await store.close()
})

const run = (minutes: number) => {
  store.clock.advance(minutes * MINUTE)
  outcomes = []
  return runDigests({
    ...{ subscriptions: store.subscriptions, days: store.digestDays, maintenance: store.maintenance },
    ...{ notifierOf: () => bot.teams.notifier, holidays: [], sources: [], clock: store.clock },
    rowsOf: (product, title) => maintenanceRows(product, inside, title),
    noticeRulesOf: (product) => noticeRules(product, inside),
    report: (outcome) => outcomes.push(outcome),
  })
}
const inMinutes = (minutes: number) => new Date(store.clock.now().getTime() + minutes * MINUTE).toISOString()

it('is asked for, comes, and ends', async () => {
  const time = inMinutes(10).slice(11, 16)
  await bot.send(personal(url, 'help'))
  await bot.send(inChannel(url, `digest on ${time} UTC email pro every day`))
  expect(wordsIn(stub.messages.at(-1)?.activity)).toContain('Email Pro')
  expect(await store.subscriptions.find(CHANNEL)).toMatchObject({ products: ['Email Pro'], time })
  const window = report({ start: inMinutes(30), end: inMinutes(60), zone: 'UTC', url: 'https://status.example.com/m1' })
  await store.maintenance.take({ source: 'status', reports: [window] }, store.clock.now().toISOString())
  stub.reset()

  await run(11)
  expect(outcomes).toMatchObject([{ outcome: 'posted' }])
  const [digest] = stub.messages
  expect(digest?.conversation).toBe(PLACES.CHANNEL.id)
  expect(cardProblems(cardIn(digest?.activity))).toEqual([])
  expect(wordsIn(digest?.activity)).toContain('OVHcloud does it (R, A)')

  await run(20)
  const begun = stub.messages.at(-1)
  expect(begun?.conversation).toBe(`${PLACES.CHANNEL.id};messageid=${digest?.id}`)
  expect(wordsIn(begun?.activity)).toContain('Begins now, by its plan: Email Pro: Storage upgrade')

  await run(30)
  expect(wordsIn(stub.messages.at(-1)?.activity)).toContain('Over by its plan')

  stub.reset()
  const blocked = { status: 403, code: 'BotNotInConversationRoster' }
  stub.faults.push(blocked)
  await run(24 * 60 - 50)
  expect(outcomes).toMatchObject([{ outcome: 'refused' }])
  stub.faults.push(blocked)
  await run(10)
  expect(outcomes).toMatchObject([{ outcome: 'gone', reason: expect.stringContaining('its subscriber was told') }])
  expect(stub.messages).toMatchObject([{ conversation: PLACES.PERSONAL.id }])
  expect(wordsIn(stub.messages[0]?.activity)).toContain('has ended')
  expect(await store.subscriptions.find(CHANNEL)).toBeUndefined()
})
