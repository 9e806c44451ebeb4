// Cards on a phone and on a desktop, light, dark and in high contrast: drawn in a real browser and measured.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AdaptiveCard } from '../../adapters/teams/render/card.ts'
import { renderCard } from '../../adapters/teams/render/render-card.ts'
import { isBrowserMissing, launchBrowser } from '../web/browser.ts'
import { lowContrast, sidewaysScroll } from '../web/page-measures.ts'
import { drawCards, THEMES, type Theme } from './card-page.ts'
import { shownAnswers } from './shown-answers.ts'

const cards = Object.entries(await shownAnswers()).map(
  ([name, answer]) => [name, renderCard(answer, { answer: 'Answer', publicUrl: 'https://raci.example.com' })] as const,
)
const themes = (Object.keys(THEMES) as Theme[]).flatMap((theme) => [320, 600].map((width) => ({ theme, width })))

describe.skipIf(isBrowserMissing())('cards in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it.each(themes)(
    'are read without scrolling sideways: $theme at $width px',
    { timeout: 60_000 },
    async ({ theme, width }) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      try {
        for (const [name, card] of cards) {
          await drawCards(page, [card], theme)
          expect([name, await sidewaysScroll(page), await cutOff(page)]).toEqual([name, 0, []])
          expect([name, await lowContrast(page)]).toEqual([name, []])
        }
      } finally {
        await page.close()
      }
    },
  )

  it('the measures find a card that is too wide, and one with a colour of its own', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } })
    const wide = { ...cards[0]?.[1], body: [{ type: 'TextBlock', text: 'x'.repeat(200), wrap: false }] }
    await drawCards(page, [{ ...wide, minWidth: 900 } as unknown as AdaptiveCard], 'light')
    expect(await cutOff(page)).not.toEqual([])
    await page.setContent('<p style="color: #777; background: #888">grey on grey</p>')
    expect(await lowContrast(page)).toHaveLength(1)
    await page.close()
  })
})

describe('cards', () => {
  it.each(cards)('have no colour of their own, and something to say: %s', (_name, card) => {
    const drawn = JSON.stringify({ ...card, speak: '', fallbackText: '' })
    expect(drawn).not.toMatch(/"(?:color|backgroundImage|backgroundColor|borderColor)":/u)
    expect(drawn).not.toMatch(/"style":"(?:good|warning|attention|accent|destructive)"/u)
    // An image would need a text for those who do not see it: there are none.
    expect(drawn).not.toMatch(/"type":"(?:Image|Media|Icon)"/u)
    expect(card.speak).toMatch(/^\p{L}|^\d|^“/u)
    expect(card.speak).not.toMatch(/https?:|\*\*|<(?!\/?s)/u)
    expect(card.fallbackText.length).toBeGreaterThan(0)
  })
})

/** Texts that end outside of what is seen: cut by their cell or by the card. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('.card *')]
    .filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 0 && (right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 1) && getComputedStyle(element).display !== 'inline'
    })
    .map((element) => element.outerHTML.slice(0, 80))`)
}
