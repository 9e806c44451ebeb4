import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import { readDigestCommand } from '../../src/conversation/digest-command.ts'
import { withDigests } from '../../src/conversation/digests.ts'
import { AppError } from '../../src/errors.ts'
import type { DigestSubscription, DigestSubscriptionStore } from '../../src/ports/digest-subscription-store.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from '../digest/shipped.ts'

const inside = { knowledge: shipped, resolver: createResolver(shipped) }
const NOW = '2026-11-18T08:00:00.000Z'
let kept: DigestSubscription | undefined
let isDown = false
beforeEach(() => {
  kept = undefined
  isDown = false
})

const reached = <T>(value: T): Promise<T> =>
  isDown ? Promise.reject(new AppError('store down', 'The store cannot be reached.')) : Promise.resolve(value)
const subscriptions: DigestSubscriptionStore = {
  subscribe: async (subscription) => {
    await reached(undefined)
    kept = subscription
  },
  find: () => reached(kept),
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
      'This channel gets the maintenance of Email Pro at 08:30 (Europe/Paris), Monday to Friday, not on holidays of France. Days without maintenance are left in peace.',
    )
    expect(kept).toMatchObject({ calendar: 'France', quiet: true, weekdays: [1, 2, 3, 4, 5] })
  })

  it.each([
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

describe('digest off, status, preview', () => {
  it('tell how it is, before and after', async () => {
    expect(await say('digest status')).toContain('This channel gets no maintenance digest.')
    expect(await say('digest off')).toContain('This channel got no digest.')
    await say('digest on 08:30 Europe/Paris email pro')
    expect(await say('digest status')).toContain('the maintenance of Email Pro at 08:30')
    expect(await say('digest preview')).toBe('Of Email Pro')
    expect(await say('digest off')).toContain('gets no maintenance digest any more')
    expect(kept).toBeUndefined()
  })

  it('preview is of everything where nobody subscribed', async () => {
    expect(await say('digest preview')).toBe('Of ')
  })

  it('explain themselves', async () => {
    expect(await say('digest')).toContain('digest on 08:30 Europe/Paris email pro, trusted exchange')
  })

  it('say that the store is down', async () => {
    isDown = true
    expect(await say('digest status')).toBe('The store cannot be reached.')
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
