import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Connector, type Patience } from '../../adapters/teams/connector.ts'
import { createExchange } from '../../adapters/teams/exchange.ts'
import { CONVERSATION_WINDOWS, Pacer, TENANT_WINDOWS } from '../../adapters/teams/pacer.ts'
import { TestClock } from '../storage/test-clock.ts'
import { ConnectorStub } from './connector-stub.ts'

const stub = new ConnectorStub()
let url: string
beforeAll(async () => {
  url = await stub.start()
})
afterAll(() => stub.stop())
afterEach(() => stub.reset())

const MESSAGE = { type: 'message', text: 'x' }

function connector(patience: Patience = {}) {
  const clock = new TestClock()
  const waits: number[] = []
  const wait = async (ms: number) => {
    waits.push(ms)
    clock.advance(ms)
  }
  const target = {
    tenant: 't',
    conversation: '19:a@thread.tacv2;messageid=1',
    channel: '19:a@thread.tacv2',
    serviceUrl: url,
  }
  return {
    connector: new Connector(async () => 'token', clock, { wait, random: () => 0.5, ...patience }),
    waits,
    target,
    clock,
  }
}

describe('posting', () => {
  it('names the conversation and the message in the address, whole', async () => {
    const { connector: teams, target } = connector()
    expect(await teams.create(target, MESSAGE, 'f:1/2')).toBe('m1')
    expect(stub.calls).toMatchObject([
      { path: 'v3/conversations/19:a@thread.tacv2;messageid=1/activities/f:1/2', authorization: 'Bearer token' },
    ])
  })

  it.each([429, 412])('%i is waited out: nothing was posted', async (status) => {
    const { connector: teams, target, waits } = connector()
    stub.faults.push({ status }, { status })
    await teams.create(target, MESSAGE)
    expect(waits).toEqual([600, 1_200])
    expect(stub.messages).toHaveLength(1)
  })

  it('Retry-After is kept, and jitter added', async () => {
    const { connector: teams, target, waits } = connector()
    stub.faults.push({ status: 429, headers: { 'Retry-After': '7' } })
    await teams.create(target, MESSAGE)
    expect(waits).toEqual([7_600])
  })

  it.each([408, 500, 502, 503, 504])('%i is not repeated: it may have been posted', async (status) => {
    const { connector: teams, target } = connector()
    stub.faults.push({ status, taken: true })
    await expect(teams.create(target, MESSAGE)).rejects.toMatchObject({ kind: 'uncertain', status })
    expect(stub.messages).toHaveLength(1)
  })

  it('a cut connection is not repeated, one that never stood is', async () => {
    const cut = connector({ exchange: () => Promise.reject(new Error('socket hang up')) })
    await expect(cut.connector.create(cut.target, MESSAGE)).rejects.toMatchObject({ kind: 'uncertain' })
    let tries = 0
    const exchange = createExchange()
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    const closed = connector({
      exchange: (...call) => {
        tries += 1
        return tries < 3 ? Promise.reject(refused) : exchange(...call)
      },
    })
    await closed.connector.create(closed.target, MESSAGE)
    expect([tries, stub.messages.length]).toEqual([3, 1])
  })

  it('gives up after four tries', async () => {
    const { connector: teams, target } = connector()
    stub.faults.push(...Array.from({ length: 9 }, () => ({ status: 429 })))
    await expect(teams.create(target, MESSAGE)).rejects.toMatchObject({ kind: 'refused', status: 429 })
    expect(stub.calls).toHaveLength(4)
  })

  it('follows no redirect: our token would go along', async () => {
    const { connector: teams, target } = connector()
    stub.faults.push({ status: 302, headers: { Location: 'http://127.0.0.1:9/' } })
    await expect(teams.create(target, MESSAGE)).rejects.toMatchObject({ kind: 'refused' })
    expect(stub.calls).toHaveLength(1)
  })

  it('waits no longer than it may', async () => {
    const { connector: teams, target } = connector({ timeoutMs: 20 })
    stub.faults.push({ status: 201, silent: true })
    await expect(teams.create(target, MESSAGE)).rejects.toMatchObject({ kind: 'uncertain' })
  })
})

describe('changing a message', () => {
  it.each([429, 412, 502, 504])('%i is tried again', async (status) => {
    const { connector: teams, target } = connector()
    stub.faults.push({ status })
    await teams.update(target, 'm1', MESSAGE)
    expect(stub.calls).toHaveLength(2)
  })

  it.each([
    [404, 'missing'],
    [403, 'refused'],
    [500, 'uncertain'],
  ])('%i is %s', async (status, kind) => {
    const { connector: teams, target } = connector()
    stub.faults.push({ status })
    await expect(teams.update(target, 'm1', MESSAGE)).rejects.toMatchObject({ kind })
  })
})

describe('pace', () => {
  it('lets seven messages into a conversation at once, and then no more than Teams takes', async () => {
    const { connector: teams, target, waits } = connector()
    for (let sent = 0; sent < 9; sent += 1) await teams.create(target, MESSAGE)
    expect(waits).toEqual([1_000, 1_000])
  })

  it.each(CONVERSATION_WINDOWS)('never more than $count in $ms ms', ({ count, ms }) => {
    const clock = new TestClock()
    const pacer = new Pacer(CONVERSATION_WINDOWS, clock)
    const start = clock.now().getTime()
    const times = Array.from({ length: 2_000 }, () => clock.now().getTime() - start + pacer.reserve('c'))
    const crowded = times.filter((time, at) => at >= count && time - (times[at - count] ?? 0) < ms)
    expect(crowded).toEqual([])
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('keeps conversations apart and threads of a channel together', async () => {
    const { connector: teams, target, waits } = connector()
    for (let sent = 0; sent < 14; sent += 1) {
      await teams.create({ ...target, channel: `19:${sent % 2}` }, MESSAGE)
    }
    expect(waits).toEqual([])
  })

  it('keeps the tenant as a whole below thirty a second', () => {
    const clock = new TestClock()
    const pacer = new Pacer(TENANT_WINDOWS, clock)
    const away = Array.from({ length: 31 }, () => pacer.reserve('t'))
    expect(away.slice(0, 30).every((ms) => ms === 0)).toBe(true)
    expect(away[30]).toBe(1_000)
  })

  it('forgets idle conversations first', () => {
    const clock = new TestClock()
    const pacer = new Pacer([{ count: 1, ms: 1_000 }], clock)
    for (let key = 0; key < 10_000; key += 1) pacer.reserve(`old${key}`)
    clock.advance(1_000)
    pacer.reserve('new')
    expect(pacer.reserve('new')).toBe(1_000)
    expect(pacer.reserve('old1')).toBe(0)
  })
})
