import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createExchange } from '../../adapters/teams/exchange.ts'
import { channelAt } from '../../adapters/teams/place.ts'
import { field } from '../../adapters/teams/read-json.ts'
import { AppError } from '../../src/errors.ts'
import { memory, openTestStore } from '../storage/engines.ts'
import { execute, inChannel, type Payload, PLACES, personal, TENANT } from './activities.ts'
import { newStores, startBot } from './bot.ts'
import { ConnectorStub, cardIn, ofType, wordsIn } from './connector-stub.ts'

const stub = new ConnectorStub()
const QUESTION = 'who restores backups on email pro'
let url: string
beforeAll(async () => {
  url = await stub.start()
})
afterAll(() => stub.stop())
afterEach(() => stub.reset())

/** What its delivery is called in the store. */
function nameOf({ id }: Payload): string {
  return `teams/${TENANT}/${PLACES.PERSONAL.id}/${id}`
}

describe('one answer an activity', () => {
  it('when Teams sends it again while it is answered, and after', async () => {
    const bot = await startBot()
    const activity = personal(url, QUESTION)
    expect(await Promise.all([bot.deliver(activity), bot.deliver(activity)])).toMatchObject([
      { status: 200 },
      { status: 200 },
    ])
    await bot.send(activity)
    expect(stub.messages).toHaveLength(1)
    await bot.stop()
  })

  it('of two replicas', async () => {
    const kept = newStores()
    const [one, two] = await Promise.all([startBot({}, kept), startBot({}, kept)])
    const activity = personal(url, QUESTION)
    await Promise.all([one.send(activity), two.send(activity)])
    expect(stub.messages).toHaveLength(1)
    await Promise.all([one.stop(), two.stop()])
  })

  it('across a restart', async () => {
    const kept = newStores()
    const activity = personal(url, QUESTION)
    for (const _start of [1, 2]) {
      const bot = await startBot({}, kept)
      await bot.send(activity)
      await bot.stop()
    }
    expect(stub.messages).toHaveLength(1)
  })

  it('of three replicas over the real store, sent again at 15 s and at 30 s while the first still answers', async () => {
    const { clock, ...store } = await openTestStore(await memory.place())
    const [sending, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const exchange = createExchange()
    const options = { clock, deliveries: store.deliveries, references: store.references }
    const slow = {
      exchange: async (...call: Parameters<typeof exchange>) => {
        sending.resolve()
        await held.promise
        return exchange(...call)
      },
    }
    const first = await startBot({ ...options, patience: slow })
    const activity = personal(url, QUESTION)
    expect(await first.deliver(activity)).toMatchObject({ status: 200 })
    await sending.promise
    for (const _resend of ['at 15 s', 'at 30 s']) {
      clock.advance(15_000)
      const other = await startBot(options)
      expect(await other.send(activity)).toMatchObject({ status: 200 })
      await other.stop()
    }
    held.resolve()
    await first.teams.idle()
    const restarted = await startBot(options)
    await restarted.send(activity)
    expect(stub.messages).toHaveLength(1)
    expect(await store.deliveries.claim(nameOf(activity))).toBe('done')
    await Promise.all([first.stop(), restarted.stop()])
    await store.close()
  })

  it('when the first delivery never arrived, and only the second does', async () => {
    const bot = await startBot()
    await bot.send({ ...personal(url, QUESTION), timestamp: '2026-11-20T09:59:30.000Z' })
    expect(stub.messages).toHaveLength(1)
    await bot.stop()
  })

  it('of this replica at least, while the store is down', async () => {
    const bot = await startBot()
    bot.kept.deliveries.down = true
    const activity = personal(url, QUESTION)
    await bot.send(activity)
    await bot.send(activity)
    expect(stub.messages).toHaveLength(1)
    await bot.stop()
  })

  it('of a pressed button: the second says that it was answered', async () => {
    const bot = await startBot()
    await bot.send(personal(url, 'who restores backups'))
    const [button] = ofType(cardIn(stub.messages[0]?.activity), 'Action.Execute')
    const press = execute(url, 'm1', field(button, 'data'))
    await bot.send(press)
    expect(await bot.send(press)).toMatchObject({ body: { value: 'This was answered already.' } })
    expect(stub.calls.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    await bot.stop()
  })
})

describe('the 200', () => {
  it('does not wait for the answer', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const exchange = createExchange()
    const bot = await startBot({
      patience: { exchange: (...call) => held.then(() => exchange(...call)) },
    })
    expect(await bot.deliver(personal(url, QUESTION))).toMatchObject({ status: 200 })
    expect(stub.calls).toEqual([])
    release()
    await bot.teams.idle()
    expect(stub.messages).toHaveLength(1)
    await bot.stop()
  })
})

describe('what goes wrong', () => {
  it('is said to the person with a number that the log holds too', async () => {
    const broken = {
      recordMiss: async () => undefined,
    }
    const bot = await startBot({}, newStores(), {
      feedback: broken,
      conversations: {
        recall: async () => {
          throw new Error('a bug')
        },
        remember: async () => undefined,
      },
    })
    await bot.send(personal(url, QUESTION))
    const [logged] = bot.logged
    const reference = String(field(logged?.details, 'reference'))
    expect(wordsIn(stub.messages[0]?.activity)).toContain(`Reference: ${reference}`)
    expect(stub.messages[0]?.activity).toMatchObject({ textFormat: 'plain' })
    await bot.stop()
  })

  it('is no silence when our own token cannot be had: the next delivery is answered', async () => {
    let refuse = true
    const bot = await startBot({
      token: async () => {
        if (refuse) throw new AppError('no token', 'Not now.')
        return undefined
      },
    })
    const activity = personal(url, QUESTION)
    await bot.send(activity)
    refuse = false
    await bot.send(activity)
    expect(stub.messages).toHaveLength(1)
    await bot.stop()
  })

  it('an answer that may have arrived is not sent twice, and the person is told', async () => {
    const bot = await startBot()
    stub.faults.push({ status: 500, taken: true })
    await bot.send(personal(url, QUESTION))
    expect(stub.messages).toHaveLength(2)
    expect(wordsIn(stub.messages[1]?.activity)).toContain('did not say whether my answer arrived')
    await bot.stop()
  })

  it('an answer that died with another replica is apologised for, once', async () => {
    const kept = newStores()
    const note = { tenant: TENANT, user: 'u', conversation: 'a:1personal', channel: 'a:1personal', surface: 'personal' }
    await kept.deliveries.claim('teams/x', { note: JSON.stringify({ ...note, serviceUrl: url }) })
    const bot = await startBot({}, kept)
    for (const abandoned of await kept.deliveries.takeAbandoned()) await bot.teams.apologise(abandoned)
    expect(stub.messages).toHaveLength(1)
    expect(wordsIn(stub.messages[0]?.activity)).toContain('I was interrupted')
    await bot.stop()
  })
})

describe('a conversation that is gone', () => {
  it.each([
    ['403 MessageWritesBlocked', { status: 403, code: 'MessageWritesBlocked' }],
    ['404', { status: 404, code: 'ConversationNotFound' }],
  ])('%s is marked, and not written to again', async (_what, fault) => {
    const bot = await startBot()
    stub.faults.push(fault)
    await bot.send(inChannel(url, QUESTION))
    expect(stub.calls).toHaveLength(1)
    const channel = channelAt({ tenant: TENANT, channel: PLACES.CHANNEL.id })
    expect(await bot.kept.references.find(channel)).toMatchObject({ gone: true })
    await bot.send(inChannel(url, QUESTION))
    expect(await bot.kept.references.find(channel)).not.toHaveProperty('gone')
    await bot.stop()
  })

  it('is not what another 403 says', async () => {
    const bot = await startBot()
    stub.faults.push({ status: 403, code: 'Forbidden' })
    await bot.send(personal(url, QUESTION))
    const channel = channelAt({ tenant: TENANT, channel: PLACES.PERSONAL.id })
    expect(await bot.kept.references.find(channel)).not.toHaveProperty('gone')
    await bot.stop()
  })
})
