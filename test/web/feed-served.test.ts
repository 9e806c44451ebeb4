// The address of a calendar through the whole program: `raci serve` over PostgreSQL, with a second replica's store
// beside it that subscribes, renews and unsubscribes.

import ical from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { report } from '../digest/windows.ts'
import { ready, type Served, serve } from '../slack/served.ts'
import { hasPostgres, openTestStore, type Place, postgres } from '../storage/engines.ts'
import { SUBSCRIPTION } from './digests-board.ts'

const HASH_KEY = 'a key that both replicas have, 32 bytes or more'

describe.skipIf(!hasPostgres)('the calendar of a served channel', () => {
  let place: Place
  let store: Awaited<ReturnType<typeof openTestStore>>
  let served: Served
  let url: string
  const ends: (() => void | Promise<void>)[] = []

  beforeAll(async () => {
    place = await postgres.place()
    store = await openTestStore(place, { hashKey: Buffer.from(HASH_KEY) })
    const environment = { DATABASE_URL: place.at.databaseUrl ?? '', HASH_KEY, TEAMS_DEVELOPMENT: '1', PORT: '0' }
    served = serve({ ...environment, PUBLIC_URL: 'https://raci.example.com', LOG_LEVEL: 'warn' }, ends)
    await ready(served)
    url = /http:\/\/127\.0\.0\.1:\d+/u.exec(served.said)?.[0] ?? ''
  }, 60_000)
  afterAll(async () => {
    for (const end of ends) await end()
    await store?.close()
    await place?.remove()
  })

  const asked = async (secret: string) => {
    const response = await fetch(`${url}/calendar/${secret}.ics`)
    return { status: response.status, text: await response.text() }
  }

  it('opens while the channel is subscribed and its secret is the newest', async () => {
    const secret = await store.feeds.secretOf(SUBSCRIPTION)
    expect((await asked(secret)).status).toBe(404)
    await store.subscriptions.subscribe(SUBSCRIPTION)
    const start = new Date(Date.now() + 86_400_000).toISOString()
    const window = report({ start, end: new Date(Date.parse(start) + 3_600_000).toISOString() })
    await store.maintenance.take({ source: 'status', reports: [window] }, new Date().toISOString())

    const opened = await asked(secret)
    expect(opened.status).toBe(200)
    const [event] = Object.values(ical.sync.parseICS(opened.text)).filter((one) => one?.type === 'VEVENT')
    expect(event).toMatchObject({ summary: 'Email Pro: Storage upgrade', status: 'CONFIRMED' })
    expect(opened.text.replaceAll('\r\n ', '')).toContain('https://raci.example.com/documents/email-pro#')

    const renewed = await store.feeds.renew(SUBSCRIPTION)
    expect([(await asked(secret)).status, (await asked(renewed)).status]).toEqual([404, 200])
    await store.subscriptions.unsubscribe(SUBSCRIPTION)
    expect((await asked(renewed)).status).toBe(404)
  })

  it('is nowhere in what the console or the log shows', async () => {
    const secret = await store.feeds.secretOf(SUBSCRIPTION)
    const [status, calendar] = await Promise.all(['/status', '/maintenance'].map((path) => fetch(url + path)))
    const shown = `${await status?.text()}${await calendar?.text()}${served.said}`
    expect(shown).toContain('<dt>Store</dt><dd>up</dd>')
    expect(shown).toContain('Storage upgrade')
    for (const hidden of [secret, SUBSCRIPTION.channel, SUBSCRIPTION.tenant, HASH_KEY])
      expect(shown).not.toContain(hidden)
  })
})
