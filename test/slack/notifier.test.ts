import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patientFetch } from '../../adapters/slack/patient-fetch.ts'
import { createSlackNotifier } from '../../adapters/slack/slack-notifier.ts'
import type { Notifier } from '../../src/ports/notifier.ts'
import type { Channel } from '../../src/ports/place.ts'
import { digests } from '../digest/digests.ts'
import { body, type Reply, type SourceServer, startSourceServer, status } from '../sources/source-server.ts'
import { messageProblems } from './payload.ts'

const WHERE = { platform: 'slack', tenant: 'T0', channel: 'C0' } as const
const KEY = 'digest/slack/T0/C0/2026-11-18'
const SINCE = '2026-11-18T07:30:00.000Z'
const answer = digests['digest-ordinary']?.answer ?? { kind: 'list', blocks: [], actions: [], items: [] }

const clock = { now: () => new Date('2026-11-18T07:30:00.000Z') }
const waited: number[] = []
let slack: SourceServer
let sent: URLSearchParams
beforeAll(async () => {
  slack = await startSourceServer(status(500))
})
afterAll(() => slack.close())

const json = (said: object): Reply => body(JSON.stringify(said))
/** Answers after the whole request was read, and keeps it. */
const answering =
  (reply: Reply): Reply =>
  (request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    request.on('end', () => {
      sent = new URLSearchParams(text)
      reply(request, response)
    })
  }

function notifier(url = slack.url) {
  const fetch = patientFetch({ tries: 1, timeoutMs: 200 })
  const options = { slackApiUrl: `${url}/api/`, fetch, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }
  return createSlackNotifier({
    ...{ clientFor: async () => new WebClient('xoxb-test', options), clock, publicUrl: 'https://raci.example.com' },
    wait: async (ms) => {
      waited.push(ms)
    },
  })
}

describe('posting', () => {
  it('sends what Slack takes, with a key that nobody sees', async () => {
    slack.reply = answering(json({ ok: true, ts: '1.2' }))
    expect(await notifier().post(WHERE, answer, { key: KEY })).toEqual({ kind: 'posted', message: '1.2' })
    expect(sent.get('channel')).toBe('C0')
    expect(JSON.parse(sent.get('metadata') ?? '')).toEqual({ event_type: 'raci_digest', event_payload: { key: KEY } })
    const blocks: object[] = JSON.parse(sent.get('blocks') ?? '[]')
    expect(messageProblems({ text: sent.get('text'), blocks })).toEqual([])
    expect(sent.get('unfurl_links')).toBe('false')
  })

  it.each<readonly [string, Reply, string]>([
    ['an archived channel', json({ ok: false, error: 'is_archived' }), 'gone'],
    ['a channel that the app was removed from', json({ ok: false, error: 'not_in_channel' }), 'gone'],
    ['an app that was removed', json({ ok: false, error: 'account_inactive' }), 'gone'],
    ['403', status(403), 'gone'],
    ['404', status(404), 'gone'],
    ['a message that Slack refuses', json({ ok: false, error: 'invalid_blocks' }), 'refused'],
    ['too many messages', status(429, { 'retry-after': '600' }), 'refused'],
    ['500', status(500), 'unsure'],
    ['503', status(503), 'unsure'],
    ['a failure inside of Slack', json({ ok: false, error: 'internal_error' }), 'unsure'],
    ['a cut connection', (_, response) => void response.destroy(), 'unsure'],
    ['silence', () => undefined, 'unsure'],
  ])('%s: %#', async (_, reply, kind) => {
    slack.reply = answering(reply)
    expect(await notifier().post(WHERE, answer, { key: KEY })).toMatchObject({ kind })
  })

  it('is asked of nobody twice', async () => {
    slack.reply = answering(status(500))
    const before = slack.asked.length
    await notifier().post(WHERE, answer, { key: KEY })
    expect(slack.asked.length - before).toBe(1)
  })

  it('waits as long as Slack asks', async () => {
    slack.reply = answering(status(429, { 'retry-after': '600' }))
    expect(await notifier().post(WHERE, answer, { key: KEY })).toMatchObject({ retryAfterMs: 600_000 })
  })

  it('that never left this machine may be tried again', async () => {
    const closed = await startSourceServer(status(500))
    await closed.close()
    expect(await notifier(closed.url).post(WHERE, answer, { key: KEY })).toMatchObject({ kind: 'refused' })
  })

  it('where the app is not installed is refused', async () => {
    const clientFor = () => Promise.reject(new Error('not installed'))
    const homeless = createSlackNotifier({ clientFor, clock, wait: async () => {} })
    expect(await homeless.post(WHERE, answer, { key: KEY })).toEqual({ kind: 'refused', reason: 'not installed' })
  })
})

describe('looking for what may have arrived', () => {
  const message = (key: string) => ({ ts: '1.2', metadata: { event_type: 'raci_digest', event_payload: { key } } })
  it.each<readonly [string, Reply, object]>([
    ['it is there', json({ ok: true, messages: [{ ts: '1.1' }, message(KEY)] }), { kind: 'found', message: '1.2' }],
    [
      'another day’s is there',
      json({ ok: true, messages: [message('digest/slack/T0/C0/2026-11-17')] }),
      { kind: 'absent' },
    ],
    ['nothing is there', json({ ok: true, messages: [] }), { kind: 'absent' }],
    ['more is there than one page', json({ ok: true, messages: [], has_more: true }), { kind: 'unknown' }],
    ['no scope', json({ ok: false, error: 'missing_scope' }), { kind: 'unknown' }],
    ['500', status(500), { kind: 'later' }],
    ['a cut connection', (_, response) => void response.destroy(), { kind: 'later' }],
  ])('%s', async (_, reply, expected) => {
    slack.reply = answering(reply)
    expect(await notifier().find(WHERE, { key: KEY }, SINCE)).toMatchObject(expected)
  })

  it('looks from some minutes before it was sent, metadata included', async () => {
    slack.reply = answering(json({ ok: true, messages: [] }))
    await notifier().find(WHERE, { key: KEY }, SINCE)
    expect(Object.fromEntries(sent)).toMatchObject({
      oldest: '1794986880',
      include_all_metadata: 'true',
      channel: 'C0',
    })
  })
})

describe('the pace', () => {
  const where = (channel: string, tenant = 'T0') => ({ platform: 'slack', tenant, channel }) as const
  const taking = async (notifier: Notifier, ...channels: readonly Channel[]) => {
    waited.length = 0
    for (const channel of channels) await notifier.turn(channel)
    return [...waited]
  }

  it('is 240 posts a minute in a workspace, and about one a second in a channel', async () => {
    expect(await taking(notifier(), where('C1'), where('C2'), where('C3'))).toEqual([250, 500])
    expect(await taking(notifier(), where('C1'), where('C1'))).toEqual([1_100])
    expect(await taking(notifier(), where('C1', 'T1'), where('C1', 'T2'))).toEqual([])
  })

  it('rests as long as Slack asks, and sends nothing before', async () => {
    const slow = notifier()
    slack.reply = answering(status(429, { 'retry-after': '20' }))
    await slow.post(where('C1'), answer, { key: KEY })
    expect(await taking(slow, where('C2'), where('C2', 'T9'))).toEqual([20_000])
    slack.reply = answering(status(429, { 'retry-after': '600' }))
    await slow.post(where('C2'), answer, { key: KEY })
    const before = slack.asked.length
    expect(await taking(slow, where('C3'))).toEqual([])
    expect(await slow.post(where('C3'), answer, { key: KEY })).toMatchObject({ kind: 'refused', retryAfterMs: 600_000 })
    expect(slack.asked.length).toBe(before)
  })
})
