// Claims, memories and bindings asked for in one moment: one statement, and everybody hears their own.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, openTestStore, type Place } from './engines.ts'

type Opened = Awaited<ReturnType<typeof openTestStore>>

describe.each(engines)('$name', (engine) => {
  let place: Place
  let store: Opened
  beforeAll(async () => {
    place = await engine.place()
    store = await openTestStore(place)
  }, 60_000)
  afterAll(async () => {
    await store?.close()
    await place?.remove()
  })

  test('each is told what it asked', async () => {
    const channel = { platform: 'teams', tenant: `t-${randomUUID()}`, channel: 'c' } as const
    const [mine, busy, over] = [`teams/${randomUUID()}`, `teams/${randomUUID()}`, `teams/${randomUUID()}`]
    const memory = { question: 'who?', aspect: 'who', shown: [] } as const
    await store.bindings.bind(channel, 'Email Pro')
    await store.conversations.remember(channel.tenant, memory)
    await store.conversations.settled()
    await store.deliveries.claim(busy)
    const done = await store.deliveries.claim(over)
    if (typeof done === 'object') await store.deliveries.finish(done)

    const asked = await Promise.all([
      store.deliveries.claim(mine),
      store.bindings.find(channel),
      store.conversations.recall(channel.tenant),
      store.deliveries.claim(mine),
      store.bindings.find({ ...channel, channel: 'other' }),
      store.conversations.recall('nobody'),
      store.deliveries.claim(busy),
      store.deliveries.claim(over),
      store.bindings.find(channel),
    ])
    expect(asked).toEqual([
      { id: mine, attempt: 1 },
      'Email Pro',
      memory,
      'working',
      undefined,
      undefined,
      'working',
      'done',
      'Email Pro',
    ])
  })

  test('an id that PostgreSQL cannot keep harms nobody beside it', async () => {
    const [one, other] = [`teams/a\0${randomUUID()}`, `teams/${randomUUID()}`]
    const asked = await Promise.all([store.deliveries.claim(one), store.deliveries.claim(other)])
    expect(asked).toEqual([
      { id: one, attempt: 1 },
      { id: other, attempt: 1 },
    ])
  })
})
