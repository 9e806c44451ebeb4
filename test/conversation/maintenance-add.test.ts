import { beforeEach, describe, expect, it } from 'vitest'
import { report } from '../digest/windows.ts'
import { errorsOf, formOf, MaintenanceTalk, NOW, RIGHT, replyOf, valuesOf } from './maintenance-talk.ts'

let talk: MaintenanceTalk
beforeEach(() => {
  talk = new MaintenanceTalk()
})

describe('maintenance add', () => {
  it('opens a form with what the channel is about', async () => {
    talk.digest = { products: ['OX Cloud'], zone: 'America/New_York' }
    const form = await talk.open('maintenance add')
    expect(form).toMatchObject({ name: 'maintenance', title: 'Add maintenance', submit: 'Add' })
    expect(valuesOf(form)).toMatchObject({
      ...{ products: ['OX Cloud'], zone: 'America/New_York', day: '2026-11-16', kind: 'planned', state: 'scheduled' },
    })
    expect(valuesOf(await talk.open('maintenance add on emailpro'))).toMatchObject({
      products: ['Email Pro'],
    })
  })

  it('keeps the window with its times in UTC, announced now, and says how to call it off', async () => {
    const reply = replyOf(await talk.send(RIGHT))
    expect(reply).toMatch(
      /^Added: Email Pro: Storage upgrade\nThursday 19 November, 22:00 to 23:30 \(1 h 30 min\)\. Times are of Europe\/Paris\.\nIts id is \w{4}, for “maintenance change \w{4}” and “maintenance cancel \w{4}”\.$/u,
    )
    expect(await talk.known()).toMatchObject([
      {
        ...{ id: 'chat/v1', products: ['Email Pro'], title: 'Storage upgrade', zone: 'Europe/Paris', kind: 'planned' },
        ...{ start: '2026-11-19T21:00:00.000Z', end: '2026-11-19T22:30:00.000Z', state: 'scheduled' },
        ...{ impact: 'Slower mail.', announcedAt: NOW, history: [{ kind: 'added', source: 'chat', at: NOW }] },
      },
    ])
  })

  it('is one window when the same copy is sent twice, two when two copies say the same', async () => {
    await talk.send(RIGHT)
    await talk.send(RIGHT)
    expect(await talk.known()).toHaveLength(1)
    await talk.send(RIGHT, { copy: 'v2' })
    expect(await talk.known()).toHaveLength(2)
  })

  it('says that another source tells of the same', async () => {
    await talk.store.take({ source: 'status', reports: [report()] }, NOW)
    expect(replyOf(await talk.send(RIGHT))).toContain('It is taken for the same as one from status.')
    expect(await talk.known()).toHaveLength(1)
  })

  it('gives every error its place and keeps what was typed', async () => {
    const wrong = { ...RIGHT, products: [], title: ' ', until: 'a while', url: 'status page', impact: 'x'.repeat(301) }
    const form = formOf(await talk.send(wrong))
    expect(errorsOf(form)).toEqual({
      products: 'Pick at least one product.',
      title: 'Write a title of at most 150 characters.',
      until: 'Write how long it lasts, for example 2 h or 90 min, or when it ends, for example 23:30.',
      url: 'Write the whole address, beginning with https://.',
      impact: 'Write at most 300 characters.',
    })
    expect(valuesOf(form)).toMatchObject({ until: 'a while', url: 'status page', day: '2026-11-19' })
    expect(await talk.known()).toEqual([])
  })

  it.each([
    [{ zone: 'Paris' }, { zone: '“Paris” is no time zone. Did you mean Europe/Paris?' }],
    [{ day: '2026-11-15' }, { day: 'That is over already: pick a later day, or the state “Completed”.' }],
    [{ products: 'mainframe' }, { products: 'No loaded document covers “mainframe”.' }],
    [
      { day: '2027-03-28', time: '02:30' },
      { time: 'On 28 March 2027 clocks in Europe/Paris go forward from 02:00 to 03:00: there is no 02:30.' },
    ],
  ])('refuses %j', async (more, errors) => {
    expect(errorsOf(formOf(await talk.send({ ...RIGHT, ...more })))).toEqual(errors)
  })

  it('asks which one where a time comes twice, and only there', async () => {
    const twice = { ...RIGHT, day: '2027-10-31', time: '02:30' }
    const form = formOf(await talk.send(twice))
    expect(errorsOf(form).which).toMatch(/02:30 comes twice/u)
    expect(form.fields.find(({ name }) => name === 'which')).toMatchObject({
      options: [
        { value: 'first', label: 'The first 02:30 (UTC+02:00)' },
        { value: 'second', label: 'The second 02:30 (UTC+01:00)' },
      ],
    })
    await talk.send({ ...twice, which: 'second' })
    expect(await talk.known()).toMatchObject([{ start: '2027-10-31T01:30:00.000Z' }])
    expect(formOf(await talk.send({ ...RIGHT, title: '' })).fields.map(({ name }) => name)).not.toContain('which')
  })

  it('takes what is completed already, for the record', async () => {
    await talk.send({ ...RIGHT, day: '2026-11-15', state: 'completed' })
    expect(await talk.known()).toMatchObject([{ state: 'completed' }])
  })

  it('loses nothing when the store is down', async () => {
    talk.isDown = true
    const form = formOf(await talk.send(RIGHT))
    expect(Object.values(errorsOf(form))).toEqual(['The store cannot be reached.'])
    expect(valuesOf(form)).toMatchObject({ title: 'Storage upgrade' })
  })

  it('is a sentence with a button where no form opens by itself', async () => {
    expect(await talk.answer('maintenance add')).toMatchObject({ actions: [{ name: 'form', value: 'maintenance' }] })
  })
})
