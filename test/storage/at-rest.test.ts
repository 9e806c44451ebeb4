// What somebody learns who reads the database itself: no token, and nobody's id.

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { lasting, openTestStore, SECRET_KEY } from './engines.ts'
import { withRawDatabase } from './raw-database.ts'

const person = { platform: 'slack', tenant: 'T1', user: 'UALICE' } as const
const installation = {
  platform: 'slack',
  tenant: 'T1',
  credentials: '{"token":"xoxb-secret"}',
  installedAt: new Date('2026-11-01T00:00:00Z'),
} as const

describe.each(lasting)('$name', (engine) => {
  test('holds no credentials, no ids of people and none of their conversations', async () => {
    const place = await engine.place()
    const store = await openTestStore(place)
    await store.installations.save(installation)
    await store.questions.record({ platform: 'slack', person, question: 'asked-words', outcome: 'answer', entries: [] })
    await store.feedback.recordMiss({
      platform: 'slack',
      conversation: 'DALICE',
      question: 'asked-words',
      shown: [],
      person,
    })
    const note = '{"user":"UALICE","text":"asked-words"}'
    await store.deliveries.accept([{ id: 'slack/T1/event/1', note }])
    await store.deliveries.claim('slack/T1/event/2', { note })
    await store.conversations.remember('DALICE', { question: 'asked-words', aspect: 'who', shown: [] }, person)
    const subscription = {
      platform: 'slack',
      tenant: 'T1',
      channel: 'C1',
      products: [],
      time: '08:30',
      zone: 'UTC',
    } as const
    const rest = { weekdays: [1], quiet: false, announceStates: true, since: '2026-11-18T08:00:00.000Z' }
    await store.subscriptions.subscribe({ ...subscription, ...rest }, person)
    const reference = {
      platform: 'slack',
      tenant: 'T1',
      channel: 'D1',
      surface: 'personal',
      serviceUrl: 'https://a',
    } as const
    await store.references.keep(reference, person)
    await store.close()
    const text = await withRawDatabase(place, async (db) => {
      const { rows } = await sql`
        select * from (select to_jsonb(t)::text as row from raci.installation t
          union all select to_jsonb(t)::text from raci.question t
          union all select to_jsonb(t)::text from raci.miss t
          union all select to_jsonb(t)::text from raci.delivery t
          union all select to_jsonb(t)::text from raci.digest_subscription t
          union all select to_jsonb(t)::text from raci.conversation_reference t
          union all select to_jsonb(t)::text from raci.conversation t) as everything`.execute(db)
      return JSON.stringify(rows)
    })
    await place.remove()
    expect(text.match(/asked-words/gu)?.length).toBe(3)
    expect(text).not.toMatch(/xoxb|ALICE/u)
  })

  test('notes of deliveries are gone with their work, and another key reads none', async () => {
    const place = await engine.place()
    const store = await openTestStore(place)
    const note = 'who asked what'
    await store.deliveries.accept(['begun', 'waiting', 'no work'].map((id) => ({ id, note })))
    await store.deliveries.settle('no work')
    const claims = await Promise.all(['begun', 'dropped'].map((id) => store.deliveries.claim(id, { note })))
    for (const claim of claims) if (typeof claim === 'object') await store.deliveries.finish(claim)
    await store.deliveries.claim('died', { note, leaseMs: 0 })
    expect(await store.deliveries.takeAbandoned()).toEqual([{ id: 'died', attempt: 1, note }])
    await store.close()
    const kept = await withRawDatabase(place, async (db) => {
      const { rows } = await sql`select id from raci.delivery where note is not null`.execute(db)
      return rows
    })
    expect(kept).toEqual([{ id: 'waiting' }])
    const stranger = await openTestStore(place, { hashKey: Buffer.alloc(32, 'another') })
    stranger.clock.advance(60_000)
    expect(await stranger.deliveries.takeWaiting()).toEqual([])
    await stranger.close()
    await place.remove()
  })

  test('a new key opens what the old one sealed, and after one start the old one can go', async () => {
    const place = await engine.place()
    const second = { id: 'second', key: Buffer.alloc(32, 'second') }
    const other = { ...installation, tenant: 'T2' } as const
    for (const [secretKeys, expected] of [
      [[SECRET_KEY], undefined],
      [[second, SECRET_KEY], installation],
      [[second], installation],
    ] as const) {
      const store = await openTestStore(place, { secretKeys })
      expect(await store.installations.find(installation)).toEqual(expected)
      if (!expected) await store.installations.save(installation)
      await store.installations.save(other)
      await store.close()
    }
    const lost = await openTestStore(place, { secretKeys: [SECRET_KEY] })
    await expect(lost.installations.find(installation)).rejects.toThrow(/no configured key opens it/u)
    expect(await lost.installations.list('slack')).toHaveLength(2)
    expect(await lost.health.ready()).toBe(true)
    await lost.close()
    await place.remove()
  })

  test('credentials that were moved to another row do not open there', async () => {
    const place = await engine.place()
    const store = await openTestStore(place)
    await store.installations.save(installation)
    await store.installations.save({ ...installation, tenant: 'T2', credentials: 'other' })
    await store.close()
    await withRawDatabase(place, (db) =>
      sql`update raci.installation set sealed = (select sealed from raci.installation where tenant = 'T1')`.execute(db),
    )
    const again = await openTestStore(place)
    expect(await again.installations.find(installation)).toEqual(installation)
    await expect(again.installations.find({ platform: 'slack', tenant: 'T2' })).rejects.toThrow(/changed, moved/u)
    await again.close()
    await place.remove()
  })

  test('without a key installations are refused and all else is kept', async () => {
    const place = await engine.place()
    const store = await openTestStore(place, { secretKeys: [] })
    await expect(store.installations.save(installation)).rejects.toThrow(/no encryption key/u)
    expect(await store.deliveries.remember('one')).toBe('new')
    await store.close()
    await place.remove()
  })
})
