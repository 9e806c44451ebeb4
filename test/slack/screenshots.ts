// Takes the README's pictures of a conversation on local-slack's page: `node test/slack/screenshots.ts [--all] [FOLDER]`.

import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../web/browser.ts'
import { startBot } from './bot.ts'
import { IDS, LocalSlack } from './local-slack.ts'
import { answerTo, becomes, control, labels, readBlocks } from './person.ts'

/** `--all` takes more than the README shows, to look at. */
const all = process.argv.includes('--all')
const folder =
  process.argv.slice(2).find((word) => !word.startsWith('-')) ??
  fileURLToPath(new URL('../../manifest/screenshots', import.meta.url))
mkdirSync(folder, { recursive: true })

/** One of each kind of reply. */
const ASKED = {
  choice: 'who restores backups',
  list: 'what is ours to do before we subscribe to Trusted Exchange',
  rule: 'how early is maintenance announced on OX Cloud',
  unknown: 'who patches Nutanix',
  near: 'who runs penetration tests on Email Pro',
  help: 'help',
  products: 'products',
} as const

const peer = await LocalSlack.start()
const bot = await startBot({ apiUrl: `${peer.url}/api/` })
const browser = await launchBrowser()
const page = await browser.newPage({ viewport: { width: 1200, height: 560 } })
/** The pictures of the README stay below 60 KB: no more of the page than what they show. */
const take = (name: string, x: number, height: number, width = 1200 - x) =>
  page.screenshot({ path: `${folder}/${name}.png`, clip: { x, y: 44, width, height } })
const settled = () => page.waitForTimeout(300)

try {
  await page.goto(peer.url)
  await page.getByText('inc-email-pro-0412').first().click()
  await answerTo(peer, IDS.incident, () => peer.say(`<@${IDS.bot}> who restores the bakcups?`, IDS.incident))
  await settled()
  await page
    .getByText(/repl(?:y|ies)/u)
    .first()
    .click()
  await settled()
  await take('mention', 820, 446)
  const answer = await answerTo(peer, IDS.general, () => peer.command('who restores backups on Email Pro', IDS.general))
  await page.getByText('operations').first().click()
  const { block, element } = control(answer.blocks, 'Show section')
  await peer.press(answer, block, element)
  await settled()
  await take('section', 330, 420, 540)
  await page.locator('.modal button').first().click()
  if (all) {
    await peer.command('', IDS.general)
    await settled()
    await take('form', 220, 516)
    await page.locator('.modal button').first().click()
    await page.setViewportSize({ width: 1200, height: 1100 })
    const whole = (name: string) => take(name, 220, 1056)
    for (const [name, text] of Object.entries(ASKED)) {
      await peer.reset()
      await page.reload()
      await page.getByText('operations').first().click()
      // Each in a thread of its own, so that none is taken for a follow-up.
      await answerTo(peer, IDS.general, () => peer.say(`<@${IDS.bot}> ${text}`, IDS.general))
      await page
        .getByText(/repl(?:y|ies)/u)
        .first()
        .click()
      await settled()
      await whole(name)
    }
    const choices = await answerTo(peer, IDS.general, () =>
      peer.say(`<@${IDS.bot}> who restores backups?`, IDS.general),
    )
    const offered = control(choices.blocks, labels(choices.blocks)[0] ?? '')
    await peer.press(choices, offered.block, offered.element, IDS.ben)
    await becomes(peer, choices, ({ blocks }) => readBlocks(blocks).includes('Chosen by'))
    await page
      .getByText(/repl(?:y|ies)/u)
      .first()
      .click()
    await settled()
    await whole('chosen')
    await page.getByText('inc-email-pro-0412').first().click()
    for (const product of ['email pro', 'ox cloud']) {
      await answerTo(peer, IDS.incident, () => peer.command(`incident ${product}`, IDS.incident))
      await settled()
      await whole(`incident-${product.replace(' ', '-')}`)
    }
    await peer.openHome()
    await page.locator('.sidebar-item').getByText('raci').last().click()
    await settled()
    await whole('home')
  }
} finally {
  await browser.close()
  await bot.stop()
  peer.stop()
}
