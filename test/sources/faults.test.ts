import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { icalendarSource } from '../../adapters/sources/icalendar-source.ts'
import { isPrivateAddress } from '../../adapters/sources/private-address.ts'
import type { SourceConfig } from '../../adapters/sources/source-config.ts'
import { statuspageSource } from '../../adapters/sources/statuspage-source.ts'
import { config, fixture } from './fixture.ts'
import { body, flood, type Reply, type SourceServer, startSourceServer, status } from './source-server.ts'

const NOW = '2026-11-16T08:00:00.000Z'
const PAGE = fixture('statuspage-upcoming.json')
const EMPTY = JSON.stringify({ page: {}, scheduled_maintenances: [] })
const CALENDAR = fixture('calendar.ics')
const LIMITS = { timeoutMs: 2_000 }

let server: SourceServer
let other: SourceServer
beforeAll(async () => {
  server = await startSourceServer(status(500))
  other = await startSourceServer(body(EMPTY))
})
afterAll(() => Promise.all([server.close(), other.close()]))

const statuspage = (given: Partial<SourceConfig> = {}, limits = LIMITS) =>
  statuspageSource(config({ url: server.url, ...given }), limits)
const calendar = (given: Partial<SourceConfig> = {}) =>
  icalendarSource(config({ type: 'icalendar', url: `${server.url}/a.ics`, ...given }), LIMITS)

describe('a status page', () => {
  it('is asked for what is coming, under way and latest; the fresher list counts', async () => {
    const active = PAGE.replaceAll('"status": "scheduled"', '"status": "in_progress"')
    server.reply = (request, response) => body(request.url?.endsWith('active.json') ? active : PAGE)(request, response)
    const before = server.asked.length
    const reading = await statuspage().read(NOW)
    expect(reading).toMatchObject({ kind: 'read', batch: { complete: { from: NOW } } })
    expect(reading).toMatchObject({ batch: { reports: [{ key: 'w1miz4mkxpkf', state: 'in progress' }] } })
    expect(
      server.asked
        .slice(before)
        .map(({ url }) => url)
        .toSorted(),
    ).toEqual([
      '/api/v2/components.json',
      '/api/v2/scheduled-maintenances.json',
      '/api/v2/scheduled-maintenances/active.json',
      '/api/v2/scheduled-maintenances/upcoming.json',
    ])
  })

  it('says that nothing changed only when no list did', async () => {
    const source = statuspage()
    server.reply = body(PAGE, 'application/json; charset=utf-8', '"v1"')
    expect((await source.read(NOW)).kind).toBe('read')
    expect(await source.read(NOW)).toEqual({ kind: 'unchanged' })
    server.reply = (request, response) =>
      body(PAGE, 'application/json', request.url?.endsWith('active.json') ? '"v2"' : '"v1"')(request, response)
    expect(await source.read(NOW)).toMatchObject({ kind: 'read', batch: { reports: [{ key: 'w1miz4mkxpkf' }] } })
  })

  it('that has a window nobody can read calls nothing off', async () => {
    server.reply = body(JSON.stringify({ page: {}, scheduled_maintenances: [{ id: 'x' }] }))
    const reading = await statuspage().read(NOW)
    expect(reading).toMatchObject({ kind: 'read', problems: [expect.stringContaining('window 1')] })
    expect(reading).not.toHaveProperty('batch.complete')
  })
})

describe('a calendar', () => {
  it('is read, and read again when it did not change: its range has', async () => {
    server.reply = body(CALENDAR, 'text/calendar; charset=utf-8', '"c1"')
    const source = calendar()
    const first = await source.read(NOW)
    expect(first).toMatchObject({ kind: 'read', batch: { source: 'web-cloud' } })
    expect(await source.read(NOW)).toEqual(first)
    expect(server.asked.at(-1)?.headers['if-none-match']).toBe('"c1"')
  })
})

describe('whatever goes wrong is said in half a sentence, and nothing is called off', () => {
  const redirect =
    (to: () => string): Reply =>
    (_, response) =>
      void response.writeHead(302, { location: to() }).end()
  const never: Reply = () => undefined
  const half: Reply = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
    response.write(PAGE.slice(0, 500), () => response.destroy())
  }
  it.each<readonly [string, Reply, string]>([
    ['500', status(500), 'answered 500'],
    ['404', status(404), 'answered 404'],
    ['304 to a first request', status(304), 'answered 304 to a first request'],
    ['20 MB', flood(20 * 1024 * 1024), 'answered with more than 5 MB'],
    ['a page for people', body('<html></html>', 'text/html'), 'answered with text/html, not application/json'],
    ['cut off between two bytes', half, 'could not be reached: ECONNRESET'],
    [
      'cut off, and called whole',
      body(PAGE.slice(0, 900)),
      'answered with something that is no list of maintenances, or only a part of it',
    ],
    ['a redirect to a private address', redirect(() => other.url), 'redirects to a private address'],
    [
      'a redirect to this machine by name',
      redirect(() => other.url.replace('127.0.0.1', 'localhost')),
      'redirects to a private address',
    ],
    [
      'a redirect to the cloud’s own data',
      redirect(() => 'http://169.254.169.254/latest'),
      'redirects to a private address',
    ],
    ['a redirect to a file', redirect(() => 'file:///etc/passwd'), 'redirects to a file: address'],
    ['a redirect to nowhere', redirect(() => 'http://'), 'redirects to nowhere'],
    ['redirects in a circle', redirect(() => `${server.url}/again`), 'redirects more than 3 times'],
  ])('%s', async (_, reply, reason) => {
    server.reply = reply
    expect(await statuspage().read(NOW)).toEqual({ kind: 'failed', reason })
  })

  it('silence', async () => {
    server.reply = never
    const reason = 'did not answer within 0.05 s'
    expect(await statuspage({}, { timeoutMs: 50 }).read(NOW)).toEqual({ kind: 'failed', reason })
  })

  it('a beginning, and then silence', async () => {
    server.reply = (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{')
    const reason = 'did not answer within 0.1 s'
    expect(await statuspage({}, { timeoutMs: 100 }).read(NOW)).toEqual({ kind: 'failed', reason })
  })

  it('nobody there', async () => {
    const reason = 'could not be reached: ECONNREFUSED'
    expect(await statuspage({ url: 'http://127.0.0.1:1' }).read(NOW)).toEqual({ kind: 'failed', reason })
  })

  it('too many requests: how long to wait is kept', async () => {
    server.reply = status(429, { 'retry-after': '120' })
    expect(await statuspage().read(NOW)).toEqual({ kind: 'failed', reason: 'answered 429', retryAfterMs: 120_000 })
  })

  it('a calendar that is cut off', async () => {
    server.reply = body(CALENDAR.slice(0, 900), 'text/calendar')
    const reason = 'answered with something that is no calendar, or only a part of one'
    expect(await calendar().read(NOW)).toEqual({ kind: 'failed', reason })
  })

  it('is over when the source is back, with what was known before as its version', async () => {
    const source = statuspage()
    server.reply = body(PAGE, 'application/json', '"v1"')
    await source.read(NOW)
    server.reply = status(503)
    expect((await source.read(NOW)).kind).toBe('failed')
    server.reply = body(PAGE, 'application/json', '"v1"')
    expect(await source.read(NOW)).toEqual({ kind: 'unchanged' })
  })
})

describe('redirects that are followed', () => {
  it('stay with the configured place', async () => {
    server.reply = (request, response) => {
      if (request.url?.startsWith('/moved')) body(EMPTY)(request, response)
      else response.writeHead(301, { location: '/moved' }).end()
    }
    expect((await statuspage().read(NOW)).kind).toBe('read')
  })

  it('lead inside where the operator allows it', async () => {
    server.reply = (_, response) => void response.writeHead(307, { location: other.url }).end()
    expect((await statuspage({ allowPrivateRedirects: true }).read(NOW)).kind).toBe('read')
  })
})

describe('addresses that are not on the public internet', () => {
  it.each(
    '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.31.0.1 192.168.1.1 224.0.0.1 255.255.255.255 :: ::1 [::1] ::ffff:10.0.0.1 ::ffff:127.0.0.1 64:ff9b::a00:1 fc00::1 fd12::1 fe80::1 ff02::1 no-address'.split(
      ' ',
    ),
  )('%s', (address) => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])(
    'but %s is',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false)
    },
  )
})
