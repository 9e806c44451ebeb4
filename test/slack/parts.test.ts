import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AckFirst } from '../../adapters/slack/ack-first.ts'
import { keptBody } from '../../adapters/slack/delivery.ts'
import { patientFetch } from '../../adapters/slack/patient-fetch.ts'
import { isNoise, readText } from '../../adapters/slack/read-text.ts'
import { readOrigin } from '../../adapters/slack/render/ask-form.ts'
import { openValue, optionValue } from '../../adapters/slack/render/controls.ts'
import { LIMITS } from '../../adapters/slack/render/limits.ts'
import { personIn } from '../../adapters/slack/who-asks.ts'
import { WorkQueue } from '../../adapters/slack/work-queue.ts'
import { Deliveries } from '../../src/conversation/deliveries.ts'
import { Rates } from '../../src/conversation/rates.ts'
import { AppError } from '../../src/errors.ts'
import { MemoryDeliveries } from './memory-stores.ts'

describe('what a person typed', () => {
  it.each([
    ['<@U0RACIBOT> who restores backups?', 'who restores backups?'],
    ['<@U0RACIBOT|raci>: who *restores* _backups_', ': who restores backups'],
    ['who owns snake_case and 2*3', 'who owns snake_case and 2*3'],
    ['what is R &amp; D &lt;here&gt;', 'what is R & D <here>'],
    ['see <https://x.example/a_b|the page> and <https://y.example>', 'see the page and https://y.example'],
    ['ask in <#C1|general> <!here> <!subteam^S1|@ops>', 'ask in general'],
    ['`code` ~no~ :wave: at 10:30:45', 'code no at 10:30:45'],
  ])('%s', (text, words) => {
    expect(readText(text)).toBe(words)
  })

  it.each(['', '??', '…', '🤔', ' - '])('%j says nothing', (text) => {
    expect(isNoise(text)).toBe(true)
  })
})

describe('a delivery that arrives', () => {
  const command = { command: '/raci', text: 'who', team_id: 'T1', user_id: 'U1', trigger_id: '1.2' }
  const ID = 'slack/T1/command/1.2'
  let order: string[]
  let store: MemoryDeliveries
  let journal: Map<string, string>
  let deliveries: Deliveries
  let door: AckFirst
  let receive: (event: ReceiverEvent) => Promise<void>
  let processed: (event: ReceiverEvent) => Promise<void>
  let untold: WeakSet<object>
  let now: number

  beforeEach(() => {
    order = []
    now = 0
    store = new MemoryDeliveries()
    const noted = new Map<string, string>()
    journal = noted
    deliveries = new Deliveries(store, {
      write: ({ id, note }) => {
        order.push('noted down')
        noted.set(id, note)
      },
      strike: (id) => noted.delete(id),
      left: async () => [],
    })
    untold = new WeakSet()
    const inner: Receiver = {
      init: (app) => {
        receive = (event) => app.processEvent(event)
      },
      start: async () => undefined,
      stop: async () => undefined,
    }
    processed = async () => {
      order.push('work')
    }
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const clock = { now: () => new Date(now) }
    door = new AckFirst(inner, { deliveries, clock, log, rates: new Rates(clock), untold })
    door.init({ processEvent: (event: ReceiverEvent) => processed(event) } as unknown as App)
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const arrives = (body: object) => {
    void receive({
      body: { ...body },
      ack: async () => {
        order.push('acknowledged')
      },
    })
    order.push('end of tick')
  }
  const settled = () => vi.waitFor(() => expect(store.kept.get(ID)?.state).toBe('done'))

  it('is acknowledged in its tick when nobody waits for an answer', async () => {
    arrives({ type: 'event_callback', event: { type: 'app_home_opened', user: 'U1' }, team_id: 'T1', event_id: 'E1' })
    expect(order).toEqual(['acknowledged', 'end of tick'])
    await vi.waitFor(() => expect(order).toContain('work'))
    expect(store.kept.size).toBe(0)
  })

  it('is noted down and acknowledged in its tick, and worked on after that', async () => {
    processed = async () => {
      order.push(`work on ${store.kept.get(ID)?.state}`)
    }
    arrives(command)
    expect(order).toEqual(['noted down', 'acknowledged', 'end of tick'])
    await settled()
    expect(order).toEqual(['noted down', 'acknowledged', 'end of tick', 'work on accepted'])
  })

  it.each(['hangs', 'fails', 'has a bug'])('is acknowledged in its tick by a store that %s', async (how) => {
    store.accept = () => {
      if (how === 'has a bug') throw new Error('a bug')
      return how === 'hangs' ? new Promise(() => undefined) : Promise.reject(new AppError('down', 'down'))
    }
    arrives(command)
    expect(order).toEqual(['noted down', 'acknowledged', 'end of tick'])
    expect(JSON.parse(journal.get(ID) ?? '')).toEqual({ at: 0, body: command })
    // With a store that does not answer there is no knowing whether another replica has it: its patience decides.
    if (how !== 'hangs') await vi.waitFor(() => expect(order).toContain('work'))
  })

  it('is struck out of the journal when the store has it, and stays there while it has not', async () => {
    const { promise: stored, resolve: arrived } = Promise.withResolvers<void>()
    store.accept = () => stored
    arrives(command)
    await new Promise(setImmediate)
    expect([...journal.keys()]).toEqual([ID])
    arrived()
    await vi.waitFor(() => expect(journal.size).toBe(0))
  })

  it('that comes again while it is answered is noted down no second time', async () => {
    deliveries.isFirstHere(ID)
    arrives(command)
    expect(order).toEqual(['acknowledged', 'end of tick'])
    await vi.waitFor(() => expect(order).toContain('work'))
    expect(store.kept.size).toBe(0)
  })

  it('is acknowledged and answered with the store down, and the store is told when it is back', async () => {
    processed = async () => {
      deliveries.isFirstHere(ID)
      const held = await deliveries.claim(ID)
      order.push('answered')
      await held?.finish()
    }
    store.down = true
    arrives(command)
    await vi.waitFor(() => expect(order).toContain('answered'))
    expect(order.indexOf('acknowledged')).toBeGreaterThan(-1)
    // Another process shall not answer it again.
    await vi.waitFor(() => expect(journal.size).toBe(0))
    store.down = false
    // What was written of it all the same is struck out with the next claim.
    await store.accept([{ id: ID, note: '{}' }])
    await deliveries.claim('another')
    expect(store.kept.get(ID)?.state).toBe('done')
  })

  it('is not answered again here when the store has not heard of its answer', async () => {
    deliveries.isFirstHere(ID)
    const note = JSON.stringify({ at: 0, body: command })
    await store.accept([{ id: ID, note }])
    door.resume({ id: ID, note })
    await settled()
    expect(order).toEqual([])
  })

  it('that is no question after all is settled', async () => {
    arrives(command)
    await settled()
  })

  it('whose person could not be told why there is no answer stays, and is tried again', async () => {
    let tries = 0
    processed = async ({ body }) => {
      tries += 1
      if (tries === 1) untold.add(body)
    }
    arrives(command)
    await vi.waitFor(() => expect(tries).toBe(1))
    await vi.waitFor(() => expect(store.kept.get(ID)?.state).toBe('accepted'))
    for (const one of await store.takeWaiting()) door.resume(one)
    await vi.waitFor(() => expect(tries).toBe(2))
  })

  it.each([
    [0, undefined],
    [24, undefined],
    [26, 'too-late'],
  ])(
    'is resumed after %i minutes with its words and its name, and what to say instead: %s',
    async (minutes, instead) => {
      now = minutes * 60_000
      const seen: ReceiverEvent[] = []
      processed = async (event) => {
        seen.push(event)
      }
      door.resume({ id: ID, note: JSON.stringify({ at: 0, body: command }) })
      await vi.waitFor(() => expect(seen).toHaveLength(1))
      expect(seen[0]?.body).toEqual(command)
      expect(seen[0]?.customProperties).toEqual({ delivery: ID, instead })
    },
  )

  it('is not resumed while it waits its turn here', async () => {
    const release = Promise.withResolvers<void>()
    let tries = 0
    processed = async () => {
      tries += 1
      await release.promise
    }
    arrives(command)
    await vi.waitFor(() => expect(tries).toBe(1))
    for (const one of await store.takeWaiting()) door.resume(one)
    release.resolve()
    await settled()
    expect(tries).toBe(1)
  })

  it('by a note of another version is left alone', () => {
    for (const note of ['{}', 'null', '{"at":1,"body":2}', '{"at":"1","body":{}}']) door.resume({ id: ID, note })
    expect(order).toEqual([])
  })
})

describe('what is written down together', () => {
  it('goes in as few statements as there is time for, and a failure of one stops no other', async () => {
    const store = new MemoryDeliveries()
    const deliveries = new Deliveries(store)
    const batches: number[] = []
    const accept = store.accept.bind(store)
    store.accept = async (batch) => {
      batches.push(batch.length)
      if (batches.length === 1) throw new Error('a bug')
      await accept(batch)
    }
    const all = (from: number) =>
      Promise.allSettled([0, 1, 2].map((at) => deliveries.accept({ id: `${from + at}`, note: '' })))
    const [first, ...others] = await all(0)
    expect([first, ...others].map((one) => one?.status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect((await all(3)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    expect(batches).toEqual([3, 3])
    expect([...store.kept.keys()]).toEqual(['3', '4', '5'])
  })
})

describe('work that takes minutes', () => {
  it('keeps its lease while it goes on, and not for ever', async () => {
    vi.useFakeTimers()
    const store = new MemoryDeliveries()
    const held = await new Deliveries(store).claim('one')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.extended).toBe(3)
    await held?.finish()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.extended).toBe(3)
    await new Deliveries(store).claim('hangs')
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(store.extended).toBe(33)
    vi.useRealTimers()
  })
})

describe('what is kept of a delivery until it is answered', () => {
  const where = { team: { id: 'T1', domain: 'example' }, user: { id: 'U1', username: 'ada', name: 'ada' } }
  const said = [{ type: 'section', text: { type: 'plain_text', text: 'an answer' } }]

  it.each([
    ['a command', { ...{ command: '/raci', text: 'who', team_id: 'T1' }, user_name: 'ada', token: 'secret' }, 'who'],
    [
      'a mention',
      {
        type: 'event_callback',
        token: 'secret',
        team_id: 'T1',
        event: { type: 'app_mention', user: 'U1', text: 'who', blocks: said, files: [{ name: 'ada' }] },
      },
      'who',
    ],
    [
      'a press',
      {
        ...where,
        type: 'block_actions',
        token: 'secret',
        message: { ts: '1.1', text: 'an answer', blocks: said },
        actions: [{ action_id: 'option:choose:0', value: 'row', text: { text: 'an answer' } }],
        state: { values: {} },
      },
      'row',
    ],
    [
      'a message’s shortcut',
      { ...where, type: 'message_action', message: { text: 'who', blocks: said, user_profile: { name: 'ada' } } },
      'who',
    ],
  ])('%s: the question and where to answer, no names, no tokens, no other words', (_what, body, question) => {
    const kept = JSON.stringify(keptBody(body))
    expect(kept).toContain(question)
    expect(kept).not.toMatch(/secret|ada|an answer/u)
  })

  it.each([
    ['an App Home', { type: 'event_callback', event: { type: 'app_home_opened', user: 'U1' } }],
    ['a removal', { type: 'event_callback', event: { type: 'app_uninstalled' } }],
    ['something else', { type: 'view_closed' }],
  ])('%s: nothing', (_what, body) => {
    expect(keptBody(body)).toBeUndefined()
  })
})

describe('work that was acknowledged', () => {
  it('is begun in the next turn, and told of when it fails', async () => {
    const failures: unknown[] = []
    const queue = new WorkQueue((error) => failures.push(error))
    const begun: number[] = []
    for (let at = 0; at < 5; at += 1) {
      queue.arrived()
      queue.add(async () => {
        begun.push(at)
        if (at === 3) throw new Error('three')
      })
    }
    expect(begun).toEqual([])
    await vi.waitFor(() => expect(queue.size).toBe(0))
    expect(begun).toEqual([0, 1, 2, 3, 4])
    expect(failures).toHaveLength(1)
  })

  it('that waits for Slack holds up nobody', async () => {
    const queue = new WorkQueue(() => undefined)
    for (let at = 0; at < 10; at += 1) queue.add(() => new Promise(() => undefined))
    const done = new Promise<void>((resolve) => {
      queue.add(async () => resolve())
    })
    await done
    expect(queue.size).toBeGreaterThanOrEqual(10)
  })

  it('waits under a flood, and loses nothing', async () => {
    const queue = new WorkQueue(() => undefined)
    let done = 0
    for (let at = 0; at < 200; at += 1) {
      queue.arrived()
      queue.add(async () => {
        done += 1
      })
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
    expect(done).toBeLessThan(200)
    await vi.waitFor(() => expect(done).toBe(200), 5_000)
  })
})

describe('who stands behind a delivery', () => {
  const person = (user: string, tenant = 'T1') => ({ platform: 'slack', tenant, user })

  it.each([
    ['a command', { command: '/raci', user_id: 'U1', team_id: 'T1' }, person('U1')],
    ['a control', { type: 'block_actions', user: { id: 'U1' }, team: { id: 'T1' } }, person('U1')],
    ['a control in a Grid', { user: { id: 'U1' }, team: null, enterprise: { id: 'E1' } }, person('U1', 'E1')],
    ['a message', { team_id: 'T1', event: { type: 'message', user: 'U1' } }, person('U1')],
    ['the bot’s own message', { team_id: 'T1', event: { type: 'message', user: 'UBOT', bot_id: 'B1' } }, undefined],
    ['a change of a message', { team_id: 'T1', event: { type: 'message', subtype: 'message_changed' } }, undefined],
    ['a removal', { team_id: 'T1', event: { type: 'app_uninstalled' } }, undefined],
    ['nothing of Slack’s', { a: [] }, undefined],
  ])('%s', (_what, body, expected) => {
    expect(personIn(body)).toEqual(expected)
  })
})

describe('patience', () => {
  const answer = (status: number, headers: Record<string, string> = {}) => new Response('{}', { status, headers })
  const API = 'https://slack.example/api/'

  const call = async (url: string, outcomes: readonly (Response | Error)[], body?: string) => {
    const left = [...outcomes]
    const waits: number[] = []
    const fetch = patientFetch({
      fetch: async () => {
        const next = left.shift() ?? answer(200)
        if (next instanceof Error) throw next
        return next
      },
      wait: async (ms) => {
        waits.push(ms)
      },
      random: () => 0.5,
    })
    const outcome = await fetch(url, body ? { body } : {}).then(
      ({ status }) => status,
      (error: Error) => error.message,
    )
    return { outcome, waits }
  }

  it('waits as long as Retry-After says, for any call', async () => {
    expect(await call(`${API}chat.postMessage`, [answer(429, { 'retry-after': '3' })])).toEqual({
      outcome: 200,
      waits: [3_000],
    })
    expect(await call('https://hooks.example/x', [answer(429, { 'retry-after': '1' })], '{"text":"x"}')).toEqual({
      outcome: 200,
      waits: [1_000],
    })
  })

  it('waits longer each time where a call does no harm twice', async () => {
    expect(await call(`${API}views.publish`, [answer(500), new Error('cut'), answer(503)])).toEqual({
      outcome: 200,
      waits: [400, 800, 1_600],
    })
    expect((await call('https://hooks.example/x', [answer(500)], '{"replace_original":true}')).outcome).toBe(200)
  })

  it.each([
    [`${API}chat.postMessage`, answer(500), 500],
    [`${API}chat.postEphemeral`, new Error('cut'), 'cut'],
    ['https://hooks.example/x', answer(500), 500],
  ])('never repeats %s, which may have arrived', async (url, first, outcome) => {
    expect(await call(url, [first], '{"replace_original":false}')).toEqual({ outcome, waits: [] })
  })

  it('repeats any call that never left', async () => {
    const refused = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) })
    expect((await call(`${API}chat.postMessage`, [refused, refused])).outcome).toBe(200)
  })

  it('gives up after four tries, and at once on a Retry-After of an hour', async () => {
    expect(
      (
        await call(
          `${API}auth.test`,
          Array.from({ length: 9 }, () => answer(500)),
        )
      ).waits,
    ).toHaveLength(3)
    expect(await call(`${API}auth.test`, [answer(429, { 'retry-after': '3600' })])).toEqual({ outcome: 429, waits: [] })
  })
})

describe('rates', () => {
  const rates = (now: () => number) =>
    new Rates(
      { now: () => new Date(now()) },
      { person: { burst: 2, perMinute: 60 }, tenant: { burst: 5, perMinute: 60 } },
    )
  const person = (user: string, tenant = 'T1') => ({ platform: 'slack', tenant, user }) as const

  it('let a burst through, tell, then stay silent, and forgive with time', () => {
    let now = 0
    const one = rates(() => now)
    expect(Array.from({ length: 6 }, () => one.ask(person('U1')))).toEqual([
      'go',
      'go',
      'tell',
      'tell',
      'silent',
      'silent',
    ])
    now = 1_000
    expect(one.ask(person('U1'))).toBe('go')
  })

  it('hold for a workspace as well, and no other is slowed', () => {
    const one = rates(() => 0)
    const asked = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map((user) => one.ask(person(user)))
    expect(asked).toEqual(['go', 'go', 'go', 'go', 'go', 'tell'])
    expect(one.ask(person('U1', 'T2'))).toBe('go')
  })
})

describe('what a control carries', () => {
  it.each(['short', 'x'.repeat(400), 'ünï#/=code'.repeat(30)])('comes back whole, however long', (value) => {
    const packed = optionValue({ name: 'choose', value })
    expect(packed.length).toBeLessThanOrEqual(LIMITS.optionValue)
    expect(openValue(packed, () => ['another', value])).toEqual({ name: 'choose', value })
  })

  it.each(['', 'choose', 'destroy=x', 'choose#unknown'])('%j means nothing', (packed) => {
    expect(openValue(packed, () => ['a'])).toBeUndefined()
  })

  it.each(['', 'x', 'null', '[]', '{"channel":1}'])('a form of origin %j answers in a direct message', (metadata) => {
    expect(readOrigin(metadata)).toEqual({ channel: '' })
  })
})
