// `npm run e2e:teams`: talks to the bot in Microsoft's Agents Playground with a headless Chromium, and says what it
// saw. Opt-in: it fetches the Playground with npx and is no part of the tests. Screenshots go to data/e2e-teams;
// with `--keep` the README's two go to manifest/teams/screenshots.

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { PORTS, startBot, startPlayground } from './teams/playground.ts'

const ROOT = join(import.meta.dirname, '..')
const SHOTS = join(ROOT, 'data/e2e-teams')
const KEPT = join(ROOT, 'manifest/teams/screenshots')
const keep = process.argv.includes('--keep')
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )

const dataDir = await mkdtemp(join(tmpdir(), 'raci-e2e-'))
await Promise.all([mkdir(SHOTS, { recursive: true }), keep && mkdir(KEPT, { recursive: true })])
let bot = await startBot(dataDir)
const playground = await startPlayground()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS })
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
page.setDefaultTimeout(20_000)
const failed: string[] = []

try {
  await page.goto(`http://127.0.0.1:${PORTS.page}`)
  await step('welcome', () => sees('I answer who is responsible, from your responsibility documents.'))
  await step('ask', async () => {
    await say('who restores backups')
    await sees('Which of these do you mean?')
  })
  await step('restart and choose', async () => {
    await bot.stop('SIGKILL')
    bot = await startBot(dataDir)
    await page.getByRole('button', { name: 'Choose 2' }).click()
    await sees('Chosen: Trusted Exchange: Realize backup recovery')
    await kept('answer', 'Chosen: Trusted Exchange: Realize backup recovery', 490)
  })
  await step('follow-up', async () => {
    await say('and on email pro?')
    await sees('Email Pro - Responsibility model')
  })
  await step('show section', async () => {
    await page.getByRole('button', { name: 'Show section' }).last().click()
    // The Playground opens no dialogs; it says so where it understood that one is asked for.
    await page.waitForFunction('/task\\/fetch\\)\\s+is\\s+not\\s+supported/u.test(document.body.innerText)')
  })
  await step('digest form', async () => {
    await say('digest')
    await sees('Maintenance digest')
    await kept('digest-form', 'Maintenance digest', 880)
    await page.getByRole('button', { name: 'Subscribe' }).last().click()
    await sees('The maintenance of all products is posted here at 08:30')
  })
  await step('group mention', async () => {
    await page.getByRole('treeitem', { name: 'Group Chat' }).click()
    await mention('who restores backups on email pro')
    await sees('OVHcloud does it: responsible and accountable')
  })
  await step('channel thread', async () => {
    await page.getByRole('treeitem', { name: /General/u }).click()
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await mention('incident email pro')
    await sees('Incident on Email Pro')
    await kept('incident', 'Incident on Email Pro', 560)
  })
  await step('message extension', async () => {
    await page.getByRole('treeitem', { name: 'Personal Chat' }).click()
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click()
    await page.getByText('Search Command').click()
    await page.getByPlaceholder('Enter a search term').pressSequentially('restores backups on email pro')
    // The Playground draws no results that are picked by a tap, and says so in its log when they arrive.
    await page.waitForFunction('/tap\\s+action\\s+is\\s+not\\s+supported/u.test(document.body.innerText)')
  })
} finally {
  await browser.close()
  await Promise.all([bot.stop(), playground.stop()])
  await rm(dataDir, { recursive: true, force: true })
}
process.stdout.write(failed.length ? `failed: ${failed.join(', ')}\n` : `all seen; screenshots in ${SHOTS}\n`)
process.exitCode = failed.length ? 1 : 0

/** Does a step, says how it went, and takes a picture either way. */
async function step(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run()
    process.stdout.write(`seen    ${name}\n`)
  } catch (error) {
    failed.push(name)
    process.stdout.write(`FAILED  ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
  }
  await page.screenshot({ path: join(SHOTS, `${name.replaceAll(' ', '-')}.png`) })
}

async function sees(text: string): Promise<void> {
  await page.getByText(text).last().waitFor()
}

async function say(text: string): Promise<void> {
  await page.getByRole('textbox').last().click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** The Playground lists who can be mentioned; its name for the bot is Test Bot. */
async function mention(text: string): Promise<void> {
  await page.getByRole('textbox').last().click()
  await page.keyboard.type('@')
  await page.getByRole('menuitem').filter({ hasText: 'Test Bot' }).click()
  await page.keyboard.type(` ${text}`)
  await page.keyboard.press('Enter')
}

/** The card that begins with the text, for the README: `height` pixels of it. */
async function kept(name: string, text: string, height: number): Promise<void> {
  if (!keep) return
  const first = page.getByText(text, { exact: true }).last()
  await first.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.waitForTimeout(500)
  const box = await first.boundingBox()
  if (!box) return
  const clip = { x: box.x - 30, y: Math.max(0, box.y - 20), width: 500, height: Math.min(height, 900 - box.y + 20) }
  await page.screenshot({ path: join(KEPT, `${name}.png`), clip })
}
