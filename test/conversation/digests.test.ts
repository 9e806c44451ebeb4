import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import { readDigestCommand } from '../../src/conversation/digest-command.ts'
import { withDigests } from '../../src/conversation/digests.ts'
import type { Filled, Form } from '../../src/conversation/form.ts'
import { AppError } from '../../src/errors.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../../src/ports/digest-subscription-store.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from '../digest/shipped.ts'

const inside = { knowledge: shipped, resolver: createResolver(shipped) }
const NOW = '2026-11-18T08:00:00.000Z'
let kept: DigestSubscription | undefined
let isDown = false
let isPosted = true
let secrets = 1
beforeEach(() => {
  kept = undefined
  isDown = false
  isPosted = true
  secrets = 1
})

const reached = <T>(value: T): Promise<T> =>
  isDown ? Promise.reject(new AppError('store down', 'The store cannot be reached.')) : Promise.resolve(value)
const subscriptions: DigestSubscriptionStore = {
  subscribe: async (subscription) => {
    await reached(undefined)
    kept = subscription
  },
  find: () => reached(kept),
  subscriber: () => reached(undefined),
  unsubscribe: async () => {
    const was = (await reached(kept)) !== undefined
    kept = undefined
    return was
  },
  all: () => reached(kept ? [kept] : []),
}
const previewed: Answer = { kind: 'list', blocks: [{ type: 'sentence', text: 'Maintenance' }], actions: [], items: [] }
const conversation = withDigests(
  createConversation(inside),
  {
    subscriptions,
    calendars: ['France'],
    isPostedOn: () => isPosted,
    zone: 'Europe/Paris',
    calendarAddresses: {
      of: async () => `https://raci.example.com/calendar/${secrets}.ics`,
      renew: async () => `https://raci.example.com/calendar/${++secrets}.ics`,
    },
    clock: { now: () => new Date(NOW) },
    preview: async ({ products }) => ({
      ...previewed,
      blocks: [{ type: 'sentence', text: `Of ${products.join(', ')}` }],
    }),
  },
  inside,
)
const say = async (text: string, channel: string | undefined = 'C0') => {
  const setting = { platform: 'slack', tenant: 'T0', conversation: 'c', ...(channel ? { channel } : {}) } as const
  return renderText(await conversation.converse({ ...setting, text }))
}

describe('digest on', () => {
  it.each([
    [
      'digest on 08:30 Europe/Paris email pro, trusted exchange',
      ['Email Pro', 'Trusted Exchange'],
      '08:30',
      'Europe/Paris',
    ],
    ['/digest on at 7:05 America/New_York emailpro', ['Email Pro'], '07:05', 'America/New_York'],
    ['digest on Asia/Tokyo', [], '08:30', 'Asia/Tokyo'],
    ['digest on email pro and ox cloud 9h15 UTC', ['Email Pro', 'OX Cloud'], '09:15', 'UTC'],
  ])('%s', async (text, products, time, zone) => {
    await say(text)
    expect(kept).toMatchObject({ platform: 'slack', tenant: 'T0', channel: 'C0', products, zone, since: NOW })
    expect(kept?.time).toBe(time)
  })

  it('says what was understood', async () => {
    expect(await say('digest on 08:30 Europe/Paris quiet email pro holidays France')).toContain(
      'The maintenance of Email Pro is posted here at 08:30 (Europe/Paris), Monday to Friday, not on holidays of France.\nDays without maintenance are left in peace. In its thread: a line when one begins and when it is completed.',
    )
    expect(kept).toMatchObject({ calendar: 'France', quiet: true, weekdays: [1, 2, 3, 4, 5] })
  })

  it.each<[string, Partial<DigestSubscription>]>([
    [
      'weekdays quiet reminder 30',
      { weekdays: [1, 2, 3, 4, 5], quiet: true, reminderMinutes: 30, announceStates: true },
    ],
    ['every day no updates', { weekdays: [1, 2, 3, 4, 5, 6, 7], quiet: false, announceStates: false }],
    ['Monday to Thursday', { weekdays: [1, 2, 3, 4] }],
    ['sat to mon', { weekdays: [1, 6, 7] }],
    ['on Tuesdays and Fridays, reminder 15 minutes before', { weekdays: [2, 5], reminderMinutes: 15 }],
    ['mon, wed, fri holidays of France', { weekdays: [1, 3, 5], calendar: 'France' }],
  ])('understands “%s”', async (how, wanted) => {
    await say(`digest on 08:30 Europe/Paris email pro, trusted exchange ${how}`)
    expect(kept).toMatchObject({ products: ['Email Pro', 'Trusted Exchange'], ...wanted })
  })

  it('is of the channel’s product where its name says one, unless all are wanted', async () => {
    const named = {
      platform: 'slack',
      tenant: 'T0',
      conversation: 'c',
      channel: 'C0',
      channelName: 'ops-email-pro',
    } as const
    await conversation.converse({ ...named, text: 'digest on Europe/Paris' })
    expect(kept?.products).toEqual(['Email Pro'])
    const form = await conversation.form({ ...named, channel: 'C0', text: 'digest' })
    expect(form?.fields[0]).toMatchObject({ name: 'products', values: ['Email Pro'] })
    await conversation.converse({ ...named, text: 'digest on all products Europe/Paris every day' })
    expect(kept).toMatchObject({ products: [], weekdays: [1, 2, 3, 4, 5, 6, 7] })
  })

  it('keeps no reminder where none is wanted', async () => {
    await say('digest on Europe/Paris reminder off')
    expect(kept).not.toHaveProperty('reminderMinutes')
  })

  it('takes the zone in any case, and names the one that was perhaps meant', async () => {
    await say('digest on europe/paris')
    expect(kept?.zone).toBe('Europe/Paris')
    expect(await say('digest on Europe/Pari')).toContain('Did you mean Europe/Paris?')
  })

  it('does not pretend where nothing can be posted', async () => {
    isPosted = false
    expect(await say('digest on 08:30 Europe/Paris')).toBe('Digests cannot be posted here: nothing was changed.')
    expect(await say('digest')).toContain('Digests cannot be posted here')
    expect(kept).toBeUndefined()
  })

  it.each([
    ['a reminder that is none', 'digest on Europe/Paris reminder 20', 'A reminder comes 15, 30 or 60 minutes before'],
    ['no zone', 'digest on 08:30 email pro', 'Say whose clock the time is of'],
    ['a zone that is none', 'digest on 08:30 Europe/Atlantis email pro', '“Europe/Atlantis” is no time zone'],
    ['a product that is none', 'digest on 08:30 Europe/Paris mainframe', 'No loaded document covers “mainframe”'],
    [
      'a calendar that is none',
      'digest on Europe/Paris holidays Mars',
      'There is no calendar of holidays “Mars”. There is France.',
    ],
  ])('refuses %s and changes nothing', async (_, text, words) => {
    expect(await say(text)).toContain(words)
    expect(kept).toBeUndefined()
  })
})

describe('digest calendar', () => {
  const address = (secret: number) => `https://raci.example.com/calendar/${secret}.ics`

  it('is told to the one who asks alone, and with the status', async () => {
    await say('digest on 08:30 Europe/Paris email pro')
    expect(await say('digest calendar')).toContain(address(1))
    expect(await say('digest status')).toContain(`As a calendar: ${address(1)}`)
    const setting = { platform: 'slack', tenant: 'T0', conversation: 'c', channel: 'C0' } as const
    expect((await conversation.converse({ ...setting, text: 'digest calendar' })).isPrivate).toBe(true)
    expect((await conversation.converse({ ...setting, text: 'digest status' })).isPrivate).toBe(true)
  })

  it('gets another address when asked, and says that the one before is shut', async () => {
    await say('digest on 08:30 Europe/Paris email pro')
    const told = await say('digest calendar new')
    expect(told).toContain(address(2))
    expect(told).toContain('The one before opens nothing any more.')
  })

  it('is of nothing where no digest is posted', async () => {
    expect(await say('digest calendar new')).toContain('so there is no calendar of it')
    expect(secrets).toBe(1)
  })
})

describe('digest off, status, preview', () => {
  it('tell how it is, before and after', async () => {
    expect(await say('digest status')).toContain('No maintenance digest is posted here.')
    expect(await say('digest off')).toContain('No maintenance digest was posted here.')
    await say('digest on 08:30 Europe/Paris email pro')
    expect(await say('digest status')).toContain('The maintenance of Email Pro is posted here at 08:30')
    expect(await say('digest preview')).toBe('Of Email Pro')
    expect(await say('digest off')).toContain('No maintenance digest is posted here any more.')
    expect(kept).toBeUndefined()
  })

  it('preview is of everything where nobody subscribed', async () => {
    expect(await say('digest preview')).toBe('Of ')
  })

  it('explain themselves', async () => {
    expect(await say('digest')).toContain('digest on 08:30 Europe/Paris email pro, trusted exchange')
  })

  it('understand every word that the help names', async () => {
    const help = await say('digest help')
    const lines = help.split('\n').filter((line) => line.startsWith('- '))
    const words = lines.flatMap((line) =>
      [...line.replace(/:.*$/u, '').matchAll(/“([^”]+)”/gu)].map(([, word]) => word),
    )
    expect(words).toHaveLength(9)
    for (const word of words) {
      kept = undefined
      await say(`digest on 08:30 Europe/Paris email pro ${word}`)
      expect(kept, word).toMatchObject({ products: ['Email Pro'], zone: 'Europe/Paris' })
    }
  })

  it('say that the store is down', async () => {
    isDown = true
    expect(await say('digest status')).toBe('The store cannot be reached.')
  })
})

describe('the form', () => {
  const setting = { platform: 'slack', tenant: 'T0', conversation: 'c', channel: 'C0', user: 'U0' } as const
  const open = async (text = 'digest') => conversation.form({ ...setting, text })
  const send = (filled: Filled) => conversation.submit({ ...setting, form: 'digest', copy: 'v1', filled })
  const right = { time: '08:30', zone: 'Europe/Paris', products: ['Email Pro'], days: ['1', '3'], nothing: 'quiet' }
  const errorsOf = ({ fields }: Form) =>
    Object.fromEntries(fields.flatMap(({ name, error }) => (error ? [[name, error]] : [])))
  const valuesOf = (form: Form | undefined) =>
    Object.fromEntries(
      (form?.fields ?? []).map((field) => [field.name, 'values' in field ? field.values : field.value]),
    )

  it.each(['digest', 'digest on', '/digest form'])('%s opens it as channels usually want it', async (text) => {
    expect(valuesOf(await open(text))).toEqual({
      ...{ time: '08:30', zone: 'Europe/Paris', products: [], days: ['1', '2', '3', '4', '5'], nothing: 'post' },
      ...{ reminder: '0', updates: ['yes'], holidays: '*' },
    })
  })

  it('opens as the channel has it, by its button too', async () => {
    await say('digest on 09:15 America/New_York ox cloud every day quiet reminder 60 no updates holidays France')
    const form = await conversation.form({ ...setting, action: { name: 'form', value: 'digest' } })
    expect(form?.submit).toBe('Save')
    expect(valuesOf(form)).toEqual({
      ...{ time: '09:15', zone: 'America/New_York', products: ['OX Cloud'], days: ['1', '2', '3', '4', '5', '6', '7'] },
      ...{ nothing: 'quiet', reminder: '60', updates: [], holidays: 'France' },
    })
  })

  it('is not opened by what is typed in full, nor where nothing can be posted or kept', async () => {
    expect(await open('digest on 08:30 Europe/Paris')).toBeUndefined()
    expect(await open('who restores backups')).toBeUndefined()
    isDown = true
    expect(await open()).toBeUndefined()
    isDown = false
    isPosted = false
    expect(await open()).toBeUndefined()
  })

  it('subscribes as it was filled in', async () => {
    const sent = await send({ ...right, reminder: '30', updates: [], holidays: 'France' })
    expect(sent).toMatchObject({ kind: 'done' })
    expect(kept).toEqual({
      ...{ platform: 'slack', tenant: 'T0', channel: 'C0', products: ['Email Pro'], time: '08:30' },
      ...{ zone: 'Europe/Paris', weekdays: [1, 3], quiet: true, announceStates: false, reminderMinutes: 30 },
      ...{ calendar: 'France', since: NOW },
    })
  })

  it('comes again with every error in its place and all that was typed', async () => {
    const sent = await send({ ...right, time: '8.30 pm', zone: 'Pariss', products: 'mainframe', days: [] })
    if (sent.kind !== 'again') throw new Error('it was taken')
    expect(errorsOf(sent.form)).toEqual({
      time: 'Write the time as 08:30.',
      zone: '“Pariss” is no time zone. Did you mean Europe/Paris?',
      products: 'No loaded document covers “mainframe”.',
      days: 'Pick at least one day.',
    })
    expect(valuesOf(sent.form)).toMatchObject({ time: '8.30 pm', zone: 'Pariss', nothing: 'quiet' })
    expect(kept).toBeUndefined()
  })

  it('loses nothing when the store is down', async () => {
    isDown = true
    const sent = await send(right)
    if (sent.kind !== 'again') throw new Error('it was taken')
    expect(Object.values(errorsOf(sent.form))).toEqual(['The store cannot be reached.'])
    expect(valuesOf(sent.form)).toMatchObject({ days: ['1', '3'], products: ['Email Pro'] })
  })
})

describe('what is no digest command', () => {
  it.each(['digest emails of customers: who?', 'who sends the digest?', 'digest on-call duties'])('%s', (text) => {
    expect(readDigestCommand(text)).toBeUndefined()
  })

  it('goes on to the conversation; outside of a channel everything does', async () => {
    expect(await say('who restores backups on email pro')).toContain('Email Pro')
    await say('digest on 08:30 Europe/Paris', '')
    expect(kept).toBeUndefined()
  })
})
