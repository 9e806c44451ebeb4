// Cards as a client draws them: Microsoft's own renderer in a real browser, under host configurations in the manner
// of Teams' three themes. Teams' own palettes are not published as such; these have its backgrounds and greys.

import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type { AdaptiveCard } from '../../adapters/teams/render/card.ts'

const SCRIPT = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js')

interface Palette {
  readonly page: string
  readonly card: string
  readonly text: string
  readonly subtle: string
  readonly accent: string
  readonly line: string
}

export const THEMES: Readonly<Record<'light' | 'dark' | 'contrast', Palette>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    line: '#d1d1d1',
  },
  dark: { page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad', accent: '#8f90e6', line: '#666666' },
  contrast: {
    page: '#000000',
    card: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    line: '#ffffff',
  },
}

export type Theme = keyof typeof THEMES

/** Draws the cards under one another, as wide as the page lets them be; buttons that find no room go into the next row. */
export async function drawCards(page: Page, cards: readonly AdaptiveCard[], theme: Theme): Promise<void> {
  const { page: behind, card, text, subtle, accent, line } = THEMES[theme]
  const colour = (shown: string) => ({ default: shown, subtle: shown === text ? subtle : shown })
  const foregroundColors = Object.fromEntries(
    ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'].map((name) => [
      name,
      colour(name === 'accent' ? accent : text),
    ]),
  )
  const host = {
    fontFamily: 'Segoe UI, Liberation Sans, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    containerStyles: {
      default: { backgroundColor: card, borderColor: line, foregroundColors },
      emphasis: { backgroundColor: behind, borderColor: line, foregroundColors },
    },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
  }
  await page.setContent(`<!doctype html><html lang="en"><title>Cards</title><style>
    body { font-family: Liberation Sans, sans-serif; font-size: 14px; margin: 0; padding: 8px; background: ${behind}; color: ${text} }
    .card { border: 1px solid ${line}; border-radius: 4px; margin-bottom: 12px; background: ${card} }
    a { color: ${accent} }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px }
    .ac-pushButton { font: inherit; color: ${text}; background: ${card}; border: 1px solid ${line}; border-radius: 4px; padding: 6px 12px; max-width: 100% }
    select, input { font: inherit; color: ${text}; background: ${card}; border: 1px solid ${line}; max-width: 100%; min-height: 32px }
  </style><body></body></html>`)
  await page.addScriptTag({ path: SCRIPT })
  await page.evaluate(`(() => {
    const { AdaptiveCard, HostConfig } = AdaptiveCards
    // Teams reads markdown in text blocks; ours holds links alone.
    AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = text.replaceAll(/\\[([^\\]]*)\\]\\(([^)]*)\\)/g, '<a href="$2">$1</a>')
      result.didProcess = true
    }
    for (const one of ${JSON.stringify(cards)}) {
      const card = new AdaptiveCard()
      card.hostConfig = new HostConfig(${JSON.stringify(host)})
      card.parse(one)
      const place = document.createElement('div')
      place.className = 'card'
      place.append(card.render())
      document.body.append(place)
    }
  })()`)
}
