import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { field, text } from '../../adapters/teams/read-json.ts'
import { bytesOf, CARD_BYTES, MESSAGE_BYTES } from '../../adapters/teams/render/fit-card.ts'
import { formCard, readReturned } from '../../adapters/teams/render/form-card.ts'
import { deskConversation, digestFormFor } from '../conversation/desk.ts'
import { ADA, BEN, execute, inChannel, inGroup, PLACES, personal, submit } from './activities.ts'
import { type Bot, startBot } from './bot.ts'
import { cardProblems } from './card-schema.ts'
import { ConnectorStub, cardIn, ofType, wordsIn } from './connector-stub.ts'

const stub = new ConnectorStub()
let url: string
let bot: Bot
let desk: ReturnType<typeof deskConversation>
beforeAll(async () => {
  url = await stub.start()
})
afterAll(() => stub.stop())
beforeEach(async () => {
  desk = deskConversation([ADA.aadObjectId.toUpperCase()])
  bot = await startBot({ conversation: desk.conversation })
})
afterEach(async () => {
  await bot.stop()
  for (const message of stub.messages) {
    const card = cardIn(message.activity)
    if (card) expect(cardProblems(card)).toEqual([])
    expect(bytesOf(message.activity)).toBeLessThanOrEqual(MESSAGE_BYTES)
  }
  stub.reset()
})

const WINDOW = {
  ...{ products: 'Email Pro', title: 'Storage upgrade', day: '2026-11-19', time: '22:00', until: '90 min' },
  ...{ zone: 'Europe/Paris', kind: 'planned', state: 'scheduled', impact: 'Slower mail.' },
}
const WISH = {
  ...{ products: 'Email Pro,OX Cloud', time: '09:15', zone: 'Europe/Paris', days: '1,2,3', nothing: 'quiet' },
  ...{ reminder: '30', updates: 'yes', holidays: 'France' },
}
const last = () => stub.messages.at(-1)
const said = () => wordsIn(cardIn(last()?.activity))
/** What the button with this title of the last card carries. */
const dataOf = (title: string, card: unknown = cardIn(last()?.activity)) =>
  field(
    [...ofType(card, 'Action.Execute'), ...ofType(card, 'Action.Submit')].find((one) => text(one, 'title') === title),
    'data',
  )
const withData = (title: string, more: object) => ({ ...Object(dataOf(title)), ...more })
const open = (words: string) => bot.send(personal(url, words))
const send = async (title: string, filled: object, more: object = {}) =>
  (await bot.send(execute(url, last()?.id ?? '', withData(title, filled), { ...more }))).body
const cardOf = (body: unknown) => field(body, 'value')
const inputs = (card: unknown) =>
  Object.fromEntries(
    ['Input.Text', 'Input.Date', 'Input.Time', 'Input.ChoiceSet']
      .flatMap((type) => ofType(card, type))
      .map((one) => [text(one, 'id') ?? '', field(one, 'value')]),
  )
const windows = () => desk.maintenance.since('2000-01-01T00:00:00.000Z')

describe('maintenance add', () => {
  it('is a card with inputs, filled with what is known', async () => {
    await open('maintenance add email pro')
    expect(said()).toMatch(/^Add maintenance/u)
    expect(inputs(cardIn(last()?.activity))).toMatchObject({
      ...{ products: 'Email Pro', day: '2026-11-16', zone: 'Europe/Paris', kind: 'planned', state: 'scheduled' },
    })
    expect(text(last()?.activity, 'summary')).toBe('Add maintenance')
  })

  it('comes again with each error in its place and all that was typed, and is then taken, in its own place', async () => {
    await open('maintenance add')
    const form = last()?.id
    const again = await send('Add', { ...WINDOW, zone: 'Pariss', until: 'a while', title: 'Storage, again' })
    expect(field(again, 'type')).toBe('application/vnd.microsoft.card.adaptive')
    expect(cardProblems(cardOf(again))).toEqual([])
    expect(wordsIn(cardOf(again))).toContain('“Pariss” is no time zone. Did you mean Europe/Paris?')
    expect(wordsIn(cardOf(again))).toContain('Write how long it lasts')
    expect(inputs(cardOf(again))).toMatchObject({ zone: 'Pariss', until: 'a while', title: 'Storage, again' })
    expect(await windows()).toEqual([])
    const done = await send('Add', WINDOW)
    expect(wordsIn(cardOf(done))).toContain('Added: Email Pro: Storage upgrade')
    expect(stub.messages).toHaveLength(1)
    expect(last()?.id).toBe(form)
    expect(said()).toContain('Thursday 19 November, 22:00 to 23:30')
    expect(await windows()).toMatchObject([{ title: 'Storage upgrade', products: ['Email Pro'] }])
  })

  it('is one window when the same card is sent twice', async () => {
    await open('maintenance add')
    const data = withData('Add', WINDOW)
    await bot.send(execute(url, last()?.id ?? '', data))
    await bot.send(execute(url, last()?.id ?? '', data))
    expect(await windows()).toHaveLength(1)
  })

  it('asks which one where a time comes twice', async () => {
    await open('maintenance add')
    const twice = { ...WINDOW, day: '2027-10-31', time: '02:30' }
    const again = cardOf(await send('Add', twice))
    expect(wordsIn(again)).toContain('02:30 comes twice')
    expect(wordsIn(again)).toContain('The second 02:30 (UTC+01:00)')
    await send('Add', { ...twice, which: 'second' })
    expect(await windows()).toMatchObject([{ start: '2027-10-31T01:30:00.000Z' }])
  })

  it('works in a client that knows no universal actions', async () => {
    await open('maintenance add')
    const form = last()?.id ?? ''
    const data = withData('Add', {})
    await bot.send(submit(url, form, { ...data, ...WINDOW, title: '' }))
    expect(said()).toContain('Write a title')
    await bot.send(submit(url, form, { ...data, ...WINDOW }))
    expect(stub.messages.map(({ id }) => id)).toEqual([form])
    expect(said()).toContain('Added: Email Pro: Storage upgrade')
  })

  it('can be closed with nothing filled in', async () => {
    await open('maintenance add')
    const [, close] = ofType(cardIn(last()?.activity), 'Action.Execute')
    expect(close).toMatchObject({ title: 'Close', associatedInputs: 'none' })
    await send('Close', {})
    expect(said()).toContain('Nothing was changed.')
  })

  it('is refused to who may not: a line for them alone, and the form stays for the others', async () => {
    await bot.send(personal(url, 'maintenance add', { from: BEN }))
    expect(said()).toContain('You are not among those who may change maintenance here.')
    expect(said()).toContain(`Your id is ${BEN.aadObjectId}.`)
    await bot.send(inChannel(url, 'maintenance add'))
    const form = said()
    const refused = await send('Add', WINDOW, { from: BEN, conversation: PLACES.THREAD })
    expect(field(refused, 'type')).toBe('application/vnd.microsoft.activity.message')
    expect(text(refused, 'value')).toContain('You are not among those')
    expect(said()).toBe(form)
    expect(await windows()).toEqual([])
  })
})

describe('maintenance list, change, cancel', () => {
  const code = async () => {
    await open('maintenance add')
    await send('Add', WINDOW)
    return /cancel (\w+)/u.exec(said())?.[1] ?? ''
  }

  it('lists for everybody, in a channel too', async () => {
    const id = await code()
    await bot.send(inChannel(url, 'maintenance list', { from: BEN }))
    expect(said()).toContain('Email Pro: Storage upgrade')
    expect(said()).toContain(`id ${id}, added in chat`)
  })

  it('opens the form again by a button, as the window is', async () => {
    const id = await code()
    await open(`maintenance change ${id}`)
    expect(inputs(cardIn(last()?.activity))).toMatchObject({
      title: 'Storage upgrade',
      time: '22:00',
      until: '1 h 30 min',
    })
    await send('Save', { ...WINDOW, time: '23:00' })
    expect(await windows()).toMatchObject([{ start: '2026-11-19T22:00:00.000Z', history: [{}, { kind: 'moved' }] }])
    await open('maintenance list')
    await bot.send(submit(url, last()?.id ?? '', dataOf('Add maintenance')))
    expect(said()).toMatch(/^Add maintenance/u)
  })

  it('asks back by name; the answer takes the question’s place, and says who', async () => {
    const id = await code()
    await bot.send(inChannel(url, `maintenance cancel ${id}`))
    expect(said()).toContain('Cancel Email Pro: Storage upgrade?')
    const before = stub.messages.length
    const at = { conversation: PLACES.THREAD }
    const refused = await send('Cancel this maintenance', {}, { ...at, from: BEN })
    expect(text(refused, 'value')).toContain('You are not among those')
    expect(await windows()).toMatchObject([{ state: 'scheduled' }])
    await send('Cancel this maintenance', {}, at)
    expect(stub.messages).toHaveLength(before)
    expect(said()).toMatch(/^Pressed by Ada Example\nCancelled: Email Pro: Storage upgrade/u)
    expect(await windows()).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('the digest', () => {
  const KEPT = { weekdays: [1, 2, 3], quiet: true, reminderMinutes: 30, announceStates: true, calendar: 'France' }

  it.each([
    ['a personal chat', (words: string) => personal(url, words), PLACES.PERSONAL, PLACES.PERSONAL.id],
    ['a channel', (words: string) => inChannel(url, words), PLACES.THREAD, PLACES.CHANNEL.id],
    ['a group chat', (words: string) => inGroup(url, words), PLACES.GROUP, PLACES.GROUP.id],
  ])('is subscribed with the form in %s, told and ended', async (_where, at, conversation, channel) => {
    await bot.send(at('digest'))
    await send('Subscribe', WISH, { conversation, channelData: field(at(''), 'channelData') })
    expect(said()).toContain('The maintenance of Email Pro and OX Cloud is posted here at 09:15 (Europe/Paris)')
    expect(desk.subscriptions.kept.get(channel)).toMatchObject({
      subscription: { platform: 'teams', products: ['Email Pro', 'OX Cloud'], ...KEPT },
      subscriber: { user: ADA.aadObjectId },
    })
    await bot.send(at('digest status'))
    expect(said()).toContain('Monday to Wednesday, not on holidays of France')
    await bot.send(at('digest preview'))
    expect(said()).toMatch(/^Maintenance, /u)
    await bot.send(at('digest off'))
    expect(said()).toContain('No maintenance digest is posted here any more.')
    expect(desk.subscriptions.kept.size).toBe(0)
  })

  it('is previewed in the person’s own chat, where there is one', async () => {
    await open('help')
    await bot.send(inChannel(url, 'digest preview'))
    const [preview, line] = stub.messages.slice(-2)
    expect(preview?.conversation).toBe(PLACES.PERSONAL.id)
    expect(wordsIn(cardIn(preview?.activity))).toMatch(/^Maintenance, /u)
    expect(line?.conversation).toBe(PLACES.THREAD.id)
    expect(text(line?.activity, 'text')).toBe('I answered you in our own chat.')
  })

  it('is previewed where it was asked for when that chat is gone', async () => {
    await open('help')
    stub.faults.push({ status: 403, code: 'MessageWritesBlocked' })
    await bot.send(inChannel(url, 'digest preview'))
    expect(last()?.conversation).toBe(PLACES.THREAD.id)
    expect(said()).toMatch(/^Maintenance, /u)
  })

  it('is subscribed in words', async () => {
    await bot.send(inChannel(url, 'digest on 08:30 Europe/Paris email pro weekdays quiet reminder 30 holidays France'))
    expect(said()).toContain('a reminder 30 minutes before each maintenance')
    expect(said()).not.toContain('invite me')
  })

  it('keeps what was typed when the store is down', async () => {
    await open('digest')
    desk.subscriptions.down = true
    const again = cardOf(await send('Subscribe', WISH))
    expect(wordsIn(again)).toContain('The store cannot be reached at the moment.')
    expect(inputs(again)).toMatchObject({ products: 'Email Pro,OX Cloud', days: '1,2,3', reminder: '30' })
  })
})

describe('a form as a card', () => {
  it('takes values with commas and percent signs back as they were', () => {
    const odd = ['Mail, calendars', '100% backup', 'a%2Cb']
    const form = digestFormFor(odd)
    const picked = form.fields.map((one) =>
      one.type === 'many' && one.name === 'products' ? { ...one, values: odd } : one,
    )
    const card = formCard({ ...form, fields: picked }, 'copy')
    expect(cardProblems(card)).toEqual([])
    const data = filledWith(card, inputs(card).products)
    expect(readReturned(data)?.filled.products).toEqual(odd)
  })

  it('has products typed where their names are more than a message can be', () => {
    const long = Array.from({ length: 90 }, (_, at) => `${String(at).padStart(3, '0')} ${'ünïcode '.repeat(17)}`)
    const card = formCard(digestFormFor(long), 'copy')
    expect(cardProblems(card)).toEqual([])
    expect(bytesOf(card)).toBeLessThanOrEqual(CARD_BYTES)
    expect(wordsIn(card)).toContain('Separate them with commas.')
  })

  it.each([
    undefined,
    {},
    { raci: { role: 'form', form: 'other', copy: 'c' } },
    { raci: { role: 'form', form: 'digest' } },
  ])('is not read from %j', (data) => {
    expect(readReturned(data)).toBeUndefined()
  })
})

function filledWith(card: unknown, products: unknown): object {
  return { ...Object(field(ofType(card, 'Action.Execute')[0], 'data')), products }
}
