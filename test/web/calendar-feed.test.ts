import { get, type IncomingMessage } from 'node:http'
import ical, { type VEvent } from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../adapters/http/listen.ts'
import { writeCalendar } from '../../adapters/web/calendar-feed.ts'
import { maintenanceRows } from '../../src/conversation/maintenance-rows.ts'
import type { MaintenanceWindow } from '../../src/domain/maintenance.ts'
import type { Channel } from '../../src/ports/place.ts'
import { report, windowsOf } from '../digest/windows.ts'
import { boardOf } from './board.ts'
import { CALENDAR } from './calendars.ts'
import { startConsole } from './console.ts'
import { digestsOf, SUBSCRIPTION } from './digests-board.ts'
import { shippedInside } from './shipped.ts'

const inside = await shippedInside()
const written = (windows: readonly MaintenanceWindow[], products: readonly string[] = []) =>
  writeCalendar({
    windows,
    products,
    rowsOf: (product, title) => maintenanceRows(product, inside, title),
    publicUrl: 'https://raci.example.com',
  })
const eventsIn = (text: string) =>
  Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT')
const windows = windowsOf(...CALENDAR)
const eventOf = (title: string, text = written(windows)) => {
  const found = eventsIn(text).find(({ summary }) => String(summary).includes(title))
  if (!found) throw new Error(`no event ${title}`)
  return found
}

describe('the calendar, read back', () => {
  it('has every window of the channel’s products, and no other', () => {
    const titles = eventsIn(written(windows, ['OX Cloud'])).map(({ summary }) => summary)
    expect(titles.toSorted()).toEqual(['OX Cloud: Middleware update', 'OX Cloud: Security fix (emergency)'])
    expect(eventsIn(written(windows))).toHaveLength(windows.length)
  })

  it('tells times in UTC, where it is told, what people notice and who does it, with the row', () => {
    const event = eventOf('Storage upgrade')
    expect([event.start.toISOString(), event.end?.toISOString()]).toEqual([
      '2026-11-19T21:00:00.000Z',
      '2026-11-19T22:30:00.000Z',
    ])
    expect(event).toMatchObject({
      status: 'CONFIRMED',
      transparency: 'TRANSPARENT',
      categories: ['Email Pro'],
      url: { val: 'https://status.example.com/incidents/m1' },
    })
    expect(event.description).toMatchInlineSnapshot(`
      "State: scheduled
      Impact: Mailboxes are read only for about 10 minutes, one at a time.
      Email Pro: OVHcloud does it (R, A): “Plan and deploy updates and patches on Exchange service, OS, and software in support of the service”
      https://raci.example.com/documents/email-pro#3-2-2-changes/plan-and-deploy-updates-and-patches-on-exchange-service-os-and-software-in
      Announced: 2026-11-16 08:00 UTC
      Told by: status https://status.example.com/incidents/m1 and calendar https://calendar.example.com/c1"
    `)
  })

  it('keeps the identity of a window through every change, and counts the changes', () => {
    const planned = eventOf('Cumulative update', written(windowsOf(...CALENDAR.slice(0, 2))))
    const moved = eventOf('Cumulative update')
    expect(moved.uid).toBe(planned.uid)
    expect([planned.sequence, moved.sequence].map(Number)).toEqual([0, 1])
    expect(moved.start.toISOString()).toBe('2026-11-25T21:00:00.000Z')
    expect(moved.lastmodified).toEqual(moved.dtstamp)
    expect(moved.lastmodified?.getTime()).toBeGreaterThan(planned.lastmodified?.getTime() ?? 0)
  })

  it('says that a window was called off', () => {
    expect(eventOf('Router replacement')).toMatchObject({ status: 'CANCELLED', sequence: 1 })
  })

  it('folds at 75 octets, ends lines with CRLF, and keeps strangers’ words apart from its own', () => {
    const hostile = 'Ümläut; comma, back\\slash "quoted" 😀\r\nBEGIN:VALARM\u0007'.repeat(3)
    const text = written(windowsOf(report({ title: hostile, impact: hostile, url: 'https://example.com/a?b=1,2;3' })))
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
    expect(text.match(/^BEGIN:/gmu)).toHaveLength(2)
    const [event] = eventsIn(text)
    expect(event?.summary).toContain('Ümläut; comma, back\\slash "quoted" 😀')
    expect(event?.url).toMatchObject({ val: 'https://example.com/a?b=1%2C2%3B3' })
  })

  it('gives a window without length no end', () => {
    const text = written(windowsOf(report({ end: '2026-11-19T21:00:00.000Z' })))
    expect(text).not.toContain('DTEND')
    expect(eventsIn(text)[0]?.start.toISOString()).toBe('2026-11-19T21:00:00.000Z')
  })

  it('is the same text for the same windows, whatever their order', () => {
    expect(written(windows.toReversed())).toBe(written(windows))
  })
})

describe('its address', () => {
  const SECRET = 's'.repeat(43)
  let opened: Listening
  beforeAll(async () => {
    const channelOf = async (secret: string): Promise<Channel | undefined> =>
      secret === SECRET ? SUBSCRIPTION : secret === 'unsubscribed' ? { ...SUBSCRIPTION, channel: 'C9' } : undefined
    opened = await startConsole(inside, await boardOf(CALENDAR, [], { digests: digestsOf({ channelOf }) }))
  })
  afterAll(() => opened.close())

  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<IncomingMessage>((resolve) => get(opened.url + path, { headers }, resolve))

  it('opens the channel’s calendar to whoever has it, and tells programs and proxies how long to keep it', async () => {
    const response = await fetch(`${opened.url}/calendar/${SECRET}.ics`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, max-age=300')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    const titles = eventsIn(await response.text()).map(({ categories }) => categories)
    expect(new Set(titles.flat())).toEqual(new Set(['Email Pro', 'Trusted Exchange']))
  })

  it('answers 304 to who has it already', async () => {
    const { etag = '' } = (await ask(`/calendar/${SECRET}.ics`)).headers
    const again = await ask(`/calendar/${SECRET}.ics`, { 'If-None-Match': etag })
    expect(again.statusCode).toBe(304)
  })

  it.each(['x'.repeat(43), 's'.repeat(42), `${'s'.repeat(43)}.ics`, 'unsubscribed', '..%2F..%2Fetc%2Fpasswd', '%00'])(
    'is not told from any other address by who does not have it: %s',
    async (secret) => {
      const [wrong, nowhere] = await Promise.all([
        fetch(`${opened.url}/calendar/${secret}.ics`),
        fetch(`${opened.url}/nowhere`),
      ])
      const body = async (response: Response) => (await response.text()).replaceAll(/[0-9a-f-]{36}/gu, '')
      expect([wrong.status, await body(wrong)]).toEqual([404, await body(nowhere)])
    },
  )

  it('does not exist where no platform is served', async () => {
    const alone = await startConsole(inside)
    expect((await fetch(`${alone.url}/calendar/${SECRET}.ics`)).status).toBe(404)
    await alone.close()
  })
})
