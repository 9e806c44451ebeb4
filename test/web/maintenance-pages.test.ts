import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../adapters/http/listen.ts'
import type { MaintenanceReport } from '../../src/domain/maintenance.ts'
import { AppError } from '../../src/errors.ts'
import type { SourceStanding } from '../../src/ports/maintenance-store.ts'
import { report } from '../digest/windows.ts'
import { expectGolden } from '../golden.ts'
import { boardOf } from './board.ts'
import { CALENDAR } from './calendars.ts'
import { startConsole } from './console.ts'
import { digestsOf, STATUS, SUBSCRIPTION } from './digests-board.ts'
import { shippedInside } from './shipped.ts'

const STANDINGS: readonly SourceStanding[] = [
  { source: 'knowledge', reachedAt: '2026-11-18T07:28:00.000Z', failures: 0 },
  {
    ...{ source: 'status', reachedAt: '2026-11-18T05:10:00.000Z', failedAt: '2026-11-18T07:10:00.000Z' },
    ...{ failures: 3, reason: 'answered 500', retryAt: '2026-11-18T07:45:00.000Z' },
  },
  { source: 'no-longer', failures: 9, reason: 'answered 404' },
]
const HOSTILE = `"><script>alert('x')</script><img src=x onerror=alert(1)>`

const inside = await shippedInside()
let opened: Listening & { readonly failures: readonly unknown[] }
const serve = async (...given: Parameters<typeof boardOf>) => {
  opened = await startConsole(inside, await boardOf(...given))
}
const page = async (path: string) => {
  const response = await fetch(opened.url + path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
const mainOf = (markup: string) => /<main[^>]*>\n(?<main>.*)<\/main>/su.exec(markup)?.groups?.main ?? ''
const closed = async () => {
  expect(opened.failures).toEqual([])
  await opened.close()
}

describe('the calendar', () => {
  beforeAll(() => serve(CALENDAR, STANDINGS))
  afterAll(closed)

  it('shows the weeks, every window with who does it, what changed, and the sources', async () => {
    const markup = mainOf(await page('/maintenance?zone=Europe/Paris'))
    expectGolden('maintenance.html', markup.replace(/<label>Time zone.*?<\/label>/su, '<label>Time zone</label>'))
  })

  it('is on the reader’s clock: days, times and bars', async () => {
    const [paris, kiritimati] = await Promise.all([
      page('/maintenance?zone=Europe/Paris'),
      page('/maintenance?zone=Pacific/Kiritimati'),
    ])
    expect(paris).toContain('>Thursday 19 November, 22:00</time>')
    expect(kiritimati).toContain('>Friday 20 November, 11:00</time>')
    expect(kiritimati).toContain('datetime="2026-11-19T21:00:00.000Z"')
    const barOf = (markup: string) =>
      /Storage upgrade<.*?<rect class="span[^"]*" x="(?<x>[\d.]+)%"/su.exec(markup)?.groups?.x
    // Thursday at 22:00, and Friday at 11:00, in parts of the week.
    expect(Number(barOf(paris))).toBeCloseTo(((3 + 22 / 24) / 7) * 100, 1)
    expect(Number(barOf(kiritimati))).toBeCloseTo(((4 + 11 / 24) / 7) * 100, 1)
  })

  it.each(['', '?zone=', '?zone=Mars/Base', '?zone=%3Cscript%3E', '?zone=a&zone=b', '?zone=%E0%A4%A'])(
    'is in UTC where the zone is none: %j',
    async (query) => {
      const markup = await page(`/maintenance${query}`)
      expect(markup).toContain('Times are of UTC.')
      expect(markup).toContain('<option value="UTC" selected>UTC</option>')
    },
  )

  it('is narrowed to a product, and keeps the choice in the form', async () => {
    const markup = await page('/maintenance?product=OX+Cloud&zone=UTC')
    expect(markup).toContain('Middleware update')
    expect(markup).not.toContain('Storage upgrade')
    expect(markup).toContain('<option value="OX Cloud" selected>OX Cloud</option>')
    expect(await page('/maintenance?product=Nutanix')).toContain('Storage upgrade')
  })

  it('says which source cannot be read and since when; of one that is configured no more, nothing', async () => {
    const markup = await page('/maintenance?zone=Europe/Paris')
    expect(markup).toContain(
      '<p class="outage" role="status">status not reached since Wednesday 18 November, 06:10 (answered 500); showing what was known then.</p>',
    )
    expect(markup).not.toContain('no-longer')
  })

  it('permits its own script, and no other page permits any', async () => {
    const policy = async (path: string) => (await fetch(opened.url + path)).headers.get('content-security-policy')
    expect(await policy('/maintenance')).toMatch(/default-src 'none';.*;script-src 'self'$/u)
    for (const path of ['/', '/products', '/status', '/nowhere']) expect(await policy(path)).not.toContain('script-src')
    const markup = await page('/maintenance')
    expect(markup.match(/<script[^>]*>/gu)).toEqual([
      expect.stringMatching(/^<script src="\/assets\/zone\.js\?v=\w+">$/u),
    ])
    const address = /src="(\/assets\/zone[^"]+)"/u.exec(markup)?.[1] ?? ''
    expect((await fetch(opened.url + address)).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })
})

describe('a calendar with strangers’ words', () => {
  const hostile = (given: Partial<MaintenanceReport>) =>
    report({ title: HOSTILE, impact: HOSTILE, source: HOSTILE, products: [HOSTILE], ...given })
  beforeAll(() => serve([hostile({ key: `a b"'<>#/%00` }), hostile({ key: 'x', title: 'y'.repeat(5000) })], []))
  afterAll(closed)

  it('shows them as words', async () => {
    const markup = await page('/maintenance')
    expect(markup).toContain('&lt;script&gt;alert(&#39;x&#39;)')
    expect(mainOf(markup)).not.toMatch(/<(?:script|img|iframe|object|style|base)\b/iu)
    expect(markup.replaceAll(/"[^"]*"/gu, '').match(/<[a-z][^>]*\s(?:on\w+|style)=/iu)).toBeNull()
  })

  it('has an address for every window that its bar leads to', async () => {
    const markup = await page('/maintenance')
    const ids = [...markup.matchAll(/<li class="window" id="([^"]*)"/gu)].map(([, id]) => id)
    const links = [...markup.matchAll(/class="row-label"><a href="#([^"]*)"/gu)].map(([, to]) => to)
    expect(ids).toHaveLength(2)
    expect(new Set(links)).toEqual(new Set(ids))
  })
})

describe('a calendar without windows', () => {
  afterAll(closed)

  it('says how windows come in', async () => {
    await serve()
    const markup = await page('/maintenance')
    expect(markup).toContain('<code>MAINTENANCE_SOURCES</code>')
    expect(markup).toContain('<code>knowledge/maintenance/*.yaml</code>')
    expect(markup).not.toContain('<select')
  })
})

describe('many windows', () => {
  afterAll(closed)

  it('are counted where there are too many to read', async () => {
    const many = Array.from({ length: 250 }, (_, at) => report({ key: `m${at}`, title: `Batch ${at}` }))
    await serve(many)
    const markup = await page('/maintenance?zone=UTC')
    expect(markup.match(/<li class="window"/gu)).toHaveLength(200)
    expect(markup).toContain('50 more windows: choose a product to see fewer at once.')
    expect(markup.match(/<li class="row"/gu)).toHaveLength(40)
    expect(markup).toContain('and 210 more')
  })
})

describe('what is long over', () => {
  afterAll(closed)

  it('is not shown because it was only now heard of', async () => {
    const lastYear = { key: 'old', start: '2025-11-18T07:00:00.000Z', end: '2025-11-18T08:00:00.000Z' }
    await serve([report({ ...lastYear, title: 'Of last year', state: 'completed' }), report()])
    const markup = await page('/maintenance?zone=UTC')
    expect(markup).toContain('Storage upgrade')
    expect(markup).not.toContain('Of last year')
    expect(markup).not.toContain('/raci digest calendar')
  })

  it('and where channels have calendars, how one gets the address is said', async () => {
    await closed()
    await serve([], [], { digests: digestsOf(), publicUrl: 'https://raci.example.com' })
    expect(await page('/maintenance')).toContain('<code>/raci digest calendar</code>')
  })
})

describe('the status', () => {
  afterAll(closed)

  it('tells days, the run under way, sources, platforms and the store', async () => {
    await serve(CALENDAR, STANDINGS, { digests: digestsOf() })
    expectGolden('status.html', mainOf(await page('/status')))
    await closed()
  })

  it('names no channel, no workspace and no window', async () => {
    await serve(CALENDAR, STANDINGS, { digests: digestsOf() })
    const markup = await page('/status')
    for (const secret of [SUBSCRIPTION.channel, SUBSCRIPTION.tenant, 'C0977GONE', 'Storage upgrade'])
      expect(markup).not.toContain(secret)
    expect(markup).toContain('Slack …GONE')
    await closed()
  })

  it('says that the store is down, and what is known all the same', async () => {
    const refuse = () => Promise.reject(new AppError('store down', 'The store cannot be reached.'))
    const status = { ...STATUS, days: refuse, gone: refuse }
    await serve([], [], { digests: digestsOf({ status, store: { ready: async () => false } }) })
    const markup = await page('/status')
    expect(markup).toContain('<span class="severity error">down</span>')
    expect(markup).toContain('371 of 412 digests posted')
    await closed()
  })

  it('of a console alone says that there is no store', async () => {
    await serve([], STANDINGS)
    const markup = await page('/status')
    expect(markup).toContain('no chat platform is configured')
    expect(markup).toContain('answered 500')
  })
})
