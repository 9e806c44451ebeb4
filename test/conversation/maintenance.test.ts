import { beforeEach, describe, expect, it } from 'vitest'
import { renderText } from '../../src/answer/render-text.ts'
import { report } from '../digest/windows.ts'
import { BEN, codeIn, MaintenanceTalk, NOW, RIGHT, replyOf, valuesOf } from './maintenance-talk.ts'

let talk: MaintenanceTalk
beforeEach(() => {
  talk = new MaintenanceTalk()
})

describe('who may', () => {
  it('nobody, until somebody is named: that is said in private, with whom to ask and one’s id', async () => {
    talk.editors = undefined
    const refused = await talk.answer('maintenance add')
    expect(refused.isPrivate).toBe(true)
    expect(renderText(refused)).toBe(
      'Nobody may change maintenance here yet.\nWhoever runs this bot names people or channels in MAINTENANCE_EDITORS. Your id is UADA.',
    )
    expect(await talk.open('maintenance add')).toBeUndefined()
    expect(await talk.say('maintenance list')).toContain('No maintenance of all products')
  })

  it.each(['maintenance add', 'maintenance change abcd', 'maintenance cancel abcd'])(
    'not who is not named: %s',
    async (text) => {
      expect(await talk.say(text, BEN)).toContain('You are not among those who may change maintenance here.')
    },
  )

  it('asks again when the form is sent and when a button is pressed', async () => {
    expect(replyOf(await talk.send(RIGHT, {}, BEN))).toContain('You are not among those')
    await talk.send(RIGHT)
    const refused = await talk.press({ name: 'confirm', value: 'cancel-maintenance chat/v1' }, BEN)
    expect(renderText(refused)).toContain('You are not among those')
    expect(await talk.known()).toMatchObject([{ state: 'scheduled' }])
  })

  it.each([['c0'], ['everybody']])('everybody where %s is named', async (id) => {
    talk.editors = [id]
    expect(await talk.open('maintenance add', BEN)).toBeDefined()
  })
})

describe('maintenance list', () => {
  beforeEach(async () => {
    await talk.send(RIGHT)
    await talk.store.take(
      {
        source: 'status',
        reports: [
          report({
            products: ['OX Cloud'],
            title: 'Certificates',
            start: '2026-11-16T07:00:00.000Z',
            state: 'in progress',
          }),
          report({ key: 'm2', products: ['OX Cloud'], title: 'Done', state: 'completed' }),
        ],
      },
      NOW,
    )
  })

  it('is of the channel’s products on its clock, for everybody', async () => {
    talk.digest = { products: ['Email Pro'], zone: 'America/New_York' }
    const text = await talk.say('maintenance', BEN)
    expect(text).toMatch(/^Maintenance of Email Pro\nTimes are of America\/New_York\.\n/u)
    expect(text).toContain('Email Pro: Storage upgrade\nThursday 19 November, 16:00 to 17:30 (1 h 30 min) · id ')
    expect(text).toMatch(/· id \w{4}, added in chat/u)
    expect(text).not.toContain('Certificates')
  })

  it('is of a named product, with where it comes from; what is over is left out', async () => {
    const text = await talk.say('maintenance list oxcloud')
    expect(text).toContain('OX Cloud: Certificates')
    expect(text).toContain('in progress')
    expect(text).toMatch(/· id \w{4}, from status/u)
    expect(text).not.toContain('Done')
    expect(await talk.say('maintenance list mainframe')).toBe('No loaded document covers “mainframe”.')
  })

  it('says so when there is nothing, and counts what is too much', async () => {
    expect(await talk.say('maintenance list trusted exchange')).toBe(
      'No maintenance of Trusted Exchange is planned or under way.',
    )
    const many = Array.from({ length: 20 }, (_, at) => report({ key: `n${at}`, products: ['Trusted Exchange'] }))
    await talk.store.take({ source: 'status', reports: many }, NOW)
    expect(await talk.say('maintenance list trusted exchange')).toContain('And 5 more: name a product to see fewer.')
  })

  it('offers to add to those who may', async () => {
    expect((await talk.answer('maintenance list')).actions).toMatchObject([{ name: 'form', label: 'Add maintenance' }])
    expect((await talk.answer('maintenance list', BEN)).actions).toEqual([])
  })
})

describe('maintenance change', () => {
  it('opens the form as the window is, and moves the one window, with its history', async () => {
    const code = codeIn(replyOf(await talk.send(RIGHT)))
    const form = await talk.open(`maintenance change ${code}`)
    expect(form).toMatchObject({ title: 'Change maintenance', submit: 'Save', subject: 'chat/v1' })
    expect(valuesOf(form)).toEqual({ ...RIGHT, until: '1 h 30 min' })
    const reply = replyOf(await talk.send({ ...RIGHT, time: '23:00' }, { subject: 'chat/v1', copy: 'v9' }))
    expect(reply).toContain('Changed: Email Pro: Storage upgrade')
    expect(await talk.known()).toMatchObject([
      { id: 'chat/v1', start: '2026-11-19T22:00:00.000Z', history: [{ kind: 'added' }, { kind: 'moved' }] },
    ])
  })

  it('completes it', async () => {
    await talk.send(RIGHT)
    await talk.send({ ...RIGHT, state: 'completed' }, { subject: 'chat/v1' })
    expect(await talk.known()).toMatchObject([
      { state: 'completed', history: [{ kind: 'added' }, { kind: 'completed' }] },
    ])
    expect(replyOf(await talk.send(RIGHT, { subject: 'chat/v1' }))).toContain('is completed already')
  })
})

describe('maintenance cancel', () => {
  it('asks back by name, in private; yes calls it off and keeps its history', async () => {
    const code = codeIn(replyOf(await talk.send(RIGHT)))
    const asked = await talk.answer(`maintenance cancel ${code}`)
    expect(asked.isPrivate).toBe(true)
    expect(renderText(asked)).toBe(
      'Cancel Email Pro: Storage upgrade?\nThursday 19 November, 22:00 to 23:30 (1 h 30 min). Times are of Europe/Paris.',
    )
    expect(asked.actions.map(({ label }) => label)).toEqual(['Cancel this maintenance', 'Keep it'])
    const [yes, no] = asked.actions
    expect(renderText(await talk.press(no))).toBe('Nothing was changed.')
    expect(await talk.known()).toMatchObject([{ state: 'scheduled' }])
    expect(renderText(await talk.press(yes))).toMatch(/^Cancelled: Email Pro: Storage/u)
    expect(await talk.known()).toMatchObject([
      { state: 'cancelled', history: [{ kind: 'added' }, { kind: 'cancelled' }] },
    ])
    expect(renderText(await talk.press(yes))).toContain('is cancelled already')
  })

  it('says what is wrong with the id', async () => {
    expect(await talk.say('maintenance cancel')).toContain('Say which one.')
    expect(await talk.say('maintenance cancel zzzz')).toContain('No maintenance has the id zzzz.')
  })

  it('leaves what other sources tell to them', async () => {
    await talk.store.take({ source: 'status', reports: [report({ url: 'https://status.example.com/m1' })] }, NOW)
    const code = /id (\w+)/u.exec(await talk.say('maintenance list'))?.[1]
    const text = await talk.say(`maintenance cancel ${code}`)
    expect(text).toContain('was not added in chat: it comes from status.')
    expect(text).toContain('https://status.example.com/m1')
    expect(await talk.open(`maintenance change ${code}`)).toBeUndefined()
  })
})
