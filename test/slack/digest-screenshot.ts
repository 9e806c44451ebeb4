// Takes the README's picture of a digest on local-slack's page: `node test/slack/digest-screenshot.ts [FOLDER]`. That
// page shows no rich text: what it leaves out is drawn into it here, from the blocks that it was sent.

import { fileURLToPath } from 'node:url'
import { digest } from '../digest/digests.ts'
import { report, windowsOf } from '../digest/windows.ts'
import { launchBrowser } from '../web/browser.ts'
import { startBot } from './bot.ts'
import { IDS, LocalSlack } from './local-slack.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../manifest/screenshots', import.meta.url))
const url = 'https://status.example.com/incidents/1'
const windows = windowsOf(
  report({
    ...{
      key: 'ox',
      title: 'Middleware update',
      products: ['OX Cloud'],
      zone: 'Europe/Berlin',
      state: 'in progress',
      url,
    },
    ...{ start: '2026-11-18T05:00:00.000Z', end: '2026-11-18T09:00:00.000Z', announcedAt: '2026-11-12T09:00:00.000Z' },
    impact: 'Webmail may sign people out once.',
  }),
  report({
    ...{ title: 'Storage upgrade', url: `${url}/2`, announcedAt: '2026-11-13T08:00:00.000Z' },
    impact: 'Mailboxes are read only for 10 minutes.',
  }),
)

/** Script text: the type checker of this project knows no browser. */
const DRAW = `(() => {
  const leaf = ({ text, url, style }) => {
    const one = document.createElement(url ? 'a' : 'span')
    if (url) one.href = url
    one.textContent = text
    if (style?.bold) one.style.fontWeight = '700'
    return one
  }
  const part = ({ type, elements }) => {
    const one = document.createElement(type === 'rich_text_list' ? 'ul' : 'div')
    one.style.margin = '2px 0'
    for (const element of elements) {
      if (type !== 'rich_text_list') one.append(leaf(element))
      else one.append(Object.assign(document.createElement('li'), { innerHTML: part(element).innerHTML }))
    }
    return one
  }
  const rich = BLOCKS.filter(({ type }) => type === 'rich_text')
  const places = [...document.querySelectorAll('*')].filter((one) => !one.children.length && one.textContent === '[rich_text]')
  places.forEach((place, at) => {
    place.replaceChildren(...rich[at].elements.map(part))
    place.style = 'color: inherit; font-size: 15px; font-family: inherit'
  })
})()`

const peer = await LocalSlack.start()
const bot = await startBot({ apiUrl: `${peer.url}/api/` })
const browser = await launchBrowser()
try {
  const where = { platform: 'slack', tenant: IDS.team, channel: IDS.general } as const
  const { answer } = digest({ windows, products: ['Email Pro', 'OX Cloud'] })
  const page = await browser.newPage({ viewport: { width: 860, height: 900 } })
  await page.goto(peer.url)
  await page.getByText('operations').first().click()
  await bot.slack.notifier.turn(where)
  await bot.slack.notifier.post(where, answer, { key: 'digest' })
  await page.waitForTimeout(600)
  const posted = (await peer.messages(IDS.general)).at(-1)
  await page.evaluate(DRAW.replace('BLOCKS', JSON.stringify(posted?.blocks ?? [])))
  await page.screenshot({ path: `${folder}/digest.png`, clip: { x: 272, y: 104, width: 572, height: 396 } })
} finally {
  await browser.close()
  await bot.stop()
  peer.stop()
}
