import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Filled, Form, FormOutcome } from '../../src/conversation/form.ts'
import type { ActionCall } from '../../src/conversation/incoming.ts'
import { withMaintenance } from '../../src/conversation/maintenance.ts'
import { readMaintenanceCommand } from '../../src/conversation/maintenance-command.ts'
import { codesOf, windowsCalled } from '../../src/conversation/window-codes.ts'
import { AppError } from '../../src/errors.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import type { MaintenanceStore } from '../../src/ports/maintenance-store.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from '../digest/shipped.ts'
import { report, windowOf } from '../digest/windows.ts'

const inside = { knowledge: shipped, resolver: createResolver(shipped) }
const NOW = '2026-11-16T08:00:00.000Z'
const ADA = { platform: 'slack', tenant: 'T0', conversation: 'c', channel: 'C0', user: 'UADA' } as const
const BEN = { ...ADA, user: 'UBEN' }

let store: MemoryMaintenanceStore
let editors: readonly string[] | undefined
let digest: Pick<DigestSubscription, 'products' | 'zone'> | undefined
let isDown: boolean
beforeEach(() => {
  store = new MemoryMaintenanceStore()
  editors = ['uada']
  digest = undefined
  isDown = false
})

const reached = (): MaintenanceStore => {
  if (isDown) throw new AppError('store down', 'The store cannot be reached.')
  return store
}
const subscriptions = {
  subscribe: async () => undefined,
  unsubscribe: async () => false,
  subscriber: async () => undefined,
  all: async () => [],
  find: async () =>
    digest && {
      ...{ ...ADA, ...digest, time: '08:30', weekdays: [1], quiet: false, announceStates: true },
      since: NOW,
    },
}
const conversation = () =>
  withMaintenance(
    createConversation(inside),
    {
      maintenance: {
        take: async (...given) => reached().take(...given),
        since: async (from) => reached().since(from),
        standings: async () => [],
        stand: async () => undefined,
      },
      ...(editors ? { editors } : {}),
      subscriptions,
      zone: 'Europe/Paris',
      clock: { now: () => new Date(NOW) },
    },
    inside,
  )
const answer = (text: string, setting: typeof ADA | typeof BEN = ADA) => conversation().converse({ ...setting, text })
const say = async (text: string, setting: typeof ADA | typeof BEN = ADA) => renderText(await answer(text, setting))
const press = (action: ActionCall, setting: typeof ADA | typeof BEN = ADA) =>
  conversation().converse({ ...setting, action })
const RIGHT = {
  ...{ products: ['Email Pro'], title: 'Storage upgrade', day: '2026-11-19', time: '22:00', until: '90 min' },
  ...{ zone: 'Europe/Paris', kind: 'planned', state: 'scheduled', impact: 'Slower mail.', url: '' },
}
const send = (filled: Filled, more: { subject?: string; copy?: string } = {}, setting: typeof ADA | typeof BEN = ADA) =>
  conversation().submit({ ...setting, form: 'maintenance', copy: 'v1', filled, ...more })
const replyOf = (outcome: FormOutcome) => (outcome.kind === 'done' ? renderText(outcome.answer) : 'again')
const formOf = (outcome: FormOutcome): Form => {
  if (outcome.kind === 'done') throw new Error(renderText(outcome.answer))
  return outcome.form
}
const errorsOf = ({ fields }: Form) =>
  Object.fromEntries(fields.flatMap(({ name, error }) => (error ? [[name, error]] : [])))
const valuesOf = (form: Form | undefined) =>
  Object.fromEntries((form?.fields ?? []).map((field) => [field.name, 'values' in field ? field.values : field.value]))
const known = async () => store.since('2000-01-01T00:00:00.000Z')
const codeIn = (text: string) => /cancel (\w+)/u.exec(text)?.[1] ?? ''

describe('maintenance add', () => {
  it('opens a form with what the channel is about', async () => {
    digest = { products: ['OX Cloud'], zone: 'America/New_York' }
    const form = await conversation().form({ ...ADA, text: 'maintenance add' })
    expect(form).toMatchObject({ name: 'maintenance', title: 'Add maintenance', submit: 'Add' })
    expect(valuesOf(form)).toMatchObject({
      ...{ products: ['OX Cloud'], zone: 'America/New_York', day: '2026-11-16', kind: 'planned', state: 'scheduled' },
    })
    expect(valuesOf(await conversation().form({ ...ADA, text: 'maintenance add on emailpro' }))).toMatchObject({
      products: ['Email Pro'],
    })
  })

  it('keeps the window with its times in UTC, announced now, and says how to call it off', async () => {
    const reply = replyOf(await send(RIGHT))
    expect(reply).toMatch(
      /^Added: Email Pro: Storage upgrade\nThursday 19 November, 22:00 to 23:30 \(1 h 30 min\)\. Times are of Europe\/Paris\.\n“maintenance change \w{4}” and “maintenance cancel \w{4}” do what they say\.$/u,
    )
    expect(await known()).toMatchObject([
      {
        ...{ id: 'chat/v1', products: ['Email Pro'], title: 'Storage upgrade', zone: 'Europe/Paris', kind: 'planned' },
        ...{ start: '2026-11-19T21:00:00.000Z', end: '2026-11-19T22:30:00.000Z', state: 'scheduled' },
        ...{ impact: 'Slower mail.', announcedAt: NOW, history: [{ kind: 'added', source: 'chat', at: NOW }] },
      },
    ])
  })

  it('is one window when the same copy is sent twice, two when two copies say the same', async () => {
    await send(RIGHT)
    await send(RIGHT)
    expect(await known()).toHaveLength(1)
    await send(RIGHT, { copy: 'v2' })
    expect(await known()).toHaveLength(2)
  })

  it('says that another source tells of the same', async () => {
    await store.take({ source: 'status', reports: [report()] }, NOW)
    expect(replyOf(await send(RIGHT))).toContain('It is taken for the same as one from status.')
    expect(await known()).toHaveLength(1)
  })

  it('gives every error its place and keeps what was typed', async () => {
    const wrong = { ...RIGHT, products: [], title: ' ', until: 'a while', url: 'status page', impact: 'x'.repeat(301) }
    const form = formOf(await send(wrong))
    expect(errorsOf(form)).toEqual({
      products: 'Pick at least one product.',
      title: 'Write a title of at most 150 characters.',
      until: 'Write how long it lasts, for example 2 h or 90 min, or when it ends, for example 23:30.',
      url: 'Write the whole address, beginning with https://.',
      impact: 'Write at most 300 characters.',
    })
    expect(valuesOf(form)).toMatchObject({ until: 'a while', url: 'status page', day: '2026-11-19' })
    expect(await known()).toEqual([])
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
    expect(errorsOf(formOf(await send({ ...RIGHT, ...more })))).toEqual(errors)
  })

  it('asks which one where a time comes twice, and only there', async () => {
    const twice = { ...RIGHT, day: '2027-10-31', time: '02:30' }
    const form = formOf(await send(twice))
    expect(errorsOf(form).which).toMatch(/02:30 comes twice/u)
    expect(form.fields.find(({ name }) => name === 'which')).toMatchObject({
      options: [
        { value: 'first', label: 'The first 02:30 (UTC+02:00)' },
        { value: 'second', label: 'The second 02:30 (UTC+01:00)' },
      ],
    })
    await send({ ...twice, which: 'second' })
    expect(await known()).toMatchObject([{ start: '2027-10-31T01:30:00.000Z' }])
    expect(formOf(await send({ ...RIGHT, title: '' })).fields.map(({ name }) => name)).not.toContain('which')
  })

  it('takes what is completed already, for the record', async () => {
    await send({ ...RIGHT, day: '2026-11-15', state: 'completed' })
    expect(await known()).toMatchObject([{ state: 'completed' }])
  })

  it('loses nothing when the store is down', async () => {
    isDown = true
    const form = formOf(await send(RIGHT))
    expect(Object.values(errorsOf(form))).toEqual(['The store cannot be reached.'])
    expect(valuesOf(form)).toMatchObject({ title: 'Storage upgrade' })
  })

  it('is a sentence with a button where no form opens by itself', async () => {
    expect(await answer('maintenance add')).toMatchObject({ actions: [{ name: 'form', value: 'maintenance' }] })
  })
})

describe('who may', () => {
  it('nobody, until somebody is named: that is said in private, with whom to ask and one’s id', async () => {
    editors = undefined
    const refused = await answer('maintenance add')
    expect(refused.isPrivate).toBe(true)
    expect(renderText(refused)).toBe(
      'Nobody may change maintenance here yet.\nWhoever runs this bot names people or channels in MAINTENANCE_EDITORS. Your id is UADA.',
    )
    expect(await conversation().form({ ...ADA, text: 'maintenance add' })).toBeUndefined()
    expect(await say('maintenance list')).toContain('No maintenance of all products')
  })

  it.each(['maintenance add', 'maintenance change abcd', 'maintenance cancel abcd'])(
    'not who is not named: %s',
    async (text) => {
      expect(await say(text, BEN)).toContain('You are not among those who may change maintenance here.')
    },
  )

  it('asks again when the form is sent and when a button is pressed', async () => {
    expect(replyOf(await send(RIGHT, {}, BEN))).toContain('You are not among those')
    await send(RIGHT)
    const refused = await press({ name: 'confirm', value: 'cancel-maintenance chat/v1' }, BEN)
    expect(renderText(refused)).toContain('You are not among those')
    expect(await known()).toMatchObject([{ state: 'scheduled' }])
  })

  it.each([['c0'], ['everybody']])('everybody where %s is named', async (id) => {
    editors = [id]
    expect(await conversation().form({ ...BEN, text: 'maintenance add' })).toBeDefined()
  })
})

describe('maintenance list', () => {
  beforeEach(async () => {
    await send(RIGHT)
    await store.take(
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
    digest = { products: ['Email Pro'], zone: 'America/New_York' }
    const text = await say('maintenance', BEN)
    expect(text).toMatch(/^Maintenance of Email Pro\nTimes are of America\/New_York\.\n/u)
    expect(text).toContain('Email Pro: Storage upgrade\nThursday 19 November, 16:00 to 17:30 (1 h 30 min) · id ')
    expect(text).toMatch(/· id \w{4}, added in chat/u)
    expect(text).not.toContain('Certificates')
  })

  it('is of a named product, with where it comes from; what is over is left out', async () => {
    const text = await say('maintenance list oxcloud')
    expect(text).toContain('OX Cloud: Certificates')
    expect(text).toContain('in progress')
    expect(text).toMatch(/· id \w{4}, from status/u)
    expect(text).not.toContain('Done')
    expect(await say('maintenance list mainframe')).toBe('No loaded document covers “mainframe”.')
  })

  it('says so when there is nothing, and counts what is too much', async () => {
    expect(await say('maintenance list trusted exchange')).toBe(
      'No maintenance of Trusted Exchange is planned or under way.',
    )
    const many = Array.from({ length: 20 }, (_, at) => report({ key: `n${at}`, products: ['Trusted Exchange'] }))
    await store.take({ source: 'status', reports: many }, NOW)
    expect(await say('maintenance list trusted exchange')).toContain('And 5 more: name a product to see fewer.')
  })

  it('offers to add to those who may', async () => {
    expect((await answer('maintenance list')).actions).toMatchObject([{ name: 'form', label: 'Add maintenance' }])
    expect((await answer('maintenance list', BEN)).actions).toEqual([])
  })
})

describe('maintenance change', () => {
  it('opens the form as the window is, and moves the one window, with its history', async () => {
    const code = codeIn(replyOf(await send(RIGHT)))
    const form = await conversation().form({ ...ADA, text: `maintenance change ${code}` })
    expect(form).toMatchObject({ title: 'Change maintenance', submit: 'Save', subject: 'chat/v1' })
    expect(valuesOf(form)).toEqual({ ...RIGHT, until: '1 h 30 min' })
    const reply = replyOf(await send({ ...RIGHT, time: '23:00' }, { subject: 'chat/v1', copy: 'v9' }))
    expect(reply).toContain('Changed: Email Pro: Storage upgrade')
    expect(await known()).toMatchObject([
      { id: 'chat/v1', start: '2026-11-19T22:00:00.000Z', history: [{ kind: 'added' }, { kind: 'moved' }] },
    ])
  })

  it('completes it', async () => {
    await send(RIGHT)
    await send({ ...RIGHT, state: 'completed' }, { subject: 'chat/v1' })
    expect(await known()).toMatchObject([{ state: 'completed', history: [{ kind: 'added' }, { kind: 'completed' }] }])
    expect(replyOf(await send(RIGHT, { subject: 'chat/v1' }))).toContain('is completed already')
  })
})

describe('maintenance cancel', () => {
  it('asks back by name, in private; yes calls it off and keeps its history', async () => {
    const code = codeIn(replyOf(await send(RIGHT)))
    const asked = await answer(`maintenance cancel ${code}`)
    expect(asked.isPrivate).toBe(true)
    expect(renderText(asked)).toBe(
      'Cancel Email Pro: Storage upgrade?\nThursday 19 November, 22:00 to 23:30 (1 h 30 min). Times are of Europe/Paris.',
    )
    expect(asked.actions.map(({ label }) => label)).toEqual(['Cancel this maintenance', 'Keep it'])
    const [yes, no] = asked.actions
    expect(renderText(await press(no ?? { name: 'confirm', value: '' }))).toBe('Nothing was changed.')
    expect(await known()).toMatchObject([{ state: 'scheduled' }])
    expect(renderText(await press(yes ?? { name: 'confirm', value: '' }))).toMatch(/^Cancelled: Email Pro: Storage/u)
    expect(await known()).toMatchObject([{ state: 'cancelled', history: [{ kind: 'added' }, { kind: 'cancelled' }] }])
    expect(renderText(await press(yes ?? { name: 'confirm', value: '' }))).toContain('is cancelled already')
  })

  it('says what is wrong with the id', async () => {
    expect(await say('maintenance cancel')).toContain('Say which one.')
    expect(await say('maintenance cancel zzzz')).toContain('No maintenance has the id zzzz.')
  })

  it('leaves what other sources tell to them', async () => {
    await store.take({ source: 'status', reports: [report({ url: 'https://status.example.com/m1' })] }, NOW)
    const code = /id (\w+)/u.exec(await say('maintenance list'))?.[1]
    const text = await say(`maintenance cancel ${code}`)
    expect(text).toContain('was not added in chat: it comes from status.')
    expect(text).toContain('https://status.example.com/m1')
    expect(await conversation().form({ ...ADA, text: `maintenance change ${code}` })).toBeUndefined()
  })
})

describe('the rest of the conversation', () => {
  it('is as before, and the help says what more there is', async () => {
    expect(await say('who restores backups on email pro')).toContain('OVHcloud does it')
    expect(await say('help')).toContain('“maintenance” lists what is planned')
  })

  it('says where to go where nothing is kept', async () => {
    const { converse } = createConversation(inside)
    const typed = async (text: string) => renderText(await converse({ platform: 'cli', conversation: 'c', text }))
    expect(await typed('maintenance add')).toContain('say that in Slack or Teams')
    expect(await typed('raci digest status')).toContain('raci digest --dry-run')
    expect(await typed('maintenance')).not.toContain('say that in Slack or Teams')
  })
})

describe('what is no maintenance command', () => {
  it.each([
    'maintenance of email pro: who?',
    'maintenance cancel fees who pays',
    'who adds maintenance?',
    'maintenance list of customers: who?',
    'maintenance additions',
  ])('%s', (text) => {
    expect(readMaintenanceCommand(text)).toBeUndefined()
  })
})

describe('ids', () => {
  it('are short, and longer only where two would be the same', () => {
    const windows = Array.from({ length: 3_000 }, (_, at) => ({ ...windowOf(report()), id: `status/${at}` }))
    const codes = codesOf(windows)
    expect(new Set(codes.values()).size).toBe(windows.length)
    const lengths = [...codes.values()].map(({ length }) => length)
    expect(Math.min(...lengths)).toBe(4)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(7)
    const code = codes.get('status/7') ?? ''
    expect(windowsCalled(code.toUpperCase().replaceAll('0', 'O'), windows).map(({ id }) => id)).toEqual(['status/7'])
    expect(windowsCalled(code.slice(0, 2), windows)).toEqual([])
  })
})
