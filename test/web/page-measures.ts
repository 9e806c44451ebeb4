// What is measured inside a page, as script text: the type checker of this project knows no browser.

import type { Page } from 'playwright-core'

/** How far the page can be scrolled sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** Texts whose contrast with their background is below AA (WCAG 2.2, 1.4.3), with the ratio. */
export function lowContrast(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const channels = (color) => color.match(/[\\d.]+/g).map(Number)
    const luminance = ([r, g, b]) => [r, g, b]
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0)
    const behind = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const color = channels(getComputedStyle(one).backgroundColor)
        if (color[3] !== 0) return color
      }
      return [255, 255, 255]
    }
    const low = []
    for (const element of document.body.querySelectorAll('*')) {
      const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join(' ').trim()
      if (!text || element.closest('.visually-hidden')) continue
      const style = getComputedStyle(element)
      const [one, other] = [luminance(channels(style.color)), luminance(behind(element))]
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700)
      if (ratio < (large ? 3 : 4.5)) low.push(text.slice(0, 40) + ' ' + ratio.toFixed(2))
    }
    return low
  })()`)
}

/** Buttons, links and fields that a finger would miss: smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8), links in text apart. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('button, input:not([type=hidden]), select, nav a, summary')]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && (width < 24 || height < 24)
    })
    .map((element) => element.outerHTML.slice(0, 80))`)
}
