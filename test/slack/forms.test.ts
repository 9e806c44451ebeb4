import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formView } from '../../adapters/slack/render/form-view.ts'
import type { Conversation } from '../../src/conversation/converse.ts'
import { deskConversation, digestFormFor } from '../conversation/desk.ts'
import { type Bot, type BotOptions, startBot } from './bot.ts'
import { eventually, freePort, IDS, isPeerMissing, LocalSlack, type PeerMessage, type PeerPage } from './local-slack.ts'
import { viewProblems } from './payload.ts'
import { answerTo, becomes, control, expectSoundPayloads, labels, readBlocks } from './person.ts'

const { ada, ben, bot: BOT, general } = IDS

const typed = (value: string) => ({ value: { type: 'plain_text_input', value } })
const picked = (...values: readonly string[]) => ({
  value: { type: 'checkboxes', selected_options: values.map((value) => ({ value })) },
})
const one = (value: string) => ({ value: { type: 'radio_buttons', selected_option: { value } } })
const day = (value: string) => ({ value: { type: 'datepicker', selected_date: value } })

describe.skipIf(isPeerMissing()).each(['socket', 'http'] as const)('forms in Slack, over %s', (mode) => {
  let peer: LocalSlack
  let page: PeerPage
  let bot: Bot
  let desk: ReturnType<typeof deskConversation>
  let port: number | undefined
  /** Errors that a test brings about. */
  let expected = 0

  const WINDOW = {
    products: picked('Email Pro'),
    title: typed('Storage upgrade'),
    day: day('2026-11-19'),
    time: typed('22:00'),
    until: typed('90 min'),
    zone: typed('Europe/Paris'),
    impact: typed('Slower mail.'),
    kind: one('planned'),
    state: one('scheduled'),
    url: { value: { type: 'plain_text_input', value: null } },
  }
  const ask = (text: string, user: string = ada) => answerTo(peer, general, () => peer.command(text, general, user))
  const press = (message: PeerMessage, label: string, user?: string) => {
    const { block, element } = control(message.blocks, label)
    return peer.press(message, block, element, user)
  }
  const openForm = async (act: () => Promise<unknown>) => {
    page.modal = undefined
    await act()
    return eventually(() => page.modal)
  }
  const add = () => openForm(() => peer.command('maintenance add', general, ada))
  const codeIn = (message: PeerMessage) => /cancel (\w+)/u.exec(readBlocks(message.blocks))?.[1] ?? ''
  const windows = () => desk.maintenance.since('2000-01-01T00:00:00.000Z')

  beforeAll(async () => {
    port = mode === 'http' ? await freePort() : undefined
    peer = await LocalSlack.start(port === undefined ? undefined : `http://127.0.0.1:${port}/slack/events`)
    page = await peer.page()
  })
  afterAll(() => {
    page.close()
    peer.stop()
  })
  const start = async (conversation: Conversation, options: BotOptions['options'] = {}) => {
    bot = await startBot({
      apiUrl: `${peer.url}/api/`,
      options: { conversation, ...options },
      ...(port === undefined ? {} : { port }),
    })
  }
  /** The reply that keeps the form open. */
  const saidInForm = (words: string) =>
    eventually(async () => JSON.stringify(await peer.log()).includes(words) || undefined)

  beforeEach(async () => {
    expected = 0
    desk = deskConversation([ada])
    await start(desk.conversation)
  })
  afterEach(async () => {
    await expectSoundPayloads(peer)
    expect(bot.logged.filter(({ level }) => level === 'error')).toHaveLength(expected)
    await bot.stop()
    await peer.reset()
  })

  describe('maintenance', () => {
    it('is added: an error stays beside its field and the form open, then it is kept and said', async () => {
      const form = await add()
      expect(form.callback_id).toBe('fill-maintenance')
      page.submit({ ...WINDOW, zone: typed('Paris') })
      await saidInForm('Did you mean Europe/Paris?')
      expect(await windows()).toEqual([])
      const kept = await answerTo(peer, general, async () => page.submit(WINDOW))
      expect(kept).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ada })
      expect(readBlocks(kept.blocks)).toContain(
        'Added: Email Pro: Storage upgrade\nThursday 19 November, 22:00 to 23:30',
      )
      expect(await windows()).toMatchObject([{ title: 'Storage upgrade', start: '2026-11-19T21:00:00.000Z' }])
    })

    it('asks which one in the form itself where a time comes twice', async () => {
      await add()
      page.modal = undefined
      const twice = { ...WINDOW, day: day('2027-10-31'), time: typed('02:30') }
      page.submit(twice)
      const again = await eventually(() => page.modal)
      expect(readBlocks(again.blocks)).toContain('02:30 comes twice (UTC+02:00 and UTC+01:00)')
      await answerTo(peer, general, async () => page.submit({ ...twice, which: one('second') }))
      expect(await windows()).toMatchObject([{ start: '2027-10-31T01:30:00.000Z' }])
    })

    it('is listed for everybody, changed and cancelled by its id', async () => {
      await add()
      const code = codeIn(await answerTo(peer, general, async () => page.submit(WINDOW)))
      const list = await ask('maintenance list', ben)
      expect(JSON.stringify(list.blocks)).toContain(`id ${code}, added in chat`)
      expect(labels(list.blocks)).toEqual([])
      await openForm(() => peer.command(`maintenance change ${code}`, general, ada))
      await answerTo(peer, general, async () => page.submit({ ...WINDOW, time: typed('23:00') }))
      expect(await windows()).toMatchObject([{ start: '2026-11-19T22:00:00.000Z', history: [{}, { kind: 'moved' }] }])
      const asked = await ask(`maintenance cancel ${code}`)
      expect(readBlocks(asked.blocks)).toContain('Cancel Email Pro: Storage upgrade?')
      await press(asked, 'Cancel this maintenance')
      const done = await becomes(peer, asked, ({ blocks }) => readBlocks(blocks).startsWith('Cancelled:'))
      expect(labels(done.blocks)).toEqual([])
      expect(await windows()).toMatchObject([{ state: 'cancelled' }])
    })

    it('is refused in private, by mention too', async () => {
      const refused = await ask('maintenance add', ben)
      expect(refused).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ben })
      expect(readBlocks(refused.blocks)).toContain(`You are not among those who may change maintenance here.`)
      expect(readBlocks(refused.blocks)).toContain(`Your id is ${ben}.`)
      const mentioned = await answerTo(peer, general, () =>
        peer.say(`<@${BOT}> maintenance add`, general, { user: ben }),
      )
      expect(mentioned).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ben })
    })

    it('by mention has a button, which opens the form for those who may and tells the others', async () => {
      const offered = await answerTo(peer, general, () => peer.say(`<@${BOT}> maintenance add`, general))
      const refused = await answerTo(peer, general, () => press(offered, 'Open the form', ben))
      expect(refused).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ben })
      expect((await openForm(() => press(offered, 'Open the form'))).callback_id).toBe('fill-maintenance')
    })
  })

  describe('the digest', () => {
    const WISH = {
      products: picked('Email Pro', 'OX Cloud'),
      time: typed('09:15'),
      zone: typed('Europe/Paris'),
      days: picked('1', '2', '3'),
      nothing: one('quiet'),
      reminder: one('30'),
      updates: picked('yes'),
      holidays: one('France'),
    }

    it.each(['digest', 'digest on'])('%s opens the form, which subscribes and comes back filled in', async (text) => {
      await openForm(() => peer.command(text, general, ada))
      const kept = await answerTo(peer, general, async () => page.submit(WISH))
      expect(readBlocks(kept.blocks)).toContain(
        'The maintenance of Email Pro and OX Cloud is posted here at 09:15 (Europe/Paris), Monday to Wednesday, not on holidays of France.',
      )
      expect(desk.subscriptions.kept.get(general)).toMatchObject({
        subscription: { platform: 'slack', channel: general, weekdays: [1, 2, 3], quiet: true, reminderMinutes: 30 },
        subscriber: { user: ada },
      })
      const status = await ask('digest status')
      const again = await openForm(() => press(status, 'Change'))
      expect(JSON.stringify(again)).toContain('"initial_value":"09:15"')
    })

    it('keeps the form open, with all that was typed, while the store is down', async () => {
      await openForm(() => peer.command('digest', general, ada))
      desk.subscriptions.down = true
      page.submit(WISH)
      await saidInForm('cannot be reached')
      desk.subscriptions.down = false
      await answerTo(peer, general, async () => page.submit(WISH))
      expect(desk.subscriptions.kept.size).toBe(1)
    })

    it('is told in words, previewed to one person alone, and ended', async () => {
      const on = await ask('digest on 08:30 Europe/Paris email pro weekdays quiet reminder 30')
      expect(readBlocks(on.blocks)).toContain('a reminder 30 minutes before each maintenance')
      const preview = await answerTo(peer, general, () => peer.say(`<@${BOT}> digest preview`, general))
      expect(preview).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ada })
      expect(readBlocks((await ask('digest off')).blocks)).toContain('No maintenance digest is posted here any more.')
    })
  })

  describe('when something goes wrong', () => {
    it('says so in the form after a bug, and logs it', async () => {
      await bot.stop()
      await start({ ...desk.conversation, submit: () => Promise.reject(new Error('a bug')) })
      expected = 1
      await add()
      page.submit(WINDOW)
      await saidInForm('Something went wrong, and nothing you typed is lost.')
    })

    it('says so in the form when the store is slower than Slack waits, and takes it once', async () => {
      const slow = Promise.withResolvers<void>()
      await bot.stop()
      await start({
        ...desk.conversation,
        async submit(returned) {
          await slow.promise
          return desk.conversation.submit(returned)
        },
      })
      await add()
      page.submit(WINDOW)
      await saidInForm('That took too long and may not be kept.')
      slow.resolve()
      await answerTo(peer, general, async () => page.submit(WINDOW))
      expect(await windows()).toHaveLength(1)
    })

    it('keeps the form open for somebody who is too fast', async () => {
      await bot.stop()
      const once = { burst: 1, perMinute: 1 }
      await start(desk.conversation, { rates: { person: once, tenant: { burst: 100, perMinute: 100 } } })
      await add()
      page.submit(WINDOW)
      await saidInForm('That was a little fast for me.')
      expect(await windows()).toEqual([])
    })
  })
})

describe('a form as a modal', () => {
  it.each([1, 10, 11, 100, 101])('is sound with %i products', (count) => {
    const products = Array.from({ length: count }, (_, at) => `${'A product of many words '.repeat(6)}${at}`)
    expect(viewProblems({ ...formView(digestFormFor(products), { channel: 'C1' }) })).toEqual([])
  })
})
