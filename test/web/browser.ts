// Debian's chromium, headless. Without a browser the browser tests are skipped with a visible line; in CI they fail.

import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where the browser is; undefined where none is installed. */
export const installedBrowser = PLACES.find((place) => existsSync(place))

/** True when browser tests cannot run and need not: says so on standard error. */
export function isBrowserMissing(): boolean {
  if (installedBrowser || process.env.CI) return false
  process.stderr.write('SKIPPED: browser tests, because no chromium is installed (apt-get install chromium)\n')
  return true
}

/** Throws in CI when no browser is installed. */
export async function launchBrowser(): Promise<Browser> {
  if (!installedBrowser) throw new Error('no chromium is installed: CI runs the browser tests')
  return chromium.launch({ executablePath: installedBrowser, args: ARGUMENTS })
}

/** A page and everything that should not have happened on it. */
export interface Watched {
  readonly page: Page
  /** Console messages, script errors, failed requests and requests to other hosts. */
  readonly complaints: readonly string[]
}

export async function openWatched(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ baseURL, ...options })
  const complaints: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`)) complaints.push(`request to ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // A page that is left no longer needs what it was fetching.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${why}: ${request.url()}`)
  })
  context.on('console', (message) => complaints.push(`console: ${message.text()}`))
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`))
  return { page: await context.newPage(), complaints }
}
