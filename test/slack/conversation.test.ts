import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Bot, type BotOptions, type Kept, loadMany, newStores, startBot } from './bot.ts'
import { eventually, freePort, IDS, isPeerMissing, LocalSlack, type PeerMessage, type PeerPage } from './local-slack.ts'
import {
  answersTo,
  answerTo,
  becomes,
  botMessages,
  control,
  expectSoundPayloads,
  labels,
  readBlocks,
} from './person.ts'

const { ada, ben, bot: BOT, general, incident } = IDS

describe.skipIf(isPeerMissing()).each(['socket', 'http'] as const)('a person in Slack, over %s', (mode) => {
  let peer: LocalSlack
  let page: PeerPage
  let bot: Bot
  let kept: Kept
  let port: number | undefined

  const start = async (more: Partial<BotOptions> = {}) => {
    bot = await startBot({ apiUrl: `${peer.url}/api/`, kept, ...(port === undefined ? {} : { port }), ...more })
  }
  const ask = (text: string, channel: string = general, user: string = ada) =>
    answerTo(peer, channel, () => peer.command(text, channel, user))
  const press = (message: PeerMessage, label: string, user?: string) => {
    const { block, element } = control(message.blocks, label)
    return peer.press(message, block, element, user)
  }

  beforeAll(async () => {
    port = mode === 'http' ? await freePort() : undefined
    peer = await LocalSlack.start(port === undefined ? undefined : `http://127.0.0.1:${port}/slack/events`)
    page = await peer.page()
  })
  afterAll(() => {
    page.close()
    peer.stop()
  })
  beforeEach(async () => {
    kept = newStores()
    await start()
  })
  afterEach(async () => {
    await expectSoundPayloads(peer)
    expect(bot.logged.filter(({ level }) => level === 'error')).toEqual([])
    await bot.stop()
    await peer.reset()
  })

  describe('/raci', () => {
    it('answers for the person alone, with what can be done next', async () => {
      const answer = await ask('who restores backups on Email Pro')
      expect(answer).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ada })
      expect(readBlocks(answer.blocks)).toContain('OVHcloud does it: responsible and accountable (R, A).')
      expect(labels(answer.blocks)).toEqual(['Show section', 'Other products', 'Not what I asked', 'Share in channel'])
    })

    it.each([
      ['help', 'Ask who is responsible for something'],
      ['products', '4 products are covered:'],
      ['show email pro incidents', 'Realize backup recovery'],
      ['who restores backups on Nutanix', 'No loaded document covers'],
    ])('%s', async (text, part) => {
      const answer = await ask(text)
      expect(answer.subtype).toBe('ephemeral')
      expect(readBlocks(answer.blocks)).toContain(part)
    })

    it('shares the answer in the channel with who asked, and takes the private one away', async () => {
      const answer = await ask('who restores backups on Email Pro')
      const shared = await answerTo(peer, general, () => press(answer, 'Share in channel'))
      expect(shared.subtype).toBeUndefined()
      expect(readBlocks(shared.blocks)).toMatch(/<@U0ADA> asked:\nwho restores backups on Email Pro\nOVHcloud does it/u)
      expect((await botMessages(peer, general)).map(({ ts }) => ts)).toEqual([shared.ts])
    })

    it('shares a follow-up as it was answered', async () => {
      await ask('who restores backups on Email Pro')
      const followUp = await ask('and who is informed?')
      const shared = await answerTo(peer, general, () => press(followUp, 'Share in channel'))
      expect(readBlocks(shared.blocks)).toContain('Customer is informed (I). OVHcloud does it')
    })

    it('alone opens a form, and answers where it was typed', async () => {
      await peer.command('', general)
      const form = await eventually(() => page.modal)
      expect(form.callback_id).toBe('ask')
      const answer = await answerTo(peer, general, async () =>
        page.submit({
          product: { value: { type: 'static_select', selected_option: { value: 'Email Pro' } } },
          question: { value: { type: 'plain_text_input', value: 'who restores backups?' } },
        }),
      )
      expect(answer).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ada })
      expect(readBlocks(answer.blocks)).toContain('Realize backup recovery')
    })

    it('binds a channel to a product, says so, and unbinds it', async () => {
      expect(readBlocks((await ask('bind trusted exchange')).blocks)).toContain('about Trusted Exchange')
      expect(readBlocks((await ask('who restores backups')).blocks)).toContain(
        'This channel is set to Trusted Exchange.',
      )
      expect(readBlocks((await ask('unbind')).blocks)).toContain('no longer bound')
      expect(readBlocks((await ask('bind the moon')).blocks)).toContain('this channel was not bound')
    })

    it('incident posts its card for everybody in an incident channel, each part with its source', async () => {
      const card = await ask('incident', incident)
      expect(card.subtype).toBeUndefined()
      const text = readBlocks(card.blocks)
      for (const part of ['Incident on Email Pro', 'Who manages incidents', 'Who notifies'])
        expect(text).toContain(`${part}\n`)
      expect(text).toContain(
        'Not found in the Email Pro document: how severity is defined; what is communicated and how often; contacts.',
      )
      const rows = card.blocks?.filter(({ fields }) => fields) ?? []
      expect(text.match(/Email Pro > 3\. Service usage/gu)).toHaveLength(rows.length)
      expect(text.match(/Email Pro - Responsibility model, updated/gu)).toHaveLength(rows.length)
      expect(text.match(/Open the document/gu)).toHaveLength(rows.length)
    })

    it('incident elsewhere is for the person alone, to share', async () => {
      const card = await ask('incident ox cloud', general)
      expect(card.subtype).toBe('ephemeral')
      const text = readBlocks(card.blocks)
      for (const part of ['How severity is defined', 'What is communicated, and how often', 'Contacts'])
        expect(text).toContain(`${part}\n`)
      expect(text.match(/OX Cloud > /gu)?.length).toBeGreaterThan(10)
      expect(text.match(/OX Cloud - Roles, responsibilities/gu)).toHaveLength(1)
      for (const line of ['Severity 1 is a complete outage', 'updates on the progress by email on an hourly basis'])
        expect(text).toContain(line)
      const shared = await answerTo(peer, general, () => press(card, 'Share in channel'))
      expect(readBlocks(shared.blocks)).toContain('Incident on OX Cloud')
    })

    it('incident posts for everybody where the pattern of channel names says so', async () => {
      await bot.stop()
      await start({ options: { incidentChannels: /^operations$/u } })
      expect((await ask('incident ox cloud', general)).subtype).toBeUndefined()
      expect((await ask('incident ox cloud', incident)).subtype).toBe('ephemeral')
    })

    it('incident without a product says how to name one', async () => {
      expect(readBlocks((await ask('incident', general)).blocks)).toContain('incident PRODUCT')
    })
  })

  describe('a mention', () => {
    const mention = (text: string, more: { readonly thread_ts?: string; readonly user?: string } = {}) =>
      peer.say(`<@${BOT}> ${text}`, incident, more)

    it('is answered in its thread, the product understood from the channel and named', async () => {
      let root = ''
      const answer = await answerTo(peer, incident, async () => {
        root = (await mention('who restores backups?')).ts
      })
      expect(answer.thread_ts).toBe(root)
      expect(answer.subtype).toBeUndefined()
      expect(readBlocks(answer.blocks)).toContain('Product understood from the channel’s name: Email Pro.')
    })

    it('inside a thread stays in the thread, and understands a follow-up there', async () => {
      const root = await peer.say('mailboxes are gone', incident)
      const first = await answerTo(peer, incident, () => mention('who restores backups?', { thread_ts: root.ts }))
      const second = await answerTo(peer, incident, () =>
        mention('and who is informed?', { thread_ts: root.ts, user: ben }),
      )
      expect([first.thread_ts, second.thread_ts]).toEqual([root.ts, root.ts])
      expect(readBlocks(second.blocks)).toMatch(/^Customer is informed \(I\)/u)
    })

    it('in a channel that was bound is understood from that, says so, and can be put right', async () => {
      await ask('bind trusted exchange', general)
      const answer = await answerTo(peer, general, () => peer.say(`<@${BOT}> who restores backups?`, general))
      expect(readBlocks(answer.blocks)).toContain('This channel is set to Trusted Exchange.')
      expect(labels(answer.blocks)).toContain('Wrong product')
    })

    it('with the wrong product is asked again on another one', async () => {
      const answer = await answerTo(peer, incident, () => mention('who restores backups?'))
      const question = await answerTo(peer, incident, () => press(answer, 'Wrong product'))
      expect(question.thread_ts).toBe(answer.thread_ts)
      await press(question, 'Trusted Exchange', ben)
      const right = await becomes(peer, question, ({ blocks }) => readBlocks(blocks).includes('Chosen by <@U0BEN>'))
      expect(readBlocks(right.blocks)).toContain('Trusted Exchange > ')
    })

    it.each(['??', ':thinking_face:', ''])('that says nothing (%j) gets one line of help', async (text) => {
      const answer = await answerTo(peer, incident, () => mention(text))
      expect(answer.blocks).toHaveLength(1)
      expect(readBlocks(answer.blocks)).toContain('or say “help”')
    })

    it('of somebody else, and channel talk, is left alone', async () => {
      await peer.say('who restores backups on Email Pro?', incident)
      await peer.say(`<@${ben}> who restores backups?`, incident)
      await answerTo(peer, incident, () => mention('help'))
      expect(await botMessages(peer, incident)).toHaveLength(1)
    })

    it('never repeats a mention of everybody', async () => {
      const answer = await answerTo(peer, incident, () =>
        mention('<!channel> who patches *<https://x.example|Nutanix>* &lt;!here&gt; `rm`'),
      )
      expect(JSON.stringify(answer)).not.toMatch(/<!|<https:\/\/x/u)
    })
  })

  describe('choices', () => {
    const question = 'who notifies incidents on the Exchange service on Email Pro'

    it('are answered in place; what was chosen and by whom stays', async () => {
      const choices = await answerTo(peer, general, () => peer.say(`<@${BOT}> who restores backups?`, general))
      const [first = ''] = labels(choices.blocks)
      await press(choices, first, ben)
      const answer = await becomes(peer, choices, ({ blocks }) => readBlocks(blocks).includes('Chosen by <@U0BEN>'))
      expect(readBlocks(answer.blocks)).toMatch(/responsible|accountable/u)
      expect(answer.thread_ts).toBe(choices.thread_ts)
    })

    it.each([
      ['that remembers them', () => kept],
      ['that remembers nothing', newStores],
    ])('work after a restart %s', async (_what, next) => {
      const choices = await answerTo(peer, general, () => peer.say(`<@${BOT}> who restores backups?`, general))
      await bot.stop()
      kept = next()
      await start()
      const [first = ''] = labels(choices.blocks)
      await press(choices, first)
      await becomes(peer, choices, ({ blocks }) => readBlocks(blocks).includes('Chosen by <@U0ADA>'))
    })

    it('say why not when the documents have changed since', async () => {
      const choices = await answerTo(peer, general, () => peer.say(`<@${BOT}> who restores backups?`, general))
      const { block, element } = control(choices.blocks, labels(choices.blocks)[0] ?? '')
      const gone = await answerTo(peer, general, () =>
        peer.press(choices, block, { ...element, value: 'old#row/gone' }),
      )
      expect(gone).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ada })
      expect(readBlocks(gone.blocks)).toContain('no longer in the loaded documents')
      expect(labels((await peer.messages(general)).find(({ ts }) => ts === choices.ts)?.blocks)).toEqual(
        labels(choices.blocks),
      )
    })

    it('of a private answer stay private', async () => {
      const choices = await ask('who restores backups')
      const [first = ''] = labels(choices.blocks)
      await press(choices, first)
      const answer = await becomes(peer, choices, ({ blocks }) => readBlocks(blocks).startsWith('Chosen:'))
      expect(answer.subtype).toBe('ephemeral')
      expect(labels(answer.blocks)).toContain('Share in channel')
    })

    it('of more than five are a select, answered in place as well', async () => {
      await bot.stop()
      await start({ inside: await loadMany() })
      const choices = await ask('products')
      expect(labels(choices.blocks)).toEqual(['select'])
      const { block, element } = control(choices.blocks, 'select')
      page.modal = undefined
      await peer.press(choices, block, element, ada, 'Hosted Exchange')
      const modal = await eventually(() => page.modal)
      expect(readBlocks(modal.blocks)).toContain('Hosted Exchange: ')
      const asked = await answerTo(peer, incident, () => peer.say(`<@${BOT}> who restores backups?`, incident))
      const others = await answerTo(peer, incident, () => press(asked, 'Wrong product'))
      const select = control(others.blocks, 'select')
      await peer.press(others, select.block, select.element, ben, 'Hosted Exchange')
      await becomes(peer, others, ({ blocks }) => readBlocks(blocks).includes('Chosen by <@U0BEN>'))
    })

    it('"Not what I asked" brings the next candidates, and records the miss', async () => {
      const answer = await ask(question)
      const next = await answerTo(peer, general, () => press(answer, 'Not what I asked'))
      expect(readBlocks(next.blocks)).toContain('Is it one of these?')
      expect(kept.records.misses).toMatchObject([{ platform: 'slack', question, person: { user: ada } }])
    })

    it('"Other products" looks elsewhere, for the person alone', async () => {
      const answer = await answerTo(peer, incident, () => peer.say(`<@${BOT}> who restores backups?`, incident))
      const others = await answerTo(peer, incident, () => press(answer, 'Other products', ben))
      expect(others).toMatchObject({ subtype: 'ephemeral', ephemeral_to: ben })
      expect(labels(others.blocks)).toContain('Trusted Exchange: Realize backup recovery')
    })

    it('"Show section" opens the section in a modal', async () => {
      const answer = await ask('who restores backups on Email Pro')
      await press(answer, 'Show section')
      const modal = await eventually(() => (page.modal?.callback_id ? undefined : page.modal))
      expect(readBlocks(modal.blocks)).toContain('Realize backup recovery\nCustomer: I · OVHcloud: RA')
    })
  })

  describe('a direct message', () => {
    const say = (text: string) => answerTo(peer, direct, () => peer.say(text, direct))
    let direct = ''
    beforeEach(async () => {
      // The peer opens the conversation when somebody first writes to the bot.
      const { channel } = await peer.say('help', BOT)
      direct = channel
      await eventually(async () => ((await botMessages(peer, direct)).length ? true : undefined))
    })

    it('is a conversation: another part of the row, then another product', async () => {
      expect(readBlocks((await say('who restores backups on Email Pro?')).blocks)).toMatch(/^OVHcloud does it/u)
      expect(readBlocks((await say('and who is informed?')).blocks)).toMatch(/^Customer is informed \(I\)/u)
      const elsewhere = readBlocks((await say('and on Trusted Exchange?')).blocks)
      expect(elsewhere).toContain('Trusted Exchange > ')
      expect(elsewhere).toMatch(/^Customer is informed \(I\)/u)
    })

    it('is not private in a channel’s way: nothing to share, nothing ephemeral', async () => {
      const answer = await say('who restores backups on Email Pro?')
      expect(answer.subtype).toBeUndefined()
      expect(labels(answer.blocks)).not.toContain('Share in channel')
    })
  })

  describe('the App Home', () => {
    const open = async () => {
      page.home = undefined
      await peer.openHome()
      return eventually(() => page.home)
    }

    it('shows products with dates, examples, one’s own questions and what is kept', async () => {
      await ask('who restores backups on Email Pro')
      await ask('who handles network incidents on Public Cloud Instances', general, ben)
      const home = readBlocks((await open()).blocks)
      expect(home).toMatch(/Email Pro: 48 activities, updated 17 November 2022/u)
      expect(home).toContain('who restores backups on Email Pro · 3 November 2026')
      expect(home).not.toContain('network incidents')
      expect(home).toContain('1 of your questions')
      expect(home).toContain('the question and where to answer it, encrypted; deleted with the answer')
    })

    it('asks an example, or a question again, in a direct message', async () => {
      const examples = labels((await open()).blocks).filter((label) => label.endsWith('?'))
      expect(examples).toContain('who restores backups on Email Pro?')
      expect(examples).toHaveLength(4)
      const answers = async () =>
        (await peer.log())
          .filter(({ summary }) => summary === 'chat.postMessage')
          .map(({ detail }) => JSON.stringify(detail))
          .filter((posted) => posted.includes(`"channel":"${ada}"`) && posted.includes('Realize backup recovery'))
      for (const [at, label] of ['who restores backups on Email Pro?', 'Ask again'].entries()) {
        const { block, element } = control((await open()).blocks, label)
        page.pressHome(block, element)
        await eventually(async () => ((await answers()).length === at + 1 ? true : undefined))
      }
    })

    it('deletes what is kept about the person', async () => {
      await ask('who restores backups on Email Pro')
      const { block, element } = control((await open()).blocks, 'Delete all of it')
      page.home = undefined
      page.pressHome(block, element)
      const home = await eventually(() => page.home)
      expect(readBlocks(home.blocks)).toMatch(/^Deleted: 1 record about you\./u)
      expect(kept.records.questions).toEqual([])
    })

    it('opens the form, whose answer comes as a direct message', async () => {
      const { block, element } = control((await open()).blocks, 'Ask a question')
      page.modal = undefined
      page.pressHome(block, element)
      await eventually(() => page.modal)
      const direct = (await peer.say('help', BOT)).channel
      const [, answer] = await answersTo(
        peer,
        direct,
        async () =>
          page.submit({
            question: { value: { type: 'plain_text_input', value: 'who restores backups on Email Pro' } },
          }),
        1,
      ).then(async () =>
        eventually(async () => {
          const all = (await botMessages(peer, direct)).filter(({ text }) => text.includes('Realize backup recovery'))
          return all.length ? [undefined, all[0]] : undefined
        }),
      )
      expect(answer?.subtype).toBeUndefined()
    })
  })
})
