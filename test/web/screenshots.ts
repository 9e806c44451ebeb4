// Takes the README's picture of the calendar: `node test/web/screenshots.ts [FOLDER]`.

import { fileURLToPath } from 'node:url'
import { boardOf } from './board.ts'
import { launchBrowser } from './browser.ts'
import { CALENDAR } from './calendars.ts'
import { startConsole } from './console.ts'
import { shippedInside } from './shipped.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../manifest/screenshots', import.meta.url))
const standing = { source: 'status', reachedAt: '2026-11-18T05:10:00.000Z', failures: 3, reason: 'answered 500' }
const served = await startConsole(await shippedInside(), await boardOf(CALENDAR, [standing]))
const browser = await launchBrowser()
try {
  // The pictures of the README stay below 60 KB: the first week is enough.
  const page = await browser.newPage({ viewport: { width: 840, height: 900 }, timezoneId: 'Europe/Paris' })
  await page.goto(`${served.url}/maintenance?zone=Europe/Paris`)
  await page.evaluate("for (const one of document.querySelectorAll('.filter, .lead')) one.remove()")
  await page.screenshot({ path: `${folder}/timeline.png`, clip: { x: 0, y: 80, width: 840, height: 526 } })
} finally {
  await browser.close()
  await served.close()
}
