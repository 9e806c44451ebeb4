import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../adapters/http/listen.ts'
import { boardOf } from './board.ts'
import { isBrowserMissing, launchBrowser, openWatched, type Watched } from './browser.ts'
import { CALENDAR } from './calendars.ts'
import { startConsole } from './console.ts'
import { digestsOf } from './digests-board.ts'
import { lowContrast, sidewaysScroll, smallTargets } from './page-measures.ts'
import { shippedInside } from './shipped.ts'

const PARIS: BrowserContextOptions = { timezoneId: 'Europe/Paris' }
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, ...PARIS }
const OUTAGE = { source: 'status', reachedAt: '2026-11-18T05:10:00.000Z', failures: 3, reason: 'answered 500' }
const STORAGE = { name: 'Storage upgrade' }

describe.skipIf(isBrowserMissing())('maintenance in a browser', () => {
  let served: Listening
  let browser: Browser
  const watched: Watched[] = []

  beforeAll(async () => {
    const board = await boardOf(CALENDAR, [OUTAGE], { digests: digestsOf() })
    ;[served, browser] = await Promise.all([startConsole(await shippedInside(), board), launchBrowser()])
  }, 60_000)

  afterEach(async () => {
    for (const { page, complaints } of watched.splice(0)) {
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  async function open(path: string, options?: BrowserContextOptions) {
    const one = await openWatched(browser, served.url, options)
    watched.push(one)
    await one.page.goto(path)
    return one.page
  }

  it.each([
    ['Europe/Paris', 'Thursday 19 November, 22:00'],
    ['America/New_York', 'Thursday 19 November, 16:00'],
    ['Pacific/Kiritimati', 'Friday 20 November, 11:00'],
    ['Asia/Kolkata', 'Friday 20 November, 02:30'],
  ])('is on the clock of who looks, in %s', async (timezoneId, said) => {
    const page = await open('/maintenance?product=Email+Pro#coming', { timezoneId })
    await page.waitForURL((url) => url.searchParams.has('zone'))
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', STORAGE) })
    expect(await card.locator('time').first().textContent()).toBe(said)
    // What else stood in the address is kept.
    expect(new URL(page.url()).searchParams.get('product')).toBe('Email Pro')
    expect(new URL(page.url()).hash).toBe('#coming')
  })

  it('stays on the clock that was chosen, and on UTC without scripts', async () => {
    const page = await open('/maintenance', PARIS)
    await page.waitForURL(/zone=Europe/u)
    await page.getByLabel('Time zone').selectOption('America/New_York')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByText('Times are of America/New_York.').waitFor()
    expect(await page.getByLabel('Time zone').inputValue()).toBe('America/New_York')

    const still = await open('/maintenance', { ...PARIS, javaScriptEnabled: false })
    await still.getByText('Times are of UTC.').waitFor()
    await still.getByLabel('Time zone').selectOption('Europe/Paris')
    await still.getByRole('button', { name: 'Show' }).click()
    await still.getByText('Times are of Europe/Paris.').waitFor()
  })

  it('stands in one column where no maintenance is known', async () => {
    const empty = await startConsole(await shippedInside(), await boardOf([]))
    const one = await openWatched(browser, empty.url, { viewport: { width: 1200, height: 800 }, ...PARIS })
    watched.push(one)
    await one.page.goto('/maintenance')
    const blocks = await one.page.locator('main h1, main h2, main p.lead').all()
    const edges = await Promise.all(blocks.map(async (block) => Math.round((await block.boundingBox())?.x ?? -1)))
    expect(edges.length).toBeGreaterThan(1)
    expect(new Set(edges).size).toBe(1)
    await empty.close()
  })

  it('leads by keyboard from a bar to its window, and on to the row of the document', async () => {
    const page = await open('/maintenance?zone=Europe/Paris', PARIS)
    await page.getByRole('link', STORAGE).focus()
    await page.keyboard.press('Enter')
    const card = page.locator('li.window:target')
    expect(await card.getByRole('heading').textContent()).toBe('Storage upgrade')
    const { y = -1 } = (await card.boundingBox()) ?? {}
    expect(y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\/email-pro#/u)
    expect(await page.locator('tr:target').textContent()).toContain('Plan and deploy updates and patches')
  })

  it('is a list of links with times to a screen reader; the drawing is not read', async () => {
    const page = await open('/maintenance?zone=Europe/Paris&product=OX+Cloud', PARIS)
    expect(await page.getByRole('region', { name: 'The coming weeks' }).ariaSnapshot()).toMatchInlineSnapshot(`
      "- region "The coming weeks":
        - heading "The coming weeks" [level=2]
        - heading "This week, 16 November to 22 November" [level=3]
        - heading "OX Cloud" [level=4]
        - list:
          - listitem:
            - paragraph:
              - link "Middleware update":
                - /url: "#window:status%2Fox-1"
              - text: Wed 18, 06:00 to 10:00, in progress
          - listitem:
            - paragraph:
              - link "Security fix":
                - /url: "#window:status%2Fox-2"
              - text: Wed 18, 21:00 to 21:30, emergency
        - heading "23 November to 29 November" [level=3]
        - paragraph: Nothing planned.
        - heading "30 November to 6 December" [level=3]
        - paragraph: Nothing planned.
        - heading "7 December to 13 December" [level=3]
        - paragraph: Nothing planned."
    `)
  })

  it('draws each bar where its window lies: under its day, as long as it lasts', async () => {
    const page = await open('/maintenance?zone=Europe/Paris', PARIS)
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', STORAGE) })
      .first()
    const [track, bar] = await Promise.all([row.locator('svg').boundingBox(), row.locator('rect.span').boundingBox()])
    const thursday = await page.locator('.week-days span', { hasText: 'Thu' }).first().boundingBox()
    if (!track || !bar || !thursday) throw new Error('nothing is drawn')
    // Its middle is at 22:45 on Thursday.
    expect((bar.x + bar.width / 2 - track.x) / track.width).toBeCloseTo((3 + 22.75 / 24) / 7, 2)
    expect(bar.x).toBeGreaterThan(thursday.x)
    expect(bar.x + bar.width).toBeLessThanOrEqual(thursday.x + thursday.width + 4)
    expect(bar.height).toBeGreaterThan(8)
  })

  it.each(['light', 'dark'] as const)('is legible in %s mode', async (colorScheme) => {
    const page = await open('/maintenance?zone=Europe/Paris', { ...PARIS, colorScheme })
    for (const path of ['/maintenance?zone=Europe/Paris', '/status']) {
      await page.goto(path)
      expect([path, await lowContrast(page)]).toEqual([path, []])
    }
  })

  it('fits a phone: nothing to scroll sideways, nothing too small to touch', async () => {
    const page = await open('/maintenance?zone=Europe/Paris', PHONE)
    for (const path of ['/maintenance?zone=Europe/Paris', '/status']) {
      await page.goto(path)
      expect([path, await sidewaysScroll(page), await smallTargets(page)]).toEqual([path, 0, []])
    }
  })

  it('prints the weeks and the windows without the form', async () => {
    const page = await open('/maintenance?zone=Europe/Paris', PARIS)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('heading', STORAGE).isVisible()).toBe(true)
  })
})
