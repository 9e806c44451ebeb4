import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../adapters/http/listen.ts'
import { isBrowserMissing, launchBrowser, openWatched, type Watched } from './browser.ts'
import { startConsole } from './console.ts'
import { lowContrast, sidewaysScroll, smallTargets } from './page-measures.ts'
import { shippedInside } from './shipped.ts'

const PAGES = [
  '/',
  '/?q=who+restores+backups+on+email+pro',
  '/?q=who+restores+backups',
  '/?q=compare+backup+recovery',
  '/?q=who+builds',
  '/?q=help',
  '/documents/email-pro',
  '/documents/platform',
  '/documents/ox-cloud#maintenance-communication/60',
  '/products',
]
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

describe.skipIf(isBrowserMissing())('in a browser', () => {
  let served: Listening
  let browser: Browser
  const watched: Watched[] = []

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([startConsole(), launchBrowser()])
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
    ['with scripts', true],
    ['without scripts', false],
  ])('asks, chooses, and follows the link to the marked row, %s', async (_what, javaScriptEnabled) => {
    const page = await open('/', { javaScriptEnabled })
    await page.getByLabel('Your question').fill('who restores backups')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByText('Which product?').waitFor()
    await page.getByRole('button', { name: /^Trusted Exchange/u }).click()
    await page.getByText('OVHcloud does it: responsible and accountable (R, A).').waitFor()
    expect(await page.getByLabel('Your question').inputValue()).toBe('who restores backups')

    await page.getByRole('link', { name: /Managed Dedicated E-mail Infrastructure/u }).click()
    await page.waitForURL(/\/documents\/trusted-exchange#3-2-1-incidents\/realize-backup-recovery$/u)
    const row = page.locator('tr:target')
    expect(await row.textContent()).toContain('Realize backup recovery')
    if (!javaScriptEnabled) return
    const color = await page.evaluate("getComputedStyle(document.querySelector('tr:target td')).backgroundColor")
    expect(color).toBe('rgb(255, 242, 191)')
    const { y = -1 } = (await row.boundingBox()) ?? {}
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(720)
  })

  it('can be used by keyboard alone', async () => {
    const page = await open('/')
    const focused = () => page.evaluate('document.activeElement.textContent || document.activeElement.id')
    expect(await focused()).toBe('q')
    await page.keyboard.type('who restores backups')
    await page.keyboard.press('Enter')
    await page.getByText('Which product?').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('answer')
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('Email Pro')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('OVHcloud does it').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\/trusted-exchange#/u)
    expect(await page.locator('tr:target').count()).toBe(1)
  })

  it('offers to skip to the answer first of all', async () => {
    const page = await open('/documents/email-pro')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
  })

  it('says letters as words to a screen reader', async () => {
    const page = await open('/documents/email-pro')
    const table = page.getByRole('table', { name: '3.2.1. Incidents' })
    expect(await table.ariaSnapshot()).toMatchInlineSnapshot(`
      "- table "3.2.1. Incidents":
        - caption: 3.2.1. Incidents
        - rowgroup:
          - row "Activity Customer OVHcloud":
            - columnheader "Activity"
            - columnheader "Customer"
            - columnheader "OVHcloud"
        - rowgroup:
          - row "Notify, qualify, and manage incidents on the Exchange service informed responsible accountable":
            - rowheader "Notify, qualify, and manage incidents on the Exchange service":
              - link "Notify, qualify, and manage incidents on the Exchange service":
                - /url: "#3-2-1-incidents/notify-qualify-and-manage-incidents-on-the-exchange-service"
            - cell "informed"
            - cell "responsible accountable"
          - row "Notify incidents on the Exchange service with ticketing system responsible accountable informed":
            - rowheader "Notify incidents on the Exchange service with ticketing system":
              - link "Notify incidents on the Exchange service with ticketing system":
                - /url: "#3-2-1-incidents/notify-incidents-on-the-exchange-service-with-ticketing-system"
            - cell "responsible accountable"
            - cell "informed"
          - row "Realize backup recovery informed responsible accountable":
            - rowheader "Realize backup recovery":
              - link "Realize backup recovery":
                - /url: "#3-2-1-incidents/realize-backup-recovery"
            - cell "informed"
            - cell "responsible accountable""
    `)
  })

  it('narrows a document to a party and a letter, and back', async () => {
    const page = await open('/documents/email-pro')
    await page.getByLabel('Party').selectOption('Customer')
    await page.getByLabel('Role').selectOption('A')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByText('5 of 12 rows where Customer is accountable').waitFor()
    expect(await page.getByLabel('Party').inputValue()).toBe('Customer')
    expect(await page.locator('tbody tr').count()).toBe(5)
    await page.getByRole('link', { name: 'Show all rows' }).click()
    await page.getByText('12 rows').waitFor()
  })

  it.each(['light', 'dark'] as const)('is legible everywhere in %s mode', async (colorScheme) => {
    const page = await open('/', { colorScheme })
    for (const path of PAGES) {
      await page.goto(path)
      expect([path, await lowContrast(page)]).toEqual([path, []])
    }
    const background = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(19, 21, 25)' : 'rgb(248, 248, 246)')
  })

  it('fits a phone: nothing to scroll sideways, nothing too small to touch', async () => {
    const page = await open('/', PHONE)
    for (const path of PAGES) {
      await page.goto(path)
      expect([path, await sidewaysScroll(page), await smallTargets(page)]).toEqual([path, 0, []])
    }
  })

  it('holds a question of 10,000 characters without scrolling sideways', async () => {
    const page = await open('/', PHONE)
    await page.getByLabel('Your question').fill('ÿ'.repeat(10_000))
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.locator('#answer').waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await page.getByLabel('Your question').inputValue()).toHaveLength(10_000)
  })

  it('prints the answer without its buttons', async () => {
    const page = await open('/?q=who+restores+backups+on+email+pro')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByText('Realize backup recovery').first().isVisible()).toBe(true)
  })

  it('answers an example of the shipped documents, down to the marked row', async () => {
    const shipped = await startConsole(await shippedInside())
    try {
      const { page, complaints } = await openWatched(browser, shipped.url, PHONE)
      await page.goto('/')
      await page.getByRole('region', { name: 'For example' }).getByRole('link').first().click()
      const answer = page.getByRole('region', { name: 'Answer' })
      const choice = answer.locator('button.option').first()
      if (await choice.isVisible()) await choice.click()
      await answer.getByRole('link').first().click()
      await page.waitForURL(/\/documents\/[\w-]+#./u)
      expect(await page.locator('tr:target').count()).toBe(1)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(complaints).toEqual([])
      await page.context().close()
    } finally {
      await shipped.close()
    }
  })
})
