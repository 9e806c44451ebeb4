// Two replicas on one PostgreSQL: what has to happen once happens once.

import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../../adapters/storage/migrations.ts'
import { openStore } from '../../adapters/storage/open-store.ts'
import { HASH_KEY, hasPostgres, openTestStore, type Place, postgres } from '../storage/engines.ts'
import { MINUTE, TestClock } from '../storage/test-clock.ts'
import { newChannel, newPerson, type TestStore } from './store/test-store.ts'

const IDS = 200

describe.skipIf(!hasPostgres)('two replicas on PostgreSQL', () => {
  let place: Place
  let replicas: readonly [TestStore, TestStore]
  beforeAll(async () => {
    place = await postgres.place()
    replicas = [await openTestStore(place), await openTestStore(place)]
  })
  afterAll(async () => {
    await Promise.all((replicas ?? []).map((replica) => replica.close()))
    await place?.remove()
  })

  test(`${IDS} deliveries that reach both at once are each new exactly once`, async () => {
    const ids = Array.from({ length: IDS }, () => randomUUID())
    const said = await Promise.all(
      ids.flatMap((id) => replicas.map(async ({ deliveries }) => ({ id, said: await deliveries.remember(id) }))),
    )
    expect(said.filter(({ said }) => said === 'new').map(({ id }) => id)).toHaveLength(IDS)
    expect(new Set(said.filter(({ said }) => said === 'new').map(({ id }) => id)).size).toBe(IDS)
  })

  test('20 callers claim one piece of work: one has it', async () => {
    const id = randomUUID()
    const said = await Promise.all(
      Array.from({ length: 10 }, () => replicas.map((replica) => replica.deliveries.claim(id))).flat(),
    )
    expect(said.filter((claim) => claim !== 'working')).toEqual([{ id, attempt: 1 }])
  })

  test('20 callers take over from a dead replica: one has it', async () => {
    const [one, two] = replicas
    const id = randomUUID()
    await one.deliveries.claim(id)
    for (const { clock } of replicas) clock.advance(2 * MINUTE)
    const said = await Promise.all(Array.from({ length: 20 }, () => two.deliveries.claim(id)))
    expect(said.filter((claim) => claim !== 'working')).toEqual([{ id, attempt: 2 }])
  })

  test('abandoned work is handed to one of them', async () => {
    const [one, two] = replicas
    for (const { clock } of replicas) clock.advance(2 * MINUTE)
    await Promise.all(replicas.map(({ deliveries }) => deliveries.takeAbandoned()))
    const ids = Array.from({ length: 50 }, () => randomUUID()).toSorted()
    await Promise.all(ids.map((id) => one.deliveries.claim(id)))
    for (const { clock } of replicas) clock.advance(2 * MINUTE)
    const taken = await Promise.all(
      [one, two, one, two].map(async ({ deliveries }) => {
        const ofThis: string[] = []
        for (
          let portion = await deliveries.takeAbandoned(7);
          portion.length;
          portion = await deliveries.takeAbandoned(7)
        ) {
          ofThis.push(...portion.map(({ id }) => id))
        }
        return ofThis
      }),
    )
    expect(taken.flat().toSorted()).toEqual(ids)
  })

  test('both accept the same deliveries in opposite orders, many at once, without waiting in a circle', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID())
    const batches = [ids, ids.toReversed(), [...ids, ...ids]]
    await Promise.all(
      batches.flatMap((batch) =>
        replicas.map(({ deliveries }) => deliveries.accept(batch.map((id) => ({ id, note: id })))),
      ),
    )
    await Promise.all(ids.map((id) => replicas[0].deliveries.settle(id)))
  })

  test('accepted work that nobody began is handed to one of them', async () => {
    const ids = Array.from({ length: 50 }, () => randomUUID()).toSorted()
    await replicas[0].deliveries.accept(ids.map((id) => ({ id, note: id })))
    for (const { clock } of replicas) clock.advance(10_000)
    const taken = await Promise.all([0, 1, 0, 1, 0, 1].map((at) => replicas[at]?.deliveries.takeWaiting(20) ?? []))
    const left = await replicas[1].deliveries.takeWaiting()
    expect([...taken.flat(), ...left].map(({ note }) => note).toSorted()).toEqual(ids)
  })

  test('both write the same rows at once, and prune at once, without a failure', async () => {
    const channel = newChannel()
    const person = newPerson()
    const asked = { platform: 'slack', person, question: 'q', outcome: 'answer', entries: [] } as const
    await Promise.all(
      replicas.flatMap((replica) =>
        Array.from({ length: 50 }, async (_, n) => {
          await replica.bindings.bind(channel, `product ${n % 3}`)
          await replica.questions.record(asked)
          if (n % 10 === 0) await replica.prune()
        }),
      ),
    )
    // Questions are written within milliseconds, not before `record` resolves: asking a replica waits for its own.
    await replicas[1].questions.recent(person)
    expect(await replicas[0].questions.recent(person, 1_000)).toHaveLength(100)
  })
})

describe.skipIf(!hasPostgres)('eight replicas that start at once on an empty database', () => {
  test('migrate it once and all serve', async () => {
    const place = await postgres.place()
    const downs: unknown[] = []
    const stores = await Promise.all(
      Array.from({ length: 8 }, () =>
        openStore({
          clock: new TestClock(),
          hashKey: HASH_KEY,
          onChange: (_up, cause) => downs.push(cause),
          timeouts: { patienceMs: 30_000 },
          ...place.at,
        }),
      ),
    )
    const said = await Promise.all(stores.map(({ deliveries }) => deliveries.remember('one')))
    const client = new Client({ connectionString: place.at.databaseUrl })
    await client.connect()
    const { rows } = await client.query('select name, count(*)::int from raci.migration group by name order by name')
    await client.end()
    await Promise.all(stores.map((store) => store.close()))
    await place.remove()
    expect(downs).toEqual([])
    expect(said.filter((word) => word === 'new')).toHaveLength(1)
    expect(rows).toEqual(Object.keys(migrations).map((name) => ({ name, count: 1 })))
  })
})
